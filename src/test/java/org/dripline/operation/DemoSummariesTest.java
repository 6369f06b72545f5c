package org.dripline.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dripline.access.PatientScope;
import org.dripline.demo.DemoData;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.engine.TestStore;
import org.dripline.engine.store.Write;
import org.dripline.outcome.Severity;
import org.dripline.profile.BodyFormat;
import org.dripline.profile.ProfileMode;
import org.dripline.profile.ProfileValidator;
import org.dripline.treatment.CourseSummaries;
import org.dripline.treatment.CourseSummary;
import org.dripline.treatment.CutOffs;
import org.dripline.treatment.Question;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Documents of demo patients are valid, by our profiles and by R4's own: of nasal sessions, of a stopped and of a running
 * course, and of records of other software, which claim no profile. (The worked example is in TreatmentSummaryStory.)
 */
class DemoSummariesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-25T12:00:00Z");
    private static final String BASE = "http://localhost:8080/fhir";
    private static final ProfileValidator VALIDATOR = ProfileValidator.load(ProfileMode.ROUTED, 1);

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    @ParameterizedTest
    @ValueSource(strings = "demo-esketamine")
    void areValidForRecordsThatClaimOurProfiles(String patient) {
        assertAllValid(patient, UnaryOperator.identity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-esketamine", "demo-stopped", "demo-responder"})
    void areValidForRecordsThatClaimNothing(String patient) {
        assertAllValid(patient, resource -> resource.without("meta"));
    }

    private static void assertAllValid(String patient, UnaryOperator<JsonObject> sent) {
        try (TestStore test = new TestStore()) {
            DemoData.bundles(TODAY)
                    .filter(bundle -> resources(bundle)
                            .filter(resource -> resource.resourceType().equals("Patient"))
                            .allMatch(one -> one.text("id").orElseThrow().equals(patient)))
                    .forEach(bundle -> write(test, bundle, sent));
            List<JsonObject> documents = documents(test, patient);
            assertThat(documents).hasSizeGreaterThan(1);
            for (JsonObject document : documents) {
                assertThat(complaints(document))
                        .as(document.text("id").orElse(""))
                        .isEmpty();
            }
        }
    }

    private static List<JsonObject> documents(TestStore test, String patient) {
        CourseSummaries summaries =
                new CourseSummaries(test.sql(), test.database()::snapshot, CutOffs.shipped(), ZoneOffset.UTC);
        List<JsonObject> documents = new ArrayList<>();
        PatientScope scope = TestStore.CLINIC.scope();
        new PatientDocument(
                        patient,
                        summaries.background(scope, patient),
                        summaries.ofPatient(scope, patient, Optional.empty(), Question.DEFAULT),
                        BASE,
                        NOW,
                        references -> fetch(test, references))
                .bundle()
                .ifPresent(documents::add);
        summaries.courses(scope, patient).stream()
                .flatMap(course -> summaries.ofCourse(scope, course.record().id(), Question.DEFAULT).stream())
                .filter(CourseSummary::tells)
                .map(summary -> new SummaryDocument(summary, BASE, NOW, references -> fetch(test, references)))
                .forEach(document -> documents.add(document.bundle()));
        return documents;
    }

    private static List<JsonObject> fetch(TestStore test, Set<String> references) {
        return test.store.readAll(TestStore.CLINIC, references).stream()
                .map(version -> JsonReader.read(version.content(), Limits.OWN))
                .toList();
    }

    private static void write(TestStore test, JsonObject bundle, UnaryOperator<JsonObject> sent) {
        test.store.write(
                TestStore.CLINIC,
                resources(bundle)
                        .map(sent)
                        .<Write>map(resource -> new Write.Update(
                                resource.resourceType(),
                                resource.text("id").orElseThrow(),
                                resource,
                                OptionalLong.empty(),
                                List.of()))
                        .toList());
    }

    private static Stream<JsonObject> resources(JsonObject bundle) {
        return bundle.items("entry").stream()
                .map(entry -> ((JsonObject) entry).object("resource").orElseThrow());
    }

    private static List<String> complaints(JsonObject document) {
        return VALIDATOR.check(JsonWriter.bytes(document), BodyFormat.JSON, document).issues().stream()
                .filter(issue -> issue.severity() != Severity.INFORMATION)
                .map(Object::toString)
                .toList();
    }
}
