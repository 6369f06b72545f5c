package org.dripline.engine.mapping;

import java.util.List;
import java.util.Set;

/**
 * A search parameter of one type: R4's own, one of the built-in {@code _id}, {@code _lastUpdated} …, or one of ours.
 *
 * @param url canonical of the SearchParameter resource
 * @param expression FHIRPath of the definition, restricted to this type
 * @param targets resource types a reference may point to; empty for other kinds, and for any type
 * @param elements the mapped elements whose columns answer it; none for composites and shortcuts
 * @param parts of a composite: what it is composed of
 * @param shortcut the chain that answers it instead of columns of its own, such as {@code based-on:CarePlan.course-number};
 *     empty for nearly all
 */
public record SearchParameter(
        String name,
        SearchKind kind,
        String url,
        String description,
        String expression,
        Set<String> targets,
        List<MappedElement> elements,
        List<SearchParameter> parts,
        String shortcut) {
    public SearchParameter {
        targets = Set.copyOf(targets);
        elements = List.copyOf(elements);
        parts = List.copyOf(parts);
    }

    /** Whether R4 asks what is referred to for its type: {@code where(resolve() is Patient)}. */
    public boolean asksForType() {
        return expression.contains("resolve() is ");
    }

    /** Whether what it searches is a canonical, which names a resource by its url and not by its id. */
    public boolean isCanonical() {
        return !elements.isEmpty()
                && elements.stream()
                        .allMatch(element -> element.layout() instanceof Layout.Canonical
                                || (element.layout() instanceof Layout.Uris(boolean canonical) && canonical));
    }

    @Override
    public String toString() {
        return name;
    }
}
