package org.dripline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.engine.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the store holds around resources that are about to be written. */
class NeighboursTest {
    private static final TestStore TEST = new TestStore();
    private static final CodedKind COURSES = CodedKind.of("CarePlan.category", Set.of("urn:s|course", "urn:s|series"));
    private static final CodedKind GIVEN =
            CodedKind.of("MedicationAdministration.medicationCodeableConcept", Set.of("urn:s|ketamine"));
    private static final Neighbours.Link PART_OF = new Neighbours.Link("MedicationAdministration.partOf", "Procedure");

    private final Neighbours neighbours = new Neighbours(TEST.sql(), TEST.catalog, List.of("http://here/fhir"));

    @BeforeAll
    static void store() {
        TEST.put("""
                {"resourceType":"CarePlan","id":"course","subject":{"reference":"Patient/p"},
                 "category":[{"coding":[{"system":"urn:t","code":"x"},{"system":"urn:s","code":"series"}]}]}""");
        TEST.put("""
                {"resourceType":"CarePlan","id":"other","subject":{"reference":"Patient/p"},
                 "category":[{"coding":[{"system":"urn:t","code":"course"}]}]}""");
        TEST.put("""
                {"resourceType":"MedicationAdministration","id":"dose","subject":{"reference":"Patient/p"},
                 "medicationCodeableConcept":{"coding":[{"system":"urn:s","code":"ketamine"}]},
                 "partOf":[{"reference":"Procedure/one"},{"reference":"http://there/Procedure/two"}]}""");
        TEST.put("""
                {"resourceType":"Observation","id":"reading","status":"final","subject":{"reference":"Patient/p"},
                 "code":{"coding":[{"system":"urn:s","code":"first"},{"system":"urn:s","code":"second"}]}}""");
    }

    @AfterAll
    static void close() {
        TEST.close();
    }

    private Set<String> courses(Access access, String... ids) {
        return neighbours.ofKind(access, COURSES, List.of(ids));
    }

    private Set<String> linked(Access access, CodedKind kind) {
        return neighbours.linked(access, kind, PART_OF, List.of("one", "two", "three"));
    }

    @Test
    void findsThoseOfTheKind() {
        assertThat(courses(TestStore.CLINIC, "course", "other", "absent")).containsExactly("course");
        assertThat(courses(TestStore.CLINIC)).isEmpty();
    }

    /** The first coding stands in columns of its own, the others in rows. */
    @Test
    void findsACodeWhereverItIsKept() {
        for (String code : List.of("urn:s|first", "urn:s|second")) {
            CodedKind kind = CodedKind.of("Observation.code", Set.of("urn:s|other", code));
            assertThat(neighbours.ofKind(TestStore.CLINIC, kind, List.of("reading")))
                    .as(code)
                    .containsExactly("reading");
        }
        CodedKind settled = CodedKind.of("Observation.status", Set.of("http://hl7.org/fhir/observation-status|final"));
        assertThat(neighbours.ofKind(TestStore.CLINIC, settled, List.of("reading")))
                .containsExactly("reading");
        CodedKind other = CodedKind.of("Observation.code", Set.of("urn:t|first"));
        assertThat(neighbours.ofKind(TestStore.CLINIC, other, List.of("reading")))
                .isEmpty();
    }

    @Test
    void findsThoseThatAKindIsLinkedTo() {
        assertThat(linked(TestStore.CLINIC, GIVEN)).containsExactly("one");
        assertThat(linked(TestStore.CLINIC, CodedKind.of(GIVEN.element(), Set.of("urn:s|iron"))))
                .isEmpty();
        assertThat(linked(TestStore.CLINIC, GIVEN.except(Set.of("dose")))).isEmpty();
        assertThat(linked(TestStore.CLINIC, GIVEN.except(Set.of("another")))).containsExactly("one");
    }

    @Test
    void seesWhatTheCallerMaySee() {
        Access patient = Access.ofPatient("app", "p");
        Access stranger = Access.ofPatient("app", "q");

        assertThat(courses(patient, "course")).containsExactly("course");
        assertThat(courses(stranger, "course")).isEmpty();
        assertThat(linked(patient, GIVEN)).containsExactly("one");
        assertThat(linked(stranger, GIVEN)).isEmpty();
    }

    @Test
    void readsReferencesToThisServer() {
        assertThat(neighbours.localId("CarePlan/c", "CarePlan")).contains("c");
        assertThat(neighbours.localId("CarePlan/c/_history/2", "CarePlan")).contains("c");
        assertThat(neighbours.localId("http://here/fhir/CarePlan/c", "CarePlan"))
                .contains("c");
        assertThat(neighbours.localId("http://there/fhir/CarePlan/c", "CarePlan"))
                .isEmpty();
        assertThat(neighbours.localId("Procedure/c", "CarePlan")).isEmpty();
        assertThat(neighbours.localId("#c", "CarePlan")).isEmpty();
    }

    /** The bound, and one past it. */
    @Test
    void looksAtAThousandIds() {
        Stream<String> before = IntStream.range(1, Neighbours.MOST_IDS).mapToObj(i -> "absent-" + i);
        List<String> bound = Stream.concat(before, Stream.of("course")).toList();
        List<String> past = Stream.concat(Stream.of("first"), bound.stream()).toList();

        assertThat(neighbours.ofKind(TestStore.CLINIC, COURSES, bound)).containsExactly("course");
        assertThat(neighbours.ofKind(TestStore.CLINIC, COURSES, past)).isEmpty();
    }
}
