package org.dripline.engine.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchKind;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads one {@code _include} or {@code _revinclude} (R4, 3.1.1.5.4). */
final class IncludeParser {
    private static final String ANY = "*";

    private final ResourceCatalog catalog;
    private final String name;
    private final String value;
    private final boolean reverse;
    private final boolean iterate;

    IncludeParser(ResourceCatalog catalog, Parameter parameter) {
        this.catalog = catalog;
        this.name = parameter.name();
        this.value = parameter.value();
        this.reverse = name.startsWith("_revinclude");
        this.iterate = name.endsWith(":iterate");
    }

    /** {@code *} stands for every type, {@code Type:*} for every reference of a type. */
    List<Include> includes() {
        String[] parts = value.split(":", -1);
        if (value.equals(ANY)) {
            return catalog.all().stream().flatMap(this::all).toList();
        }
        if (parts.length < 2 || parts.length > 3) {
            throw Refusal.invalid(
                    "search-include",
                    name + " takes Type:parameter or Type:parameter:Target, such as Observation:encounter, and * for"
                            + " any parameter.");
        }
        ResourceMapping source = catalog.find(parts[0]).orElseThrow(() -> Refusals.unknownType(parts[0], types()));
        if (parts[1].equals(ANY)) {
            if (parts.length > 2 && !types().contains(parts[2])) {
                throw Refusals.unknownType(parts[2], types());
            }
            return all(source)
                    .filter(include -> parts.length < 3 || include.targets().contains(parts[2]))
                    .toList();
        }
        SearchParameter reference = Refusals.known(source, parts[1]);
        if (reference.kind() != SearchKind.REFERENCE) {
            Set<String> valid = ResultParameters.references(source).stream()
                    .map(SearchParameter::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            throw Refusals.refusal(
                    "search-include",
                    reference + " of " + source.type() + " is no reference." + Refusals.meant(reference.name(), valid)
                            + " Valid are " + String.join(", ", valid) + ".");
        }
        return include(source, reference, parts.length < 3 ? null : parts[2]).stream()
                .toList();
    }

    private Stream<Include> all(ResourceMapping source) {
        return ResultParameters.references(source).stream()
                .flatMap(reference -> include(source, reference, null).stream());
    }

    /** Empty when none of the types referred to is served: then there is nothing to include. */
    private Optional<Include> include(ResourceMapping source, SearchParameter reference, @Nullable String target) {
        Set<String> targets = new TreeSet<>(types());
        if (!reference.targets().isEmpty()) {
            targets.retainAll(reference.targets());
        }
        if (target != null) {
            if (!reference.targets().isEmpty() && !reference.targets().contains(target)) {
                throw Refusals.refusal(
                        "search-include",
                        reference + " of " + source.type() + " does not refer to a " + Refusals.quoted(target) + "."
                                + Refusals.meant(target, reference.targets()) + " Valid are "
                                + String.join(", ", new TreeSet<>(reference.targets())) + ".");
            }
            targets.retainAll(Set.of(target));
        }
        return targets.isEmpty()
                ? Optional.empty()
                : Optional.of(new Include(source, reference, targets, reverse, iterate));
    }

    private List<String> types() {
        return catalog.all().stream().map(ResourceMapping::type).toList();
    }
}
