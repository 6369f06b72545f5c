package org.dripline.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dripline.engine.TestStore;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/**
 * A large store, quickly: the store writes one visit, and SQL multiplies its rows. Each copy has ids and times of its
 * own; ten visits belong to one patient.
 */
final class ManyVisits {
    private static final int VISITS = 7_500;

    private ManyVisits() {}

    /** How many resources there are then. */
    static int fill(TestStore store) {
        List<String> visit = visit();
        visit.forEach(store::put);
        DSLContext sql = store.sql();
        List<String> copies = new ArrayList<>();
        sql.meta().getSchemas("fhir").stream()
                .flatMap(schema -> schema.getTables().stream())
                .filter(table -> table.field("resource_key") != null)
                .filter(table -> !table.getName().equals("changes"))
                .filter(table -> sql.fetchExists(table))
                .forEach(table -> copies.add(copy(table)));
        copies.forEach(sql::execute);
        sql.execute("analyze");
        return visit.size() * (VISITS + 1);
    }

    private static String copy(Table<?> table) {
        String columns =
                table.fieldStream().map(Field::getName).map(ManyVisits::quoted).collect(Collectors.joining(", "));
        String values = table.fieldStream()
                .map(field -> value(table.getName(), field.getName()))
                .collect(Collectors.joining(", "));
        return "insert into fhir." + table.getName() + " (" + columns + ") select " + values + " from fhir."
                + table.getName() + " cross join generate_series(1, " + VISITS + ") i";
    }

    private static String quoted(String column) {
        return "\"" + column + "\"";
    }

    private static String value(String table, String column) {
        String name = quoted(column);
        boolean identified = table.equals("identifiers") || table.equals("texts");
        return switch (column) {
            case "resource_key" -> name + " + i * 1000";
            case "patient_id" -> table.equals("patients") ? name + " || '-' || i" : name + " || '-' || (1 + i / 10)";
            case "id", "encounter_id", "request_id" -> name + " || '-' || i";
            case "target_id" -> name + " || '-' || case when target_type = 'Patient' then 1 + i / 10 else i end";
            case "code", "code_key" ->
                identified
                        ? name + " || i"
                        : "case when " + name + " = '8310-5' and i % 50 = 0 then 'rare' else " + name + " end";
            case "text_key", "content" -> identified ? name + " || i" : name;
            case "updated_at",
                    "performed_from",
                    "performed_to",
                    "effective_from",
                    "effective_to",
                    "period_from",
                    "period_to",
                    "occurred_from",
                    "occurred_to",
                    "authored_from",
                    "authored_to" ->
                "case when " + name + " between '1900-01-01' and '2100-01-01' then " + name
                        + " - i * interval '11 minutes' else " + name + " end";
            case "status" -> "case when i % 100 = 0 then 'entered-in-error' else " + name + " end";
            case "low", "high", "canonical_low", "canonical_high" ->
                table.equals("quantities") ? name + " + i % 60" : name;
            default -> name;
        };
    }

    private static List<String> visit() {
        List<String> visit = new ArrayList<>(List.of("""
                {"resourceType":"Patient","id":"p","identifier":[{"system":"http://clinic.example/mrn","value":"m"}],
                 "name":[{"family":"Family","given":["Given"]}],"birthDate":"1980-02-03","gender":"female",
                 "generalPractitioner":[{"reference":"Practitioner/d"}]}""", """
                {"resourceType":"Encounter","id":"e","status":"finished","class":{"code":"AMB"},
                 "subject":{"reference":"Patient/p"},"period":{"start":"2026-01-05T13:00:00Z","end":"2026-01-05T16:00:00Z"}}""", """
                {"resourceType":"CarePlan","id":"c","status":"active","intent":"plan","subject":{"reference":"Patient/p"},
                 "period":{"start":"2026-01-01","end":"2026-02-01"}}""", """
                {"resourceType":"Procedure","id":"i","status":"completed","subject":{"reference":"Patient/p"},
                 "encounter":{"reference":"Encounter/e"},"basedOn":[{"reference":"CarePlan/c"}],
                 "code":{"coding":[{"system":"http://snomed.info/sct","code":"14152002","display":"Infusion"}]},
                 "performedPeriod":{"start":"2026-01-05T14:00:00Z","end":"2026-01-05T14:40:00Z"}}""", """
                {"resourceType":"MedicationAdministration","id":"m","status":"completed","subject":{"reference":"Patient/p"},
                 "context":{"reference":"Encounter/e"},"partOf":[{"reference":"Procedure/i"}],
                 "medicationCodeableConcept":{"coding":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"6130"}]},
                 "effectivePeriod":{"start":"2026-01-05T14:00:00Z","end":"2026-01-05T14:40:00Z"},
                 "dosage":{"dose":{"value":40,"unit":"mg","system":"http://unitsofmeasure.org","code":"mg"}}}""", """
                {"resourceType":"QuestionnaireResponse","id":"q","status":"completed","subject":{"reference":"Patient/p"},
                 "questionnaire":"http://clinic.example/phq9","authored":"2026-01-05T13:30:00Z"}"""));
        for (String code : List.of("8867-4", "2708-6", "9279-1", "29463-7", "44261-6", "8310-5", "8480-6")) {
            visit.add("""
                    {"resourceType":"Observation","id":"o%1$s","status":"final","subject":{"reference":"Patient/p"},
                     "encounter":{"reference":"Encounter/e"},"partOf":[{"reference":"Procedure/i"}],
                     "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],
                     "code":{"coding":[{"system":"http://loinc.org","code":"%1$s","display":"Reading"}]},
                     "effectiveDateTime":"2026-01-05T14:10:00Z",
                     "valueQuantity":{"value":40,"unit":"/min","system":"http://unitsofmeasure.org","code":"/min"}}""".formatted(code));
        }
        return visit;
    }
}
