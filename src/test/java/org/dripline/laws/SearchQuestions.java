package org.dripline.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** For each kind of search parameter: every way that R4 knows to ask, and the modifiers that it refuses. */
final class SearchQuestions {
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final String GENDERS = "http://hl7.org/fhir/ValueSet/administrative-gender";
    private static final String ACTIVE = "http://terminology.hl7.org/CodeSystem/condition-clinical%7Cactive";

    /** What a composite's parts are asked for, by the word in its name that tells their kind. */
    private static final Map<String, String> SECOND_PARTS = Map.of(
            "quantity", "gt5.4%7C" + UCUM + "%7Cmg", "concept", "b", "date", "ge2026", "string", "b", "value", "b");

    /** R4's modifiers (3.1.1.4.4), all kinds together. */
    private static final Set<String> MODIFIERS = Set.of(
            "missing", "exact", "contains", "not", "text", "in", "not-in", "below", "above", "of-type", "identifier");

    private SearchQuestions() {}

    /** Whole questions, {@code name=value}. */
    static List<String> of(CapabilityStatementRestResourceSearchParamComponent parameter) {
        String name = parameter.getName();
        List<String> questions = new ArrayList<>();
        plain(parameter).forEach(value -> questions.add(name + "=" + value));
        allowed(parameter).forEach(modifier -> questions.add(name + ":" + modifier + "=" + value(modifier)));
        return questions;
    }

    static List<String> refusedModifiers(CapabilityStatementRestResourceSearchParamComponent parameter) {
        List<String> refused = new ArrayList<>(MODIFIERS);
        refused.removeAll(allowed(parameter));
        // Whether a reference takes :below depends on whether it is a canonical, which only its definition tells.
        if (parameter.getType() == SearchParamType.REFERENCE) {
            refused.removeAll(List.of("below", "identifier"));
        }
        // A shortcut takes what the parameter at the end of its chain takes.
        return refused;
    }

    private static List<String> plain(CapabilityStatementRestResourceSearchParamComponent parameter) {
        return switch (parameter.getType()) {
            case TOKEN ->
                Set.of("phone", "email", "telecom", "version", "_id", "instrument", "language", "keyword")
                                .contains(parameter.getName())
                        ? List.of("a", "a,b", "a%5C,b")
                        : List.of("a", "true", "a,b", "a%5C%7Cb");
            case DATE ->
                List.of("2026", "ge2026-01", "lt2026-01-05T14:00:00Z", "ne2026-01-05,sa2025", "ap2026", "eb2025");
            case REFERENCE -> List.of("a", "Patient/a,b", "http://elsewhere.example/a", "urn:uuid:1");
            case URI -> List.of("urn:a", "http://elsewhere.example/a,urn:b", "http://x%7C1");
            case STRING -> List.of("a", "%C3%89a,b", "a%20b", "a%5C%24");
            case NUMBER -> List.of("1", "ge0.50", "lt1e2", "ne1,ap2", "sa1", "eb-1");
            case QUANTITY ->
                List.of("1", "ge0.50%7C" + UCUM + "%7Cmg", "lt1e2%7C%7Cmg", "ap5.4%7C" + UCUM + "%7Cmg/kg", "sa1,eb2");
            case COMPOSITE -> List.of("a$" + second(parameter.getName()) + ",b$" + second(parameter.getName()));
            default -> throw new AssertionError("Nobody has said how to search by " + parameter.getType());
        };
    }

    private static String second(String name) {
        return SECOND_PARTS.getOrDefault(name.substring(name.lastIndexOf('-') + 1), "b");
    }

    private static List<String> allowed(CapabilityStatementRestResourceSearchParamComponent parameter) {
        return switch (parameter.getType()) {
            case TOKEN -> List.of("missing", "not", "text", "in", "not-in", "below", "above", "of-type");
            case STRING -> List.of("missing", "exact", "contains");
            case URI -> List.of("missing", "below", "above");
            case DATE, NUMBER, QUANTITY, REFERENCE -> List.of("missing");
            default -> List.of();
        };
    }

    private static String value(String modifier) {
        return switch (modifier) {
            case "missing" -> "true";
            case "in", "not-in" -> GENDERS;
            case "below", "above" -> ACTIVE;
            case "of-type" -> "http://terminology.hl7.org/CodeSystem/v2-0203%7CMR%7C446053";
            default -> "a";
        };
    }
}
