package org.dripline.engine.store;

import static org.dripline.schema.Tables.CHANGES;
import static org.dripline.schema.Tables.RESOURCES;
import static org.dripline.schema.Tables.RESOURCE_ISSUES;
import static org.dripline.schema.Tables.RESOURCE_VERSIONS;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dripline.access.Access;
import org.dripline.document.DocumentMeta;
import org.dripline.document.JsonWriter;
import org.dripline.engine.mapping.MappedTable;
import org.dripline.engine.mapping.Projection;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.store.Heads.Head;
import org.dripline.engine.store.StoredVersion.Interaction;
import org.dripline.engine.store.Written.Effect;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The statements of one writing transaction. Lives as long as it. */
final class WriteTransaction {
    private final DSLContext sql;
    private final Access access;
    private final Commits commits;
    private final OffsetDateTime now;
    private final RowBatch rows = new RowBatch();
    private final List<Written> done = new ArrayList<>();

    WriteTransaction(DSLContext sql, Access access, Commits commits, Instant now) {
        this.sql = sql;
        this.access = access;
        this.commits = commits;
        this.now = now.atOffset(ZoneOffset.UTC);
    }

    /** Writes all; the rows go out at the end, in batches. */
    List<Written> run(List<PreparedWrite> writes) {
        Heads heads = Heads.lock(sql, writes.stream().map(PreparedWrite::write).toList());
        for (PreparedWrite write : writes) {
            Optional<Head> head = heads.find(write.write().type(), write.write().id());
            head.filter(found -> !access.scope().admits(found.patientId())).ifPresent(hidden -> {
                throw absent(write.write());
            });
            switch (write.write()) {
                case Write.Create create -> save(write, head, OptionalLong.empty());
                case Write.Update update -> save(write, head, update.ifMatch());
                case Write.Delete delete -> delete(write, head, delete.ifMatch());
            }
        }
        rows.insert(sql);
        return done;
    }

    private void save(PreparedWrite write, Optional<Head> head, OptionalLong ifMatch) {
        requireVersion(write.write(), head, ifMatch);
        Projection projection = write.projection();
        String patientId = (String) projection.value(write.mapping().table().patientId());
        if (!access.scope().admits(patientId)) {
            throw absent(write.write());
        }
        boolean exists = head.isPresent() && !head.get().deleted();
        long key = head.map(Head::resourceKey).orElseGet(this::newKey);
        long version = head.map(Head::version).orElse(0L) + 1;
        byte[] document = JsonWriter.bytes(
                DocumentMeta.stamp(write.document(), write.write().id(), version, now.toInstant()));
        // What was asked for, not what became of it: an update may create, too.
        Interaction interaction = write.write() instanceof Write.Create ? Interaction.CREATE : Interaction.UPDATE;
        StoredVersion stored = stored(write.write(), version, interaction, document);
        if (exists) {
            clear(write.mapping(), key);
        }
        writeHead(key, stored, head.isPresent(), patientId);
        writeVersion(key, stored, patientId);
        writeTyped(key, stored, write.mapping(), projection);
        List<Issue> issues = write.issues();
        writeIssues(key, version, issues);
        done.add(new Written(exists ? Effect.UPDATED : Effect.CREATED, stored, issues));
    }

    private void delete(PreparedWrite write, Optional<Head> head, OptionalLong ifMatch) {
        requireVersion(write.write(), head, ifMatch);
        if (head.isEmpty() || head.get().deleted()) {
            StoredVersion last = head.map(found -> new StoredVersion(
                            write.write().type(),
                            write.write().id(),
                            found.version(),
                            found.updatedAt(),
                            Interaction.DELETE,
                            null))
                    .orElse(null);
            done.add(new Written(Effect.NOTHING, last, List.of()));
            return;
        }
        long key = head.get().resourceKey();
        StoredVersion stored = stored(write.write(), head.get().version() + 1, Interaction.DELETE, null);
        clear(write.mapping(), key);
        writeHead(key, stored, true, head.get().patientId());
        writeVersion(key, stored, head.get().patientId());
        done.add(new Written(Effect.DELETED, stored, List.of()));
    }

    private static void requireVersion(Write write, Optional<Head> head, OptionalLong ifMatch) {
        if (ifMatch.isEmpty()) {
            return;
        }
        long current = head.filter(found -> !found.deleted()).map(Head::version).orElse(0L);
        if (current != ifMatch.getAsLong()) {
            String standing = current == 0 ? "does not exist" : "is at version " + current;
            throw Refusal.precondition("If-Match names version " + ifMatch.getAsLong() + ", but " + write.type() + "/"
                    + write.id() + " " + standing + ". Read it again and repeat the change on what you find.");
        }
    }

