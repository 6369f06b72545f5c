package org.dripline.engine.store;

import static org.dripline.schema.Tables.PROJECTION;
import static org.dripline.schema.Tables.RESOURCES;
import static org.dripline.schema.Tables.RESOURCE_VERSIONS;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.engine.mapping.Projection;
import org.dripline.engine.mapping.Projector;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds the typed rows of all resources from their documents, batch by batch, while the server serves. How far it has
 * come is written in the transaction of each batch, so it goes on where it was stopped, and several servers on one
 * database share the work. Documents, versions and the feed stay as they are.
 */
public final class Reprojection {
    /** A writer waits for one batch at most. */
    static final int BATCH = 100;

    private final DSLContext sql;
    private final Commits commits;
    private final ResourceCatalog catalog;
    private final Projector projector;
    private final String fingerprint;

    /** @param fingerprint see {@link Fingerprint} */
    public Reprojection(Database database, ResourceCatalog catalog, Projector projector, String fingerprint) {
        this.sql = database.sql();
        this.commits = database.commits();
        this.catalog = catalog;
        this.projector = projector;
        this.fingerprint = fingerprint;
    }

    /** The rows of a store that has none yet will be of this mapping. */
    public void adoptEmpty() {
        if (standing(false) == null && !sql.fetchExists(RESOURCES)) {
            begin(null);
        }
    }

    /** Begins from the start, whatever made the rows; {@link #run} does it. */
    public void request() {
        begin(0L);
    }

    /** How many resources have rows that another mapping made, or that a stopped rebuilding left. */
    public long left() {
        Record standing = standing(false);
        Long rebuiltTo =
                standing != null && isCurrent(standing) ? standing.get(PROJECTION.REBUILT_TO) : Long.valueOf(0);
        return rebuiltTo == null ? 0 : sql.fetchCount(RESOURCES, RESOURCES.RESOURCE_KEY.gt(rebuiltTo));
    }

    private boolean isCurrent(Record standing) {
        return standing.get(PROJECTION.FINGERPRINT).equals(fingerprint);
    }

    /**
     * Rebuilds what is left.
     *
     * @param progress is told how many resources each batch held; may throw to stop
     */
    public void run(LongConsumer progress) {
        Record standing = standing(false);
        if (standing == null || !isCurrent(standing)) {
            begin(0L);
        }
        while (true) {
            int done = commits.run(() -> sql.transactionResult(this::batch));
            if (done == 0) {
                return;
            }
            progress.accept(done);
        }
    }

    private void begin(@Nullable Long from) {
        commits.run(() -> sql.transactionResult(() -> {
            int known = sql.update(PROJECTION)
                    .set(PROJECTION.FINGERPRINT, fingerprint)
                    .set(PROJECTION.REBUILT_TO, from)
                    .execute();
            return known > 0
                    ? known
                    : sql.insertInto(PROJECTION, PROJECTION.SINGLETON, PROJECTION.FINGERPRINT, PROJECTION.REBUILT_TO)
                            .values(true, fingerprint, from)
                            .execute();
        }));
    }

    private @Nullable Record standing(boolean lock) {
        var row = sql.select(PROJECTION.FINGERPRINT, PROJECTION.REBUILT_TO).from(PROJECTION);
        return lock && sql.family() != SQLDialect.H2 ? row.forUpdate().fetchOne() : row.fetchOne();
    }

    /** The next resources; 0 when none is left. Another server that does the same waits for the row. */
    private int batch() {
        Record standing = standing(true);
        Long rebuiltTo = standing == null ? null : standing.get(PROJECTION.REBUILT_TO);
        if (rebuiltTo == null) {
            return 0;
        }
        List<Long> keys = sql.select(RESOURCES.RESOURCE_KEY)
                .from(RESOURCES)
                .where(RESOURCES.RESOURCE_KEY.gt(rebuiltTo))
                .orderBy(RESOURCES.RESOURCE_KEY)
                .limit(BATCH)
                .fetch(RESOURCES.RESOURCE_KEY);
        ResourceRows rows = new ResourceRows(sql, commits);
        locked(keys).fetch().forEach(row -> rebuild(rows, row));
        rows.write();
        sql.update(PROJECTION)
                .set(PROJECTION.REBUILT_TO, keys.isEmpty() ? null : keys.getLast())
                .execute();
        return keys.size();
    }

    /** Locked as writers lock them, and in their order. */
    private Select<? extends Record> locked(List<Long> keys) {
        var heads = sql.select(
                        RESOURCES.RESOURCE_KEY,
                        RESOURCES.TYPE,
                        RESOURCES.ID,
                        RESOURCES.VERSION,
                        RESOURCES.UPDATED_AT,
                        RESOURCES.PATIENT_ID)
                .from(RESOURCES)
                .where(RESOURCES.RESOURCE_KEY.in(keys))
                .and(RESOURCES.DELETED.isFalse())
                .orderBy(RESOURCES.TYPE, RESOURCES.ID);
        return sql.family() == SQLDialect.H2 ? heads : heads.forNoKeyUpdate();
    }

    private void rebuild(ResourceRows rows, Record head) {
        long key = head.get(RESOURCES.RESOURCE_KEY);
        long version = head.get(RESOURCES.VERSION);
        ResourceMapping mapping = catalog.find(head.get(RESOURCES.TYPE)).orElse(null);
        if (mapping == null) {
            // A type that is not served any more keeps its documents, for the day that it is.
            return;
        }
        byte[] document = sql.select(RESOURCE_VERSIONS.DOCUMENT)
                .from(RESOURCE_VERSIONS)
                .where(RESOURCE_VERSIONS.RESOURCE_KEY.eq(key))
                .and(RESOURCE_VERSIONS.VERSION.eq(version))
                .fetchSingle(RESOURCE_VERSIONS.DOCUMENT);
        Projection projection = projector.project(mapping, JsonReader.read(document, Limits.OWN));
        OffsetDateTime updatedAt = head.get(RESOURCES.UPDATED_AT);
        StoredVersion stored = new StoredVersion(
                mapping.type(),
                head.get(RESOURCES.ID),
                version,
                updatedAt.toInstant(),
                StoredVersion.Interaction.UPDATE,
                document);
        rows.clear(mapping, key);
        rows.addTyped(key, stored, mapping, projection);
        String patientId = (String) projection.value(mapping.table().patientId());
        if (!Objects.equals(patientId, head.get(RESOURCES.PATIENT_ID))) {
            rows.changeHead(key, stored, patientId);
        }
    }
}
