package org.dripline.laws.oracle;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the server is taken to know about codes.
 *
 * @param valueSets what each value set holds, by its URL
 * @param descendants what each code subsumes, not itself; a code without any stands with an empty set
 */
public record Terminology(Map<String, Set<Code>> valueSets, Map<Code, Set<Code>> descendants) {
    public static final Terminology NONE = new Terminology(Map.of(), Map.of());

    /** A code of a code system. */
    public record Code(String system, String code) {}

    Set<Code> expansion(String valueSet) {
        return Optional.ofNullable(valueSets.get(valueSet))
                .orElseThrow(() -> new Refused("the value set is not known"));
    }

    Set<Code> below(Code code) {
        return Optional.ofNullable(descendants.get(code))
                .orElseThrow(() -> new Refused("the hierarchy of the code is not known"));
    }
}
