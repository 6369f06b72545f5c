package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.dripline.profile.KnownCodes.Concept;
import org.junit.jupiter.api.Test;

class KnownCodesTest {
    private static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";

    private final KnownCodes codes =
            new KnownCodes(Bodies.validator(ProfileMode.ROUTED).conformance().support());

    @Test
    void listsTheMembersOfR4sValueSetsAndOfOurs() {
        assertThat(codes.members("http://hl7.org/fhir/ValueSet/administrative-gender")
                        .orElseThrow())
                .extracting(Concept::code)
                .containsExactlyInAnyOrder("male", "female", "other", "unknown");
        assertThat(codes.members("ValueSet/infused-agent").orElseThrow())
                .contains(new Concept("http://www.nlm.nih.gov/research/umls/rxnorm", "6130"));
        assertThat(codes.members("https://fhir.dripline.example/ValueSet/infused-agent"))
                .isEqualTo(codes.members("ValueSet/infused-agent"));
    }

    @Test
    void knowsNothingOfWhatItCannotList() {
        assertThat(codes.members("http://nobody.example/ValueSet/none")).isEmpty();
        assertThat(codes.members("http://hl7.org/fhir/ValueSet/condition-code")).isEmpty();
    }

    @Test
    void followsAHierarchyBothWays() {
        assertThat(codes.below(CLINICAL, "active").orElseThrow())
                .containsExactlyInAnyOrder("active", "recurrence", "relapse");
        assertThat(codes.above(CLINICAL, "relapse").orElseThrow()).containsExactlyInAnyOrder("active", "relapse");
        assertThat(codes.below(CLINICAL, "nothing")).isEmpty();
        assertThat(codes.below("http://snomed.info/sct", "370143000")).isEmpty();
        // Of LOINC the jar has a fragment.
        assertThat(codes.below("http://loinc.org", "44249-1")).isEmpty();
    }
}
