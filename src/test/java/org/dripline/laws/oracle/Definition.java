package org.dripline.laws.oracle;

import java.util.List;
import java.util.Set;

/**
 * A search parameter of one type, as R4 or a SearchParameter resource defines it.
 *
 * @param expression FHIRPath from the resource
 * @param targets the types a reference may point to; any when there are none
 * @param components what a composite is made of; empty for other kinds
 */
public record Definition(
        String type, String name, Kind kind, String expression, Set<String> targets, List<Component> components) {
    public Definition {
        targets = Set.copyOf(targets);
        components = List.copyOf(components);
    }

    /** A simple parameter, such as a custom one. */
    public static Definition of(String type, String name, Kind kind, String expression) {
        return new Definition(type, name, kind, expression, Set.of(), List.of());
    }

    /**
     * One part of a composite.
     *
     * @param definition the parameter whose kind reads the part
     * @param expression FHIRPath from the composite's element
     */
    public record Component(Definition definition, String expression) {}

    /** Whether a reference may point to that type. */
    public boolean allows(String target) {
        return targets.isEmpty() || targets.contains(target);
    }

    @Override
    public String toString() {
        return type + "." + name;
    }
}
