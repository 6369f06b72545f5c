package org.dripline.laws;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import org.dripline.stories.Answer;
import org.dripline.stories.Caller;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;

/** What the running server declares of itself, and what a refusal of anything else looks like. */
final class Declared {
    static final CapabilityStatement STATEMENT = FhirContext.forR4Cached()
            .newJsonParser()
            .parseResource(
                    CapabilityStatement.class,
                    new Caller().get("/metadata").accepted(200).text());

    private Declared() {}

    static CapabilityStatementRestComponent rest() {
        return STATEMENT.getRestFirstRep();
    }

    static List<String> types() {
        return rest().getResource().stream()
                .map(CapabilityStatementRestResourceComponent::getType)
                .toList();
    }

    static CapabilityStatementRestResourceComponent type(String type) {
        return rest().getResource().stream()
                .filter(resource -> resource.getType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** With a clear outcome: the caller has checked that already. */
    static void assertRefused(Answer answer, String what) {
        assertThat(answer.status()).as(what + ": " + answer.text()).isIn(400, 404, 405, 501);
    }
}
