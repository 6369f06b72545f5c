package org.dripline.engine.mapping;

import java.util.List;
import java.util.Set;

/**
 * A search parameter of one type: R4's own, or one of the built-in {@code _id} and {@code _lastUpdated}.
 *
 * @param url canonical of the SearchParameter resource
 * @param expression FHIRPath of R4's definition, restricted to this type
 * @param targets resource types a reference may point to; empty for other kinds
 * @param elements the mapped elements whose columns answer it
 */
public record SearchParameter(
        String name,
        SearchKind kind,
        String url,
        String description,
        String expression,
        Set<String> targets,
        List<MappedElement> elements) {
    public SearchParameter {
        targets = Set.copyOf(targets);
        elements = List.copyOf(elements);
    }

    /** Whether R4 asks what is referred to for its type: {@code where(resolve() is Patient)}. */
    public boolean asksForType() {
        return expression.contains("resolve() is ");
    }

    @Override
    public String toString() {
        return name;
    }
}
