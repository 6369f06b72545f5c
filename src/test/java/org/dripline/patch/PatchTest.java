package org.dripline.patch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for a patch of any format; single quotes stand for double ones. */
class PatchTest {
    private static final JsonObject STORED = json("{'resourceType':'Patient','id':'p','meta':{'versionId':'2',"
            + "'lastUpdated':'2026-01-01T00:00:00.000Z','tag':[{'code':'a'}]},'active':true,"
            + "'telecom':[{'value':'1'}],'contact':[{'name':{'text':'n'}}],'multipleBirthInteger':0}");

    @Test
    void leavesTheStoredResourceAsItIs() {
        String before = STORED.toString();
        apply("[{'op':'remove','path':'/contact/0/name/text'}]");
        assertThat(STORED).hasToString(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/telecom/0        | telecom",
                "/telecom/0/value  | telecom",
                "/contact/0/name/text | contact",
                "/contact/0/name   | contact",
            })
    void leavesOutWhatARemovalLeavesEmpty(String path, String gone) {
        assertThat(apply("[{'op':'remove','path':'" + path + "'}]")).isEqualTo(STORED.without(gone));
    }

    @Test
    void fillsWhatItEmptiedBefore() {
        JsonObject patched =
                apply("[{'op':'remove','path':'/telecom/0'},{'op':'add','path':'/telecom/0','value':{'value':'2'}}]");
        assertThat(patched.items("telecom")).containsExactly(json("{'value':'2'}"));
        assertThat(patched.members().keySet())
                .containsExactlyElementsOf(STORED.members().keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{'op':'replace','path':'/meta/versionId','value':'9'}]",
                "[{'op':'remove','path':'/meta/versionId'},{'op':'add','path':'/meta/versionId','value':7}]",
                "[{'op':'replace','path':'/meta/lastUpdated','value':null}]",
                "[{'op':'test','path':'/meta/versionId','value':'2'}]",
                "[{'op':'replace','path':'/id','value':'p'}]",
            })
    void changesNothingWhenOnlyTheServersFieldsChange(String patch) {
        assertThat(apply(patch)).isEqualTo(STORED);
    }

    @Test
    void changesTheRestOfMeta() {
        JsonObject meta = apply("[{'op':'replace','path':'/meta','value':{'versionId':'9','tag':[{'code':'b'}]}}]")
                .object("meta")
                .orElseThrow();
        assertThat(meta.text("versionId")).contains("2");
        assertThat(meta.items("tag")).containsExactly(json("{'code':'b'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'op':'replace','path':'/resourceType','value':'Basic'}]",
                "[{'op':'remove','path':'/resourceType'}]",
                "[{'op':'replace','path':'/id','value':'q'}]",
                "[{'op':'remove','path':'/id'}]",
                "[{'op':'move','from':'/id','path':'/identifier'}]",
                "[{'op':'replace','path':'','value':{'resourceType':'Patient'}}]",
            })
    void refusesAnotherTypeOrId(String patch) {
        Refusal refusal = refusal(() -> apply(patch));
        assertThat(refusal.status()).isEqualTo(422);
        assertThat(refusal.issues().getFirst().rule()).isEqualTo("patch-identity");
        assertThat(refusal.issues().getFirst().expression()).matches("Patient\\.(id|resourceType)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{'op':'remove','path':''}]", "[{'op':'add','path':'','value':[]}]"})
    void refusesToLeaveNoResource(String patch) {
        assertThat(refusal(() -> apply(patch)).issues().getFirst().rule()).isEqualTo("patch-result");
    }

    @Test
    void takesAThousandOperationsAndNoMore() {
        String operation = "{'op':'test','path':'/active','value':true}";
        assertThat(apply(repeated(operation, 1000))).isEqualTo(STORED);
        assertThat(refusal(() -> apply(repeated(operation, 1001))).status()).isEqualTo(413);
    }

    @Test
    void refusesToGrowWithoutEnd() {
        String doubling = "{'op':'copy','from':'','path':'/a'},{'op':'copy','from':'','path':'/b'}";
        assertThat(refusal(() -> apply(repeated(doubling, 500))).status()).isEqualTo(413);
        String list = "{'op':'copy','from':'/telecom','path':'/telecom/-'}";
        assertThat(refusal(() -> apply(repeated(list, 1000))).status()).isEqualTo(413);
        String wide = "{'op':'add','path':'/extension','value':[" + "{'url':'u'},".repeat(100) + "{'url':'u'}]}";
        String copy = "{'op':'copy','from':'/extension','path':'/contact/-'}";
        Limits small = new Limits(100_000, 50, 100, 400, 1000);
        byte[] patch = bytes("[" + wide + ("," + copy).repeat(900) + "]");
        assertThat(refusal(() ->
                                Patch.read(PatchFormat.JSON_PATCH, patch, small).apply(STORED))
                        .issues()
                        .getFirst()
                        .rule())
                .isEqualTo("patch-size");
    }

    @Test
    void refusesToNestTooDeep() {
        Limits limits = new Limits(100_000, 5, 100, 400, 1000);
        JsonObject list = json("{'resourceType':'List','a':{'b':{'c':{}}}}");
        assertThat(apply(list, "[{'op':'add','path':'/a/b/c/d','value':{'e':1}}]", limits))
                .isEqualTo(json("{'resourceType':'List','a':{'b':{'c':{'d':{'e':1}}}}}"));
        for (String tooDeep : new String[] {
            "[{'op':'add','path':'/a/b/c/d','value':{'e':[1]}}]",
            "[{'op':'replace','path':'/a/b/c','value':{'d':{'e':{}}}}]",
            "[{'op':'copy','from':'/a','path':'/a/b/x'}]",
            "[{'op':'add','path':'/f','value':{'g':{}}},{'op':'move','from':'/f','path':'/a/b/c/f'}]",
        }) {
            assertThat(refusal(() -> apply(list, tooDeep, limits))
                            .issues()
                            .getFirst()
                            .rule())
                    .isEqualTo("patch-depth");
        }
    }

    @Test
    void refusesToWorkWithoutEnd() {
        JsonObject wide = STORED.with(
                "extension",
                new Json.Array(
                        IntStream.range(0, 100_000).<Json>mapToObj(i -> STORED).toList()));
        String operation = "{'op':'replace','path':'/extension/0','value':{'url':'u'}}";
        assertThat(refusal(() -> apply(wide, repeated(operation, 1000), Limits.DEFAULT))
                        .issues()
                        .getFirst()
                        .rule())
                .isEqualTo("patch-work");
    }

    @Test
    void readsAJsonPatchInABinary() {
        String data = Base64.getEncoder().encodeToString(bytes("[{'op':'remove','path':'/active'}]"));
        String spaced = data.substring(0, 8) + " \\n" + data.substring(8);
        for (String type : new String[] {"application/json-patch+json", "Application/JSON-Patch+json; charset=utf-8"}) {
            JsonObject binary = json("{'resourceType':'Binary','contentType':'" + type + "','data':'" + spaced + "'}");
            assertThat(Patch.ofEntry(binary, Limits.DEFAULT).apply(STORED)).isEqualTo(STORED.without("active"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'Patient'}",
                "{}",
                "{'resourceType':'Binary','data':'W10='}",
                "{'resourceType':'Binary','contentType':'application/fhir+json','data':'W10='}",
                "{'resourceType':'Binary','contentType':'application/json-patch+json'}",
                "{'resourceType':'Binary','contentType':'application/json-patch+json','data':'!'}",
                "{'resourceType':'Binary','contentType':'application/json-patch+json','data':'e30='}",
            })
    void refusesAnEntryWithoutAPatch(String entry) {
        assertThat(refusal(() -> Patch.ofEntry(json(entry), Limits.DEFAULT)).status())
                .isEqualTo(400);
    }

    private static String repeated(String operation, int times) {
        return IntStream.range(0, times).mapToObj(i -> operation).collect(Collectors.joining(",", "[", "]"));
    }

    private static JsonObject apply(String patch) {
        return apply(STORED, patch, Limits.DEFAULT);
    }

    private static JsonObject apply(JsonObject stored, String patch, Limits limits) {
        JsonObject patched =
                Patch.read(PatchFormat.JSON_PATCH, bytes(patch), limits).apply(stored);
        assertThat(JsonReader.read(JsonWriter.bytes(patched), limits)).isEqualTo(patched);
        return patched;
    }

    private static Refusal refusal(ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static JsonObject json(String text) {
        return JsonReader.read(bytes(text), Limits.DEFAULT);
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(UTF_8);
    }
}