    private static Refusal absent(Write write) {
        return Refusal.notFound(write.type() + "/" + write.id() + " is not known here.");
    }

    private StoredVersion stored(Write write, long version, Interaction interaction, byte @Nullable [] document) {
        return new StoredVersion(write.type(), write.id(), version, now.toInstant(), interaction, document);
    }

    private long newKey() {
        return sql.nextval(org.dripline.schema.Sequences.RESOURCE_KEYS);
    }

    private void clear(ResourceMapping mapping, long key) {
        MappedTable table = mapping.table();
        sql.deleteFrom(table.table()).where(table.resourceKey().eq(key)).execute();
        for (Table<?> child : mapping.children()) {
            sql.deleteFrom(child)
                    .where(child.field(RESOURCES.RESOURCE_KEY.getName(), Long.class)
                            .eq(key))
                    .execute();
        }
    }

    private void writeHead(long key, StoredVersion stored, boolean known, @Nullable String patientId) {
        if (known) {
            sql.update(RESOURCES)
                    .set(RESOURCES.VERSION, stored.version())
                    .set(RESOURCES.UPDATED_AT, now)
                    .set(RESOURCES.DELETED, stored.deleted())
                    .set(RESOURCES.PATIENT_ID, patientId)
                    .where(RESOURCES.RESOURCE_KEY.eq(key))
                    .execute();
            return;
        }
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(RESOURCES.RESOURCE_KEY, key);
        row.put(RESOURCES.TYPE, stored.type());
        row.put(RESOURCES.ID, stored.id());
        row.put(RESOURCES.VERSION, stored.version());
        row.put(RESOURCES.UPDATED_AT, now);
        row.put(RESOURCES.DELETED, stored.deleted());
        row.put(RESOURCES.PATIENT_ID, patientId);
        rows.add(RESOURCES, row);
    }

    private void writeVersion(long key, StoredVersion stored, @Nullable String patientId) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(RESOURCE_VERSIONS.RESOURCE_KEY, key);
        row.put(RESOURCE_VERSIONS.VERSION, stored.version());
        row.put(RESOURCE_VERSIONS.UPDATED_AT, now);
        row.put(RESOURCE_VERSIONS.INTERACTION, stored.interaction().name().toLowerCase(Locale.ROOT));
        row.put(RESOURCE_VERSIONS.AUTHOR, access.author());
        row.put(RESOURCE_VERSIONS.DOCUMENT, stored.document());
        row.put(RESOURCE_VERSIONS.PATIENT_ID, patientId);
        rows.add(RESOURCE_VERSIONS, row);
        Map<Field<?>, @Nullable Object> change = new LinkedHashMap<>();
        commits.number(change);
        change.put(CHANGES.TYPE, stored.type());
        change.put(CHANGES.RESOURCE_KEY, key);
        change.put(CHANGES.VERSION, stored.version());
        change.put(CHANGES.COMMITTED_AT, now);
        rows.add(CHANGES, change);
    }

    private void writeTyped(long key, StoredVersion stored, ResourceMapping mapping, Projection projection) {
        MappedTable table = mapping.table();
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(table.resourceKey(), key);
        row.put(table.id(), stored.id());
        row.put(table.version(), stored.version());
        row.put(table.updatedAt(), now);
        row.putAll(projection.columns());
        rows.add(table.table(), row);
        projection
                .children()
                .forEach((child, childRows) -> childRows.forEach(values -> {
                    Map<Field<?>, @Nullable Object> childRow = new LinkedHashMap<>();
                    childRow.put(child.field(RESOURCES.RESOURCE_KEY.getName()), key);
                    childRow.putAll(values);
                    rows.add(child, childRow);
                }));
    }

    private void writeIssues(long key, long version, List<Issue> issues) {
        int position = 0;
        for (Issue issue : issues) {
            Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
            row.put(RESOURCE_ISSUES.RESOURCE_KEY, key);
            row.put(RESOURCE_ISSUES.VERSION, version);
            row.put(RESOURCE_ISSUES.POSITION, position++);
            row.put(RESOURCE_ISSUES.SEVERITY, issue.severity().code());
            row.put(RESOURCE_ISSUES.CODE, issue.code());
            row.put(RESOURCE_ISSUES.RULE, shortened(issue.rule(), 128));
            row.put(RESOURCE_ISSUES.EXPRESSION, shortened(issue.expression(), 1024));
            row.put(RESOURCE_ISSUES.TEXT, shortened(issue.text(), 4096));
            rows.add(RESOURCE_ISSUES, row);
        }
    }

    private static @Nullable String shortened(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
