package org.dripline.engine.mapping;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which codes differ by their case. R4 leaves it to {@code CodeSystem.caseSensitive} and asks to ignore case when in
 * doubt (3.1.1.4.10), "on the grounds that including undesired data has less safety implications".
 */
public final class CaseRule {
    /** HL7's own systems and UCUM say that they are case-sensitive; so do ours. */
    private static final List<String> SENSITIVE = List.of(
            "http://hl7.org/fhir/",
            "http://terminology.hl7.org/",
            "http://unitsofmeasure.org",
            "https://fhir.dripline.example/");

    private CaseRule() {}

    public static boolean isSensitive(@Nullable String system) {
        return system != null && SENSITIVE.stream().anyMatch(system::startsWith);
    }

    /** A code as codes without a case are compared. */
    public static String key(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
