package org.dripline.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.dripline.document.JsonObject;
import org.dripline.engine.TestStore;
import org.dripline.engine.search.Neighbours;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How much it costs to know an infusion by its company; that it is known, a story tells. */
class InfusionsTest {
    private static final TestStore TEST = new TestStore();

    private final AtomicInteger statements = new AtomicInteger();
    private final Infusions infusions = new Infusions(
            new Neighbours(DSL.using(TEST.sql().configuration().deriveAppending(counting())), TEST.catalog, List.of()));

    private ExecuteListener counting() {
        return ExecuteListener.onExecuteStart(context -> statements.incrementAndGet());
    }

    @AfterAll
    static void close() {
        TEST.close();
    }

    private static JsonObject procedure(String more) {
        return TestStore.read("{\"resourceType\":\"Procedure\"" + more + "}");
    }

    @Test
    void asksTwiceHoweverManyProceduresThereAre() {
        Map<String, JsonObject> entries = new HashMap<>();
        for (int i = 0; i < 1000; i++) {
            entries.put("Procedure/" + i, procedure(",\"basedOn\":[{\"reference\":\"CarePlan/%d\"}]".formatted(i)));
        }

        assertThat(infusions.among(TestStore.CLINIC, entries)).isEmpty();
        assertThat(statements).hasValue(2);
    }

    @Test
    void asksNothingOfWhatSaysItselfWhatItIs() {
        JsonObject numbered = procedure(
                ",\"extension\":[{\"url\":\"https://fhir.dripline.example/StructureDefinition/infusion-number\"}]");

        infusions.among(TestStore.CLINIC, Map.of("Procedure/a", numbered));
        infusions.among(TestStore.CLINIC, Map.of("Procedure/b", JsonObject.EMPTY));
        infusions.among(TestStore.CLINIC, Map.of("Patient/c", TestStore.read("{\"resourceType\":\"Patient\"}")));

        assertThat(statements).hasValue(0);
    }

    @Test
    void asksNothingThatTheOtherEntriesSettle() {
        JsonObject administration = TestStore.read("""
                {"resourceType":"MedicationAdministration","partOf":[{"reference":"Procedure/a"}],
                 "medicationCodeableConcept":{"coding":[
                   {"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"6130"}]}}""");
        Map<String, JsonObject> entries =
                Map.of("Procedure/a", procedure(""), "MedicationAdministration/m", administration);

        assertThat(infusions.among(TestStore.CLINIC, entries)).containsExactly("Procedure/a");
        assertThat(statements).hasValue(0);
    }
}
