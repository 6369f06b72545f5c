package org.dripline.engine.store;

import static org.dripline.schema.Tables.RESOURCES;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The current heads of the resources that one transaction writes, locked in sorted order. */
final class Heads {
    /** Where a resource stands. */
    record Head(
            long resourceKey,
            long version,
            Instant updatedAt,
            boolean deleted,
            @Nullable String patientId) {}

    private record Key(String type, String id) {}

    private final Map<Key, Head> byKey = new HashMap<>();

    static Heads lock(DSLContext sql, List<Write> writes) {
        Heads heads = new Heads();
        Map<String, Collection<String>> ids = new TreeMap<>();
        writes.forEach(write ->
                ids.computeIfAbsent(write.type(), type -> new TreeSet<>()).add(write.id()));
        ids.forEach((type, wanted) -> heads.load(sql, type, wanted));
        return heads;
    }

    private void load(DSLContext sql, String type, Collection<String> ids) {
        var matching = ids.size() == 1 ? RESOURCES.ID.eq(ids.iterator().next()) : RESOURCES.ID.in(ids);
        sql.select(
                        RESOURCES.ID,
                        RESOURCES.RESOURCE_KEY,
                        RESOURCES.VERSION,
                        RESOURCES.UPDATED_AT,
                        RESOURCES.DELETED,
                        RESOURCES.PATIENT_ID)
                .from(RESOURCES)
                .where(RESOURCES.TYPE.eq(type))
                .and(matching)
                .orderBy(RESOURCES.ID)
                .forUpdate()
                .forEach(row -> byKey.put(
                        new Key(type, row.value1()),
                        new Head(row.value2(), row.value3(), row.value4().toInstant(), row.value5(), row.value6())));
    }

    Optional<Head> find(String type, String id) {
        return Optional.ofNullable(byKey.get(new Key(type, id)));
    }
}
