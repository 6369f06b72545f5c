package org.dripline.laws.oracle;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.SearchParameter;

/** R4's own SearchParameter resources, from the bundle that HL7 publishes. */
final class R4Parameters {
    private static final String BUNDLE = "/org/hl7/fhir/r4/model/sp/search-parameters.json";
    private static final List<SearchParameter> ALL = read();

    private R4Parameters() {}

    private static List<SearchParameter> read() {
        try (InputStream bundle = Objects.requireNonNull(R4Parameters.class.getResourceAsStream(BUNDLE))) {
            return FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, bundle).getEntry().stream()
                    .map(entry -> (SearchParameter) entry.getResource())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static SearchParameter composite(String type, String code) {
        return ALL.stream()
                .filter(parameter ->
                        parameter.hasComponent() && parameter.getCode().equals(code))
                .filter(parameter -> parameter.hasBase(type))
                .findFirst()
                .orElseThrow();
    }

    static String code(String url) {
        return ALL.stream()
                .filter(parameter -> parameter.getUrl().equals(url))
                .map(SearchParameter::getCode)
                .findFirst()
                .orElseThrow();
    }
}
