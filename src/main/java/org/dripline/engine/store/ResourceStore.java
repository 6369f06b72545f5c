package org.dripline.engine.store;

import static org.dripline.schema.Tables.RESOURCES;
import static org.dripline.schema.Tables.RESOURCE_VERSIONS;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.dripline.access.Access;
import org.dripline.engine.mapping.Projector;
import org.dripline.engine.mapping.ResourceCatalog;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/** Reads and writes resources of every type in the catalog. Thread-safe. */
public final class ResourceStore {
    private final DSLContext sql;
    private final ResourceCatalog catalog;
    private final Projector projector;
    private final Clock clock;
    private final Commits commits;

    public ResourceStore(Database database, ResourceCatalog catalog, Projector projector, Clock clock) {
        this.sql = database.sql();
        this.commits = database.commits();
        this.catalog = catalog;
        this.projector = projector;
        this.clock = clock;
    }

    /** The current version, also when it is a deletion; empty when absent or hidden from the caller. */
    public Optional<StoredVersion> read(Access access, String type, String id) {
        return versions(access, type, id)
                .and(RESOURCE_VERSIONS.VERSION.eq(RESOURCES.VERSION))
                .fetchOptional(row -> stored(type, id, row));
    }

    /** One version; empty when absent or hidden from the caller. */
    public Optional<StoredVersion> readVersion(Access access, String type, String id, long version) {
        return versions(access, type, id)
                .and(RESOURCE_VERSIONS.VERSION.eq(version))
                .fetchOptional(row -> stored(type, id, row));
    }

    /** The versions of one resource, newest first, older than {@code before}; at most {@code count}. */
    public List<StoredVersion> history(Access access, String type, String id, long before, int count) {
        return versions(access, type, id)
                .and(RESOURCE_VERSIONS.VERSION.lt(before))
                .orderBy(RESOURCE_VERSIONS.VERSION.desc())
                .limit(count)
                .fetch(row -> stored(type, id, row));
    }

    private SelectConditionStep<?> versions(Access access, String type, String id) {
        return sql.select(
                        RESOURCE_VERSIONS.VERSION,
                        RESOURCE_VERSIONS.UPDATED_AT,
                        RESOURCE_VERSIONS.INTERACTION,
                        RESOURCE_VERSIONS.DOCUMENT)
                .from(RESOURCES)
                .join(RESOURCE_VERSIONS)
                .on(RESOURCE_VERSIONS.RESOURCE_KEY.eq(RESOURCES.RESOURCE_KEY))
                .where(RESOURCES.TYPE.eq(type))
                .and(RESOURCES.ID.eq(id))
                .and(wall(access));
    }

    private static Condition wall(Access access) {
        return access.scope()
                .patientId()
                .map(patient -> RESOURCE_VERSIONS.PATIENT_ID.eq(patient).or(RESOURCE_VERSIONS.PATIENT_ID.isNull()))
                .orElse(DSL.noCondition());
    }

    private static StoredVersion stored(String type, String id, Record row) {
        return new StoredVersion(
                type,
                id,
                row.get(RESOURCE_VERSIONS.VERSION),
                row.get(RESOURCE_VERSIONS.UPDATED_AT).toInstant(),
                StoredVersion.Interaction.of(row.get(RESOURCE_VERSIONS.INTERACTION)),
                row.get(RESOURCE_VERSIONS.DOCUMENT));
    }

    /** Writes all or nothing; durable when it returns. Answers in the order of {@code writes}. */
    public List<Written> write(Access access, List<Write> writes) {
        List<PreparedWrite> prepared = writes.stream()
                .map(write -> PreparedWrite.of(write, catalog.read(write.type()), projector))
                .toList();
        return commits.run(() -> sql.transactionResult(() -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return new WriteTransaction(sql, access, commits, now).run(prepared);
        }));
    }

    /**
     * The number of the last change that may be served: it and all before it are durable, and none that is smaller will
     * ever come.
     */
    public long numbered() {
        return commits.numbered();
    }
}
