package org.dripline.document;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.ClasspathUtil;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.StructureDefinition;

/** R4's StructureDefinitions of types and resources, whole, as they stand in the release. */
public final class ReleasedStructures {
    public static final List<StructureDefinition> ALL = Stream.of("types", "resources")
            .map(name -> "/org/hl7/fhir/r4/model/profile/profiles-" + name + ".xml")
            .map(file -> FhirContext.forR4Cached()
                    .newXmlParser()
                    .parseResource(Bundle.class, ClasspathUtil.loadResource(file)))
            .flatMap(bundle -> bundle.getEntry().stream())
            .map(Bundle.BundleEntryComponent::getResource)
            .filter(StructureDefinition.class::isInstance)
            .map(StructureDefinition.class::cast)
            .toList();

    private ReleasedStructures() {}

    public static StructureDefinition of(String type) {
        return ALL.stream()
                .filter(each -> each.getName().equals(type))
                .findFirst()
                .orElseThrow();
    }
}
