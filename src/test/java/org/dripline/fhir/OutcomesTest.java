package org.dripline.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    @Test
    void tellsEverythingAnIssueKnows() {
        Issue issue = Issue.error("structure", "json-syntax", "A \"comma\" is missing.")
                .at("Patient.name[0]")
                .at(new Issue.Place(3, 7));
        assertThat(text(Outcomes.bytes(List.of(issue)))).isEqualTo("""
                        {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"structure",\
                        "details":{"coding":[{"system":"https://fhir.dripline.example/CodeSystem/dripline-rules",\
                        "code":"json-syntax"}],"text":"A \\"comma\\" is missing."},\
                        "diagnostics":"line 3, column 7","expression":["Patient.name[0]"]}]}""");
    }

    @Test
    void saysSoWhenThereIsNothingToTell() {
        assertThat(text(Outcomes.bytes(List.of()))).contains("\"severity\":\"information\"");
    }

    @Test
    void keepsStatusAndHeadersOfARefusal() {
        Reply reply = Outcomes.reply(Refusal.notFound("Nothing.").with("Allow", "GET"));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.headers()).containsEntry("Allow", "GET");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
