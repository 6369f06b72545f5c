package org.dripline.laws;

import ca.uhn.fhir.context.BaseRuntimeDeclaredChildDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.model.api.annotation.Child;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/** The resource types a reference may point to, from the annotation of HAPI's class. */
final class Targets {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    private Targets() {}

    /** Empty when any type will do. */
    static List<String> of(BaseRuntimeDeclaredChildDefinition child) {
        return Stream.of(child.getField().getAnnotation(Child.class).type())
                .filter(Resource.class::isAssignableFrom)
                .filter(type -> type != Resource.class)
                .map(type -> R4.getResourceDefinition(type.asSubclass(Resource.class))
                        .getName())
                .toList();
    }
}
