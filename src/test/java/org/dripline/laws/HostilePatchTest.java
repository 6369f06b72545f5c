package org.dripline.laws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.outcome.Refusal;
import org.dripline.patch.Patch;
import org.dripline.patch.PatchFormat;

/** Whatever a patch says, it is applied or refused, and never breaks anything else. */
class HostilePatchTest {
    private static final Limits LIMITS = new Limits(200_000, 30, 64, 50, 10_000);
    private static final JsonObject STORED = GeneratedResource.of("Patient", 3);
    private static final List<String> VALUES = List.of(
            "1", "null", "\"x\"", "[]", "{}", "[null]", "{\"resourceType\":\"Patient\"}", "1e50", "[[{}]]", "true");

    @Property(tries = 2000)
    void jsonPatches(@ForAll("jsonPatches") String patch) {
        applyOrRefuse(PatchFormat.JSON_PATCH, patch);
    }

    @Property(tries = 2000)
    void fhirPathPatches(@ForAll("fhirPathPatches") String patch) {
        applyOrRefuse(PatchFormat.FHIRPATH_JSON, patch);
    }

    @Property(tries = 2000)
    void xmlPatches(@ForAll("xmlPatches") String patch) {
        applyOrRefuse(PatchFormat.XML_PATCH, patch);
    }

    @Property
    void anyText(@ForAll PatchFormat format, @ForAll String text) {
        applyOrRefuse(format, text);
    }

    @Property
    void anyPath(@ForAll String path) {
        applyOrRefuse(PatchFormat.FHIRPATH_JSON, parameters("replace", path, "\"valueString\":\"x\""));
        applyOrRefuse(
                PatchFormat.XML_PATCH, "<diff><remove sel='" + path.replaceAll("[<&'\\p{Cntrl}]", "") + "'/></diff>");
    }

    @Provide
    Arbitrary<String> jsonPatches() {
        Arbitrary<String> pointers =
                words("/", "", "name", "0", "1", "-", "given", "meta", "contained", "id", "~1", "a");
        Arbitrary<String> operations = Combinators.combine(
                        Arbitraries.of("add", "remove", "replace", "move", "copy", "test"),
                        pointers,
                        pointers,
                        Arbitraries.of(VALUES))
                .as((op, from, path, value) -> "{\"op\":\"" + op + "\",\"from\":\"/" + from + "\",\"path\":\"/" + path
                        + "\",\"value\":" + value + "}");
        return operations.list().ofMaxSize(30).map(list -> list.stream().collect(Collectors.joining(",", "[", "]")));
    }

    @Provide
    Arbitrary<String> fhirPathPatches() {
        Arbitrary<String> paths = words(
                "",
                "Patient",
                ".",
                "name",
                ".where(",
                "use",
                " = ",
                "'x'",
                ")",
                "[0]",
                "(",
                "given",
                " and ",
                " | ",
                ".first()",
                ".extension('u')",
                "ofType(string)",
                ".exists()",
                ".not()",
                "@2020",
                "1",
                "-",
                "in",
                "{}",
                "contained",
                "value",
                " as ",
                "Quantity",
                "$this",
                "`",
                "`name`",
                "//",
                "/*",
                "\\",
                "%x",
                ".skip(1)",
                ".all(",
                ".contains(",
                " > ",
                " is ",
                "FHIR.",
                "$index",
                "as(",
                "ofType(",
                "lower()",
                "true");
        return Combinators.combine(
                        Arbitraries.of("add", "insert", "delete", "replace", "move"),
                        paths,
                        Arbitraries.of(
                                "\"valueString\":\"x\"",
                                "\"valueQuantity\":1",
                                "\"valueHumanName\":null",
                                "\"part\":[{\"name\":\"given\",\"valueString\":\"x\"}]",
                                "\"part\":[{\"name\":\"name\",\"part\":[{\"name\":\"given\",\"valueString\":null}]}]",
                                "\"_valueString\":{}",
                                "\"_valueString\":1,\"valueString\":[]",
                                "\"resource\":1",
                                "\"resource\":{}"))
                .as(HostilePatchTest::parameters);
    }

    @Provide
    Arbitrary<String> xmlPatches() {
        Arbitrary<String> selectors = words(
                "Patient",
                "/",
                "name",
                "[1]",
                "[",
                "]",
                "use",
                "@value",
                "=",
                "\"x\"",
                "*",
                "text()",
                ".",
                " and ",
                "text",
                "h:div",
                "h:p",
                "given",
                "contained",
                "1",
                "@id",
                "@xml:lang",
                "f:name",
                "extension");
        return Combinators.combine(
                        Arbitraries.of("add", "replace", "remove"),
                        selectors,
                        Arbitraries.of(
                                "",
                                " pos='before'",
                                " pos='prepend'",
                                " type='@id'",
                                " type='@xml:lang'",
                                " ws='both'"),
                        Arbitraries.of(
                                "",
                                "x",
                                "<name/>",
                                "<h:p>x</h:p>",
                                "<Patient/>",
                                "<name><given value='x'/>y</name>",
                                "<?x y?>",
                                "<![CDATA[x]]>",
                                "<name xmlns=''/>",
                                "<x:y xmlns:x='urn:x' x:z='1'/>"))
                .as((name, selector, attributes, content) -> "<diff xmlns:h='http://www.w3.org/1999/xhtml'><" + name
                        + " sel='Patient" + selector + "'" + attributes + ">" + content + "</" + name + "></diff>");
    }

    private static Arbitrary<String> words(String... words) {
        String joint = words[0].equals("/") ? "/" : "";
        return Arbitraries.of(words).list().ofMaxSize(8).map(list -> String.join(joint, list));
    }

    private static String parameters(String type, String path, String value) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":[{\"name\":\"type\","
                + "\"valueCode\":\"" + type + "\"},{\"name\":\"path\",\"valueString\":"
                + new String(JsonWriter.bytes(Json.of(path.replaceAll("\\p{Cs}", ""))), UTF_8)
                + "},{\"name\":\"name\",\"valueString\":\"name\"},{\"name\":\"index\",\"valueInteger\":0},"
                + "{\"name\":\"source\",\"valueInteger\":0},{\"name\":\"destination\",\"valueInteger\":0},"
                + "{\"name\":\"value\"," + value + "}]}]}";
    }

    private static void applyOrRefuse(PatchFormat format, String patch) {
        try {
            JsonObject patched =
                    Patch.read(format, patch.getBytes(UTF_8), LIMITS).apply(STORED);
            assertThat(JsonReader.read(JsonWriter.bytes(patched), LIMITS)).isEqualTo(patched);
            assertThat(patched.get("id")).isEqualTo(STORED.get("id"));
        } catch (Refusal refusal) {
            assertThat(refusal.status()).isIn(400, 413, 422);
            assertThat(refusal.issues()).isNotEmpty();
        }
    }
}
