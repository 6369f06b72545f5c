package org.dripline;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dripline.engine.search.Terminology;
import org.dripline.profile.KnownCodes;

/** Answers the search's questions about codes from the definitions in the jar. */
record ShippedTerminology(KnownCodes codes) implements Terminology {
    @Override
    public Optional<Set<Concept>> members(String valueSet) {
        return codes.members(valueSet)
                .map(members -> members.stream()
                        .map(member -> new Concept(member.system(), member.code()))
                        .collect(Collectors.toSet()));
    }

    @Override
    public Optional<Set<String>> below(String system, String code) {
        return codes.below(system, code);
    }

    @Override
    public Optional<Set<String>> above(String system, String code) {
        return codes.above(system, code);
    }
}
