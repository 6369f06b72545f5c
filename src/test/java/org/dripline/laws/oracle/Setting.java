package org.dripline.laws.oracle;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a search depends on besides the data and R4.
 *
 * @param served the types that chains may lead to
 * @param custom parameters beyond R4's
 * @param ownBases URLs of this server, without a slash at the end
 * @param clock says how far a date is from now, for {@code ap}
 * @param caseSensitive whether the codes of a system are; asked with the empty text for what has no system
 */
public record Setting(
        Set<String> served,
        List<Definition> custom,
        Terminology terminology,
        List<String> ownBases,
        Clock clock,
        Predicate<String> caseSensitive) {
    private static final List<String> CASE_SENSITIVE = List.of(
            "http://hl7.org/fhir/",
            "http://terminology.hl7.org/",
            "http://unitsofmeasure.org",
            "https://fhir.dripline.example/");

    public Setting {
        served = Set.copyOf(served);
        custom = List.copyOf(custom);
        ownBases = List.copyOf(ownBases);
    }

    /** Where case matters: systems whose codes are known to differ by case. R4 asks to be lenient when in doubt. */
    public static boolean isCaseSensitive(String system) {
        return CASE_SENSITIVE.stream().anyMatch(system::startsWith);
    }
}
