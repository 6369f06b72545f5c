package org.dripline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalLong;
import org.dripline.access.Access;
import org.dripline.document.DocumentMeta;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.engine.TestStore;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.store.Written.Effect;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResourceStoreTest {
    private static final String INFUSION = """
            {"resourceType":"Procedure","id":"p1","status":"completed","subject":{"reference":"Patient/a"},
             "code":{"coding":[{"system":"http://snomed.info/sct","code":"14152002"}]},
             "performedPeriod":{"start":"2026-01-05T14:00:00Z","end":"2026-01-05T14:40:00Z"},
             "encounter":{"reference":"Encounter/e1"},"basedOn":[{"reference":"CarePlan/c1"}]}""";

    private final TestStore test = new TestStore();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void readsBackWhatItAccepted() {
        Written written = test.put(INFUSION);
        assertThat(written.effect()).isEqualTo(Effect.CREATED);
        StoredVersion read =
                test.store.read(TestStore.CLINIC, "Procedure", "p1").orElseThrow();
        assertThat(read.version()).isEqualTo(1);
        JsonObject document = JsonReader.read(read.content(), Limits.DEFAULT);
        assertThat(DocumentMeta.withoutServerFields(document))
                .isEqualTo(DocumentMeta.withoutServerFields(TestStore.read(INFUSION)));
    }

    @Test
    void keepsEachVersionAndRefusesStaleOnes() {
        test.put(INFUSION);
        assertThat(test.put(INFUSION.replace("completed", "stopped")).effect()).isEqualTo(Effect.UPDATED);
        assertThat(test.store.readVersion(TestStore.CLINIC, "Procedure", "p1", 1))
                .isPresent();
        assertThat(test.store.readVersion(TestStore.CLINIC, "Procedure", "p1", 2))
                .isPresent();
        Write stale = new Write.Update("Procedure", "p1", TestStore.read(INFUSION), OptionalLong.of(1), List.of());
        assertThatThrownBy(() -> test.store.write(TestStore.CLINIC, List.of(stale)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(412));
    }

    @Test
    void deletesAndRevives() {
        test.put(INFUSION);
        Write delete = new Write.Delete("Procedure", "p1", OptionalLong.empty());
        assertThat(test.store
                        .write(TestStore.CLINIC, List.of(delete))
                        .getFirst()
                        .effect())
                .isEqualTo(Effect.DELETED);
        assertThat(test.store
                        .read(TestStore.CLINIC, "Procedure", "p1")
                        .orElseThrow()
                        .deleted())
                .isTrue();
        assertThat(find("_id", "p1")).isEmpty();
        assertThat(test.put(INFUSION).effect()).isEqualTo(Effect.CREATED);
        assertThat(find("_id", "p1")).containsExactly("p1");
    }

    @Test
    void writesAllOrNothing() {
        Write good = new Write.Update("Procedure", "p1", TestStore.read(INFUSION), OptionalLong.empty(), List.of());
        Write bad = new Write.Update("Procedure", "p2", TestStore.read(INFUSION), OptionalLong.of(7), List.of());
        assertThatThrownBy(() -> test.store.write(TestStore.CLINIC, List.of(good, bad)))
                .isInstanceOf(Refusal.class);
        assertThat(test.store.read(TestStore.CLINIC, "Procedure", "p1")).isEmpty();
    }

    @Test
    void hidesOtherPatients() {
        test.put(INFUSION);
        Access other = Access.ofPatient("b", "b");
        assertThat(test.store.read(other, "Procedure", "p1")).isEmpty();
        assertThat(test.store.read(Access.ofPatient("a", "a"), "Procedure", "p1"))
                .isPresent();
        assertThat(test.search.search(other, "Procedure", List.of()).matches()).isEmpty();
        Write delete = new Write.Delete("Procedure", "p1", OptionalLong.empty());
        assertThatThrownBy(() -> test.store.write(other, List.of(delete))).isInstanceOf(Refusal.class);
    }

    @Test
    void hidesOtherPatientsThemselves() {
        test.put("{\"resourceType\":\"Patient\",\"id\":\"a\",\"active\":true}");
        test.put("{\"resourceType\":\"Patient\",\"id\":\"a\",\"active\":false}");
        Access own = Access.ofPatient("a", "a");
        Access other = Access.ofPatient("b", "b");
        assertThat(test.store.read(own, "Patient", "a")).isPresent();
        assertThat(test.store.read(other, "Patient", "a")).isEmpty();
        assertThat(test.store.readVersion(other, "Patient", "a", 1)).isEmpty();
        assertThat(test.search.search(other, "Patient", List.of()).matches()).isEmpty();
        Write update = new Write.Update(
                "Patient",
                "a",
                TestStore.read("{\"resourceType\":\"Patient\",\"id\":\"a\"}"),
                OptionalLong.empty(),
                List.of());
        assertThatThrownBy(() -> test.store.write(other, List.of(update))).isInstanceOf(Refusal.class);
    }

    @Test
    void findsByEachKind() {
        test.put(INFUSION);
        assertThat(find("patient", "a")).containsExactly("p1");
        assertThat(find("patient", "Patient/a")).containsExactly("p1");
        assertThat(find("subject", "Group/a")).isEmpty();
        assertThat(find("code", "http://snomed.info/sct|14152002")).containsExactly("p1");
        assertThat(find("code", "|14152002")).isEmpty();
        assertThat(find("status", "stopped,completed")).containsExactly("p1");
        assertThat(find("date", "2026-01-05")).containsExactly("p1");
        assertThat(find("date", "gt2026-01-05T14:20:00Z")).containsExactly("p1");
        assertThat(find("date", "2026-01-06")).isEmpty();
        assertThat(find("based-on", "CarePlan/c1")).containsExactly("p1");
        assertThat(find("encounter", "e1")).containsExactly("p1");
        assertThat(find("_lastUpdated", "gt2020")).containsExactly("p1");
    }

    @Test
    void patientFindsNoOtherSubjects() {
        test.put(INFUSION.replace("Patient/a", "Group/a"));
        assertThat(find("subject", "Group/a")).containsExactly("p1");
        assertThat(find("patient", "Group/a")).isEmpty();
        test.put(INFUSION.replace("Patient/a", "https://other.example/fhir/Group/a"));
        assertThat(find("subject", "https://other.example/fhir/Group/a")).containsExactly("p1");
        assertThat(find("patient", "https://other.example/fhir/Group/a")).isEmpty();
        test.put(INFUSION.replace("Patient/a", "https://other.example/fhir/Patient/a"));
        assertThat(find("patient", "https://other.example/fhir/Patient/a")).containsExactly("p1");
    }

    @Test
    void findsSubjectsOfAnyTypeByTheirId() {
        test.put("""
                {"resourceType":"QuestionnaireResponse","id":"q1","status":"completed",
                 "subject":{"reference":"Device/d"}}""");
        List<Parameter> search = List.of(new Parameter("subject", "d"));
        assertThat(test.search
                        .search(TestStore.CLINIC, "QuestionnaireResponse", search)
                        .matches())
                .extracting(StoredVersion::id)
                .containsExactly("q1");
    }

    @Test
    void walksThroughPagesInOrder() {
        for (int day = 1; day <= 9; day++) {
            test.put(INFUSION.replace("\"p1\"", "\"p" + day + "\"").replace("01-05T", "01-0" + day + "T"));
        }
        List<Parameter> search = List.of(new Parameter("_sort", "-date,status"), new Parameter("_count", "4"));
        var first = test.search.search(TestStore.CLINIC, "Procedure", search);
        assertThat(first.matches()).extracting(StoredVersion::id).containsExactly("p9", "p8", "p7", "p6");
        String next = first.next().orElseThrow();
        String token = next.substring(next.indexOf("_page=") + 6);
        var second = test.search.search(
                TestStore.CLINIC, "Procedure", List.of(search.get(0), search.get(1), new Parameter("_page", token)));
        assertThat(second.matches()).extracting(StoredVersion::id).containsExactly("p5", "p4", "p3", "p2");
    }

    private List<String> find(String name, String value) {
        return test.search.search(TestStore.CLINIC, "Procedure", List.of(new Parameter(name, value))).matches().stream()
                .map(StoredVersion::id)
                .toList();
    }
}
