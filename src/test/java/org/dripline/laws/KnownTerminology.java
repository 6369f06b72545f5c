package org.dripline.laws;

import static java.util.stream.Collectors.toSet;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.engine.search.Terminology;
import org.dripline.laws.oracle.Terminology.Code;

/** The engine is told of codes what the oracle is told, so that both answer from the same knowledge. */
record KnownTerminology(org.dripline.laws.oracle.Terminology known) implements Terminology {
    @Override
    public Optional<Set<Concept>> members(String valueSet) {
        return Optional.ofNullable(known.valueSets().get(valueSet))
                .map(codes -> codes.stream()
                        .map(code -> new Concept(code.system(), code.code()))
                        .collect(toSet()));
    }

    @Override
    public Optional<Set<String>> below(String system, String code) {
        return Optional.ofNullable(known.descendants().get(new Code(system, code)))
                .map(below -> Stream.concat(Stream.of(code), below.stream().map(Code::code))
                        .collect(toSet()));
    }

    @Override
    public Optional<Set<String>> above(String system, String code) {
        Code asked = new Code(system, code);
        return Optional.ofNullable(known.descendants().get(asked))
                .map(itself -> Stream.concat(
                                Stream.of(code),
                                known.descendants().entrySet().stream()
                                        .filter(entry -> entry.getValue().contains(asked))
                                        .map(entry -> entry.getKey().code()))
                        .collect(toSet()));
    }
}
