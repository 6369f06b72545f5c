package org.dripline.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.engine.search.Parameter;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubsetTest {
    private static final String CONDITION = """
            {"resourceType":"Condition","id":"c","meta":{"versionId":"1","tag":[{"code":"x"}]},
             "text":{"status":"generated","div":"<div xmlns='http://www.w3.org/1999/xhtml'>x</div>"},
             "extension":[{"url":"urn:e","valueString":"x"}],
             "clinicalStatus":{"coding":[{"code":"active"}]},"code":{"text":"Depression"},
             "subject":{"reference":"Patient/p"},"onsetDateTime":"2026-01-05","_onsetDateTime":{"id":"o"},
             "recordedDate":"2026-01-06","stage":[{"summary":{"text":"s"}}],"note":[{"text":"n"}]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "_summary=true > resourceType,id,meta,clinicalStatus,code,subject,onsetDateTime,_onsetDateTime,recordedDate",
                "_summary=text > resourceType,id,meta,text,subject",
                "_summary=data > resourceType,id,meta,extension,clinicalStatus,code,subject,onsetDateTime,_onsetDateTime,recordedDate,stage,note",
                "_elements=onset,code > resourceType,id,meta,clinicalStatus,code,subject,onsetDateTime,_onsetDateTime",
            })
    void keepsWhatIsAskedForAndWhatIsIndispensable(String asked, String members) {
        JsonObject part = subset(asked).of(read(CONDITION));

        assertThat(part.members().keySet()).containsExactly(members.split(",", -1));
        assertThat(part.object("meta").orElseThrow().items("tag"))
                .extracting(tag -> ((JsonObject) tag).text("code").orElseThrow())
                .containsExactly("x", "SUBSETTED");
    }

    @Test
    void leavesTheWholeWithoutATag() {
        assertThat(subset("_summary=false").of(read(CONDITION))).isEqualTo(read(CONDITION));
        JsonObject plain = read("{\"resourceType\":\"Patient\",\"id\":\"p\",\"gender\":\"male\"}");
        assertThat(subset("_summary=true").of(plain)).isEqualTo(plain);
        assertThat(subset("_summary=data").of(plain)).isEqualTo(plain);
    }

    @Test
    void leavesOutAtEveryDepthAndKeepsTheDigits() {
        JsonObject observation = read("""
                {"resourceType":"Observation","status":"final","code":{"text":"c"},
                 "valueQuantity":{"value":0.50,"unit":"mg"},"interpretation":[{"text":"high"}],
                 "component":[{"code":{"text":"a"},"valueQuantity":{"value":1.0e3},"referenceRange":[{"text":"r"}]}]}""");

        assertThat(new String(JsonWriter.bytes(subset("_summary=true").of(observation)), StandardCharsets.UTF_8))
                .contains("0.50", "1.0e3", "SUBSETTED")
                .doesNotContain("referenceRange", "interpretation");
    }

    @ParameterizedTest
    @CsvSource({"_summary=yes", "_summary=true&_elements=code", "_elements=cdoe", "_elements="})
    void refusesWhatCannotBeMeant(String asked) {
        assertThatThrownBy(() -> subset(asked)).isInstanceOf(Refusal.class);
    }

    private static Subset subset(String asked) {
        List<Parameter> parameters = List.of(asked.split("&", -1)).stream()
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Parameter(pair[0], pair[1]))
                .toList();
        return Subset.of(parameters).forType("Condition");
    }

    private static JsonObject read(String json) {
        return JsonReader.read(json.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    }
}
