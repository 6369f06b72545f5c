package org.dripline.engine.store;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.dripline.access.Access;
import org.dripline.engine.mapping.Projector;
import org.dripline.engine.mapping.ResourceCatalog;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** Reads and writes resources of every type in the catalog. Thread-safe. */
public final class ResourceStore {
    private static final int ATTEMPTS = 4;

    /** Serialization failure, deadlock, and a head that another transaction has just made. */
    private static final Set<String> LOST_RACES = Set.of("40001", "40P01", "23505");

    private final DSLContext sql;
    private final VersionReads reads;
    private final LinkChecks links;
    private final ResourceCatalog catalog;
    private final Projector projector;
    private final Clock clock;
    private final Commits commits;

    public ResourceStore(Database database, ResourceCatalog catalog, Projector projector, Clock clock, LinkMode mode) {
        this.sql = database.sql();
        this.reads = new VersionReads(sql);
        this.commits = database.commits();
        this.links = new LinkChecks(catalog, mode);
        this.catalog = catalog;
        this.projector = projector;
        this.clock = clock;
    }

    /** The current version, also when it is a deletion; empty when absent or hidden from the caller. */
    public Optional<StoredVersion> read(Access access, String type, String id) {
        return reads.read(access, type, id);
    }

    /** One version; empty when absent or hidden from the caller. */
    public Optional<StoredVersion> readVersion(Access access, String type, String id, long version) {
        return reads.read(access, type, id, version);
    }

    /**
     * The current documents of references such as {@code Observation/12}, in order of creation and in one statement:
     * those that are there and not hidden from the caller.
     */
    public List<StoredVersion> readAll(Access access, Collection<String> references) {
        return reads.readAll(access, references);
    }

    /** Writes all or nothing; durable when it returns. Answers in the order of {@code writes}. */
    public List<Written> write(Access access, List<Write> writes) {
        return write(access, WriteSet.of(writes));
    }

    /**
     * Writes all or nothing; durable when it returns. Answers in the order of the writes.
     *
     * @throws Outdated when what it was decided on is no longer so
     */
    public List<Written> write(Access access, WriteSet set) {
        List<PreparedWrite> prepared = set.writes().stream()
                .map(write -> PreparedWrite.of(write, catalog.read(write.write().type()), projector))
                .toList();
        return retried(() -> commits.run(() -> transaction(access, set, prepared)));
    }

    /** Repeats what the database gave up because of another writer; the last failure is told. */
    private static List<Written> retried(Supplier<List<Written>> write) {
        for (int attempt = 1; ; attempt++) {
            try {
                return write.get();
            } catch (DataAccessException failure) {
                if (attempt == ATTEMPTS || !LOST_RACES.contains(failure.sqlState())) {
                    throw failure;
                }
            }
        }
    }

    private List<Written> transaction(Access access, WriteSet set, List<PreparedWrite> prepared) {
        return sql.transactionResult(() -> new WriteTransaction(sql, access, commits, clock).run(set, prepared, links));
    }

    /**
     * The number of the last change that may be served: it and all before it are durable, and none that is smaller will
     * ever come.
     */
    public long numbered() {
        return commits.numbered();
    }
}
