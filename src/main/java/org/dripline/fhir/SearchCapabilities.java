package org.dripline.fhir;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchKind;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.search.ResourceSearch;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** What the CapabilityStatement says of searches, derived from the catalog. */
final class SearchCapabilities {
    private static final String COMPARTMENT = "http://hl7.org/fhir/CompartmentDefinition/";

    private final ResourceCatalog catalog;

    SearchCapabilities(ResourceCatalog catalog) {
        this.catalog = catalog;
    }

    void describe(CapabilityStatementRestComponent rest) {
        rest.addInteraction().setCode(SystemRestfulInteraction.SEARCHSYSTEM);
        catalog.all().getFirst().parameters().stream()
                .filter(parameter -> parameter.name().startsWith("_"))
                .forEach(parameter -> describe(rest.addSearchParam(), parameter));
        ResourceSearch.COMPARTMENTS.stream()
                .filter(type -> catalog.find(type).isPresent())
                .sorted()
                .forEach(type -> rest.addCompartment(COMPARTMENT + type.toLowerCase(Locale.ROOT)));
    }

    void describe(CapabilityStatementRestResourceComponent resource, ResourceMapping mapping) {
        mapping.parameters().forEach(parameter -> describe(resource.addSearchParam(), parameter));
        references(mapping)
                .filter(reference -> reference.targets().isEmpty()
                        || reference.targets().stream()
                                .anyMatch(type -> catalog.find(type).isPresent()))
                .forEach(reference -> resource.addSearchInclude(mapping.type() + ":" + reference));
        catalog.all()
                .forEach(source -> references(source)
                        .filter(reference -> reference.targets().isEmpty()
                                || reference.targets().contains(mapping.type()))
                        .forEach(reference -> resource.addSearchRevInclude(source.type() + ":" + reference)));
    }

    private static Stream<SearchParameter> references(ResourceMapping mapping) {
        List<SearchParameter> all = mapping.parameters();
        return all.stream().filter(parameter -> parameter.kind() == SearchKind.REFERENCE);
    }

    private static void describe(
            CapabilityStatementRestResourceSearchParamComponent described, SearchParameter parameter) {
        described
                .setName(parameter.name())
                .setDefinition(parameter.url())
                .setType(SearchParamType.fromCode(parameter.kind().code()))
                .setDocumentation(
                        ResourceSearch.sorts(parameter)
                                ? parameter.description()
                                : parameter.description() + " Results cannot be sorted by it.");
    }
}
