package org.dripline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dripline.access.Access;
import org.dripline.document.DocumentMeta;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.StoredVersion;
import org.dripline.engine.store.Write;

/** Puts the conformance resources of the jar into the store, so that they are read and searched like all others. */
final class ShippedResources {
    private static final Access DRIPLINE = Access.ofClinic("dripline");

    private final ResourceStore store;
    private final ResourceCatalog catalog;

    ShippedResources(ResourceStore store, ResourceCatalog catalog) {
        this.store = store;
        this.catalog = catalog;
    }

    /** Writes those of served types that the store lacks or has in another edition; what is equal stays untouched. */
    void bringUpToDate(List<JsonObject> shipped) {
        List<Write> writes = new ArrayList<>();
        for (JsonObject resource : shipped) {
            String type = resource.resourceType();
            String id = resource.text("id").orElseThrow();
            if (catalog.find(type).isPresent() && !isCurrent(type, id, resource)) {
                writes.add(new Write.Update(type, id, resource, OptionalLong.empty(), List.of()));
            }
        }
        if (!writes.isEmpty()) {
            store.write(DRIPLINE, writes);
        }
    }

    private boolean isCurrent(String type, String id, JsonObject resource) {
        Optional<StoredVersion> stored = store.read(DRIPLINE, type, id).filter(version -> !version.deleted());
        return stored.map(version -> JsonReader.read(version.content(), Limits.DEFAULT))
                .filter(document ->
                        DocumentMeta.withoutServerFields(document).equals(DocumentMeta.withoutServerFields(resource)))
                .isPresent();
    }
}
