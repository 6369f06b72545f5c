package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two clinicians correct a dose each, again and again, while the referrer takes the summary: what a document says in its
 * sentences, its table and its records is always of the same two doses.
 */
class SummaryUnderCorrectionStory {
    private static final int DOCUMENTS = 25;
    private static final String COURSE = "corrected-course";

    private final Caller caller = new Caller();

    @BeforeEach
    void treat() {
        caller.put("/Patient/corrected", "{\"resourceType\":\"Patient\",\"id\":\"corrected\"}");
        caller.put("/CarePlan/" + COURSE, """
                {"resourceType":"CarePlan","id":"%s","status":"active","intent":"plan",
                 "subject":{"reference":"Patient/corrected"},
                 "extension":[{"url":"https://fhir.dripline.example/StructureDefinition/course-number",
                   "valuePositiveInt":1}]}""".formatted(COURSE));
        for (int number = 1; number <= 2; number++) {
            caller.put("/Procedure/corrected-" + number, """
                    {"resourceType":"Procedure","id":"corrected-%1$d","status":"completed",
                     "subject":{"reference":"Patient/corrected"},"basedOn":[{"reference":"CarePlan/%2$s"}],
                     "code":{"coding":[{"system":"http://snomed.info/sct","code":"14152002"}]},
                     "performedPeriod":{"start":"2026-01-0%1$dT14:00:00Z","end":"2026-01-0%1$dT14:40:00Z"}}
                    """.formatted(number, COURSE));
            dose(number, 40);
        }
    }

    private void dose(int number, int mg) {
        Answer answer = caller.put("/MedicationAdministration/corrected-" + number, """
                {"resourceType":"MedicationAdministration","id":"corrected-%1$d","status":"completed",
                 "subject":{"reference":"Patient/corrected"},"partOf":[{"reference":"Procedure/corrected-%1$d"}],
                 "medicationCodeableConcept":{"coding":[
                   {"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"6130"}]},
                 "effectivePeriod":{"start":"2026-01-0%1$dT14:00:00Z","end":"2026-01-0%1$dT14:40:00Z"},
                 "dosage":{"dose":{"value":%2$d,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}}
                """.formatted(number, mg));
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    @Test
    void isNeverOfTwoStates() throws Exception {
        AtomicBoolean taken = new AtomicBoolean();
        Set<Integer> totals = new TreeSet<>();
        try (ExecutorService clinicians = Executors.newFixedThreadPool(2)) {
            List<Future<?>> corrections = new ArrayList<>();
            for (int number = 1; number <= 2; number++) {
                int own = number;
                corrections.add(clinicians.submit(() -> {
                    for (int mg = 41; !taken.get(); mg = mg == 49 ? 41 : mg + 1) {
                        dose(own, mg);
                    }
                }));
            }
            for (int i = 0; i < DOCUMENTS; i++) {
                totals.add(total());
            }
            taken.set(true);
            for (Future<?> each : corrections) {
                each.get();
            }
        }
        assertThat(totals).as("they were corrected meanwhile").hasSizeGreaterThan(3);
    }

    /** The sum of the doses of the records, which is that of the words and of the table. */
    private int total() {
        JsonObject bundle = caller.get("/CarePlan/" + COURSE + "/$treatment-summary")
                .accepted(200)
                .resource();
        List<Integer> doses = Answer.objects(bundle, "entry").stream()
                .map(entry -> entry.object("resource").orElseThrow())
                .filter(resource -> resource.resourceType().equals("MedicationAdministration"))
                .map(resource ->
                        resource.object("dosage").orElseThrow().object("dose").orElseThrow())
                .map(dose -> ((Json.Numeral) Objects.requireNonNull(dose.get("value")))
                        .value()
                        .intValue())
                .toList();
        assertThat(doses).hasSize(2);
        int sum = doses.stream().mapToInt(Integer::intValue).sum();
        assertThat(new String(JsonWriter.bytes(bundle), StandardCharsets.UTF_8))
                .contains("In all: " + sum + " mg")
                .contains("<td>" + doses.getFirst() + "</td>", "<td>" + doses.getLast() + "</td>");
        return sum;
    }
}
