package org.dripline.engine.search;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchKind;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.outcome.Refusal;

/**
 * R4's compartments: which references of a type put a resource into the compartment of a Patient, an Encounter and so
 * on (CompartmentDefinition, as HAPI brings it).
 */
final class Compartments {
    static final String PATIENT = "Patient";

    /** The types that R4 defines compartments for. */
    static final Set<String> NAMES = Set.of(PATIENT, "Encounter", "RelatedPerson", "Practitioner", "Device");

    private static final FhirContext R4 = FhirContext.forR4Cached();

    private final ResourceCatalog catalog;

    Compartments(ResourceCatalog catalog) {
        this.catalog = catalog;
    }

    /** That a resource of a type lies in a compartment; refuses types that never do. */
    Clause clause(String compartment, String id, String type) {
        known(compartment);
        return find(compartment, id, catalog.read(type))
                .orElseThrow(() -> Refusal.invalid(
                        "compartment-type",
                        "A " + type + " is never part of the compartment of a " + compartment + ". Valid are "
                                + String.join(", ", members(compartment)) + "."));
    }

    /** That a resource of any type lies in a compartment. */
    Clause.OfTypes whole(String compartment, String id) {
        known(compartment);
        Map<ResourceMapping, List<Clause>> types = new LinkedHashMap<>();
        catalog.all()
                .forEach(mapping ->
                        find(compartment, id, mapping).ifPresent(clause -> types.put(mapping, List.of(clause))));
        return new Clause.OfTypes(types);
    }

    private static void known(String compartment) {
        if (!NAMES.contains(compartment)) {
            throw Refusal.notFound("R4 has no compartment of a " + compartment + ".");
        }
    }

    private List<String> members(String compartment) {
        return catalog.all().stream()
                .filter(mapping -> find(compartment, "1", mapping).isPresent())
                .map(ResourceMapping::type)
                .toList();
    }

    private static Optional<Clause> find(String compartment, String id, ResourceMapping mapping) {
        List<SearchParameter> references = references(compartment, mapping);
        // The resource that a compartment is named for is part of it.
        List<Clause> itself = mapping.type().equals(compartment)
                ? List.of(new Clause.Match(
                        mapping.findParameter("_id").orElseThrow(), false, List.of(new Value.Token(null, id))))
                : List.of();
        if (references.isEmpty() && itself.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ClauseParser.anyOf(itself, references, compartment, id));
    }

    /** The references that put a resource of a type into a compartment; none when it is never part of it. */
    static List<SearchParameter> references(String compartment, ResourceMapping mapping) {
        return R4.getResourceDefinition(mapping.type()).getSearchParamsForCompartmentName(compartment).stream()
                .map(RuntimeSearchParam::getName)
                .distinct()
                .flatMap(name -> mapping.findParameter(name).stream())
                .filter(parameter -> parameter.kind() == SearchKind.REFERENCE)
                // Of patient and subject, which share their element, the wider one says it all.
                .sorted(Comparator.comparing(SearchParameter::asksForType))
                .filter(distinctElements())
                .toList();
    }

    private static Predicate<SearchParameter> distinctElements() {
        Set<List<MappedElement>> seen = new HashSet<>();
        return parameter -> seen.add(parameter.elements());
    }
}
