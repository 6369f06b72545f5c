package org.dripline;

import static org.dripline.schema.Tables.RESOURCES;
import static org.jooq.impl.DSL.not;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.dripline.access.Access;
import org.dripline.document.DocumentMeta;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.StoredVersion;
import org.dripline.engine.store.Write;
import org.jooq.DSLContext;

/**
 * Puts the conformance resources of the jar and of the operator into the store, so that they are read and searched like
 * all others. Clients cannot write their types, so whatever else is there is of an earlier start.
 */
final class ShippedResources {
    private static final Access DRIPLINE = Access.ofClinic("dripline");

    private final ResourceStore store;
    private final ResourceCatalog catalog;
    private final DSLContext sql;

    ShippedResources(ResourceStore store, ResourceCatalog catalog, DSLContext sql) {
        this.store = store;
        this.catalog = catalog;
        this.sql = sql;
    }

    /**
     * Writes those of served types that the store lacks or has in another edition, and deletes those that are not among
     * them any more; what is equal stays untouched.
     */
    void bringUpToDate(List<JsonObject> shipped) {
        List<Write> writes = new ArrayList<>(outdated(shipped));
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

    private List<Write.Delete> outdated(List<JsonObject> shipped) {
        Set<String> names = shipped.stream()
                .map(resource ->
                        resource.resourceType() + "/" + resource.text("id").orElseThrow())
                .collect(Collectors.toSet());
        List<String> types = catalog.all().stream()
                .filter(ResourceMapping::readOnly)
                .map(ResourceMapping::type)
                .toList();
        return sql
                .select(RESOURCES.TYPE, RESOURCES.ID)
                .from(RESOURCES)
                .where(RESOURCES.TYPE.in(types))
                .and(not(RESOURCES.DELETED))
                .orderBy(RESOURCES.TYPE, RESOURCES.ID)
                .fetch(row -> new Write.Delete(row.value1(), row.value2(), OptionalLong.empty()))
                .stream()
                .filter(delete -> !names.contains(delete.type() + "/" + delete.id()))
                .toList();
    }

    private boolean isCurrent(String type, String id, JsonObject resource) {
        Optional<StoredVersion> stored = store.read(DRIPLINE, type, id).filter(version -> !version.deleted());
        return stored.map(version -> JsonReader.read(version.content(), Limits.DEFAULT))
                .filter(document ->
                        DocumentMeta.withoutServerFields(document).equals(DocumentMeta.withoutServerFields(resource)))
                .isPresent();
    }
}
