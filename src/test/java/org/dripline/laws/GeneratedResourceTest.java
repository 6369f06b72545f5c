package org.dripline.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.outcome.Issue;
import org.dripline.profile.BodyFormat;
import org.dripline.profile.ProfileMode;
import org.dripline.profile.ProfileValidator;
import org.dripline.profile.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The generator earns its trust: what it makes is R4, and the same each time. */
class GeneratedResourceTest {
    private static final int SEEDS = Integer.getInteger("laws.validated", 5);
    private static final ProfileValidator VALIDATOR = ProfileValidator.load(ProfileMode.ROUTED, 2);

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    @ParameterizedTest
    @MethodSource("org.dripline.laws.Laws#types")
    void makesDocumentsThatR4Accepts(String type) {
        for (int seed = 0; seed < SEEDS; seed++) {
            JsonObject document = GeneratedResource.of(type, seed);
            Verdict verdict = VALIDATOR.check(JsonWriter.bytes(document), BodyFormat.JSON, document);
            List<String> errors = verdict.issues().stream()
                    .filter(issue -> issue.severity().refuses())
                    .map(GeneratedResourceTest::print)
                    .toList();
            assertThat(errors).as("%s of seed %d", type, seed).isEmpty();
        }
        Laws.report("Validity", type, SEEDS);
    }

    private static String print(Issue issue) {
        return issue.expression() + " " + issue.rule() + " " + issue.text();
    }

    @ParameterizedTest
    @MethodSource("org.dripline.laws.Laws#types")
    void makesTheSameDocumentOfTheSameSeed(String type) {
        assertThat(GeneratedResource.of(type, 1)).isEqualTo(GeneratedResource.of(type, 1));
        assertThat(GeneratedResource.of(type, 1)).isNotEqualTo(GeneratedResource.of(type, 2));
    }
}
