package org.dripline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.SearchParameter;

/** R4's own SearchParameter resources of the parameters that the catalog offers: the CapabilityStatement names them. */
final class OfferedSearchParameters {
    private static final String DEFINITIONS = "/org/hl7/fhir/r4/model/sp/search-parameters.json";

    private OfferedSearchParameters() {}

    static List<JsonObject> of(ResourceCatalog catalog) {
        Set<String> offered = catalog.all().stream()
                .flatMap(mapping -> mapping.parameters().stream())
                .map(SearchParameter::url)
                .collect(Collectors.toSet());
        return read().items("entry").stream()
                .flatMap(entry -> ((JsonObject) entry).object("resource").stream())
                .filter(resource ->
                        resource.text("url").filter(offered::contains).isPresent())
                .toList();
    }

    private static JsonObject read() {
        try (InputStream stream = OfferedSearchParameters.class.getResourceAsStream(DEFINITIONS)) {
            if (stream == null) {
                throw new IllegalStateException("HAPI's validation resources lack " + DEFINITIONS);
            }
            return JsonReader.read(stream.readAllBytes(), Limits.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
