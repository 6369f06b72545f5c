package org.dripline.engine.store;

import static org.dripline.schema.Tables.RESOURCES;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record6;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectSeekStep1;
import org.jspecify.annotations.Nullable;

/**
 * The current heads of the resources that one transaction writes or refers to, locked in sorted order. What is written
 * stays open to references; what is deleted does not; what is referred to cannot be deleted.
 */
final class Heads {
    /** Where a resource stands. */
    record Head(
            long resourceKey,
            long version,
            Instant updatedAt,
            boolean deleted,
            @Nullable String patientId) {}

    private enum Mode {
        REFER,
        CHANGE,
        DELETE
    }

    private final DSLContext sql;
    private final Map<ResourceId, Head> byId = new HashMap<>();

    private Heads(DSLContext sql) {
        this.sql = sql;
    }

    static Heads lock(DSLContext sql, Collection<Write> writes, Collection<ResourceId> targets) {
        SortedMap<ResourceId, Mode> modes = new TreeMap<>();
        targets.forEach(target -> modes.put(target, Mode.REFER));
        writes.forEach(
                write -> modes.put(ResourceId.of(write), write instanceof Write.Delete ? Mode.DELETE : Mode.CHANGE));
        Heads heads = new Heads(sql);
        heads.lock(modes);
        return heads;
    }

    /** One statement for each run of one type and mode, so that the order holds over all of them. */
    private void lock(SortedMap<ResourceId, Mode> modes) {
        List<String> run = new ArrayList<>();
        String type = "";
        Mode mode = Mode.REFER;
        for (Map.Entry<ResourceId, Mode> wanted : modes.entrySet()) {
            if (!run.isEmpty() && !(type.equals(wanted.getKey().type()) && mode == wanted.getValue())) {
                load(type, run, mode);
                run.clear();
            }
            type = wanted.getKey().type();
            mode = wanted.getValue();
            run.add(wanted.getKey().id());
        }
        if (!run.isEmpty()) {
            load(type, run, mode);
        }
    }

    private void load(String type, List<String> ids, Mode mode) {
        var matching = ids.size() == 1 ? RESOURCES.ID.eq(ids.getFirst()) : RESOURCES.ID.in(ids);
        locked(
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
                                .orderBy(RESOURCES.ID),
                        mode)
                .fetch()
                .forEach(row -> byId.put(
                        new ResourceId(type, row.value1()),
                        new Head(row.value2(), row.value3(), row.value4().toInstant(), row.value5(), row.value6())));
    }

    private <R extends Record6<String, Long, Long, OffsetDateTime, Boolean, String>> Select<R> locked(
            SelectSeekStep1<R, String> rows, Mode mode) {
        if (sql.family() == SQLDialect.H2) {
            // Its one writer at a time needs no locks on rows.
            return rows;
        }
        return switch (mode) {
            case REFER -> rows.forKeyShare();
            case CHANGE -> rows.forNoKeyUpdate();
            case DELETE -> rows.forUpdate();
        };
    }

    Optional<Head> find(ResourceId id) {
        return Optional.ofNullable(byId.get(id));
    }
}
