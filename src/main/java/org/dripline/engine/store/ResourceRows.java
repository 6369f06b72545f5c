package org.dripline.engine.store;

import static org.dripline.schema.Sequences.RESOURCE_KEYS;
import static org.dripline.schema.Tables.CHANGES;
import static org.dripline.schema.Tables.RESOURCES;
import static org.dripline.schema.Tables.RESOURCE_ISSUES;
import static org.dripline.schema.Tables.RESOURCE_VERSIONS;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.engine.mapping.MappedTable;
import org.dripline.engine.mapping.Projection;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.outcome.Issue;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The rows that one transaction writes, sent at its end in one batch for each table. */
final class ResourceRows {
    private static final Comparator<Map<Field<?>, @Nullable Object>> BY_ID =
            Comparator.comparing(row -> row.get(RESOURCES.TYPE) + "/" + row.get(RESOURCES.ID));

    private final DSLContext sql;
    private final Commits commits;
    private final RowBatch rows = new RowBatch();
    private final List<Map<Field<?>, @Nullable Object>> heads = new ArrayList<>();
    private final List<@Nullable Object[]> changed = new ArrayList<>();
    private final Map<Table<?>, List<Long>> cleared = new LinkedHashMap<>();

    ResourceRows(DSLContext sql, Commits commits) {
        this.sql = sql;
        this.commits = commits;
    }

    /** So many new keys, ascending. */
    Iterator<Long> newKeys(int count) {
        if (count == 0) {
            return Collections.emptyIterator();
        }
        return count == 1
                ? List.of(sql.nextval(RESOURCE_KEYS)).iterator()
                : sql.nextvals(RESOURCE_KEYS, count).iterator();
    }

    /** Sends everything: first what makes room, then the rows. */
    void write() {
        cleared.forEach((table, keys) -> sql.deleteFrom(table)
                .where(
                        keys.size() == 1
                                ? key(table).eq(keys.getFirst())
                                : key(table).in(keys))
                .execute());
        changeHeads();
        // Two transactions that make the same resources must meet at the first of them.
        heads.stream().sorted(BY_ID).forEach(row -> rows.add(RESOURCES, row));
        rows.insert(sql);
    }

    /** Removes the typed rows, which are about the current version only. */
    void clear(ResourceMapping mapping, long key) {
        cleared.computeIfAbsent(mapping.table().table(), table -> new ArrayList<>())
                .add(key);
        for (Table<?> child : mapping.children()) {
            cleared.computeIfAbsent(child, table -> new ArrayList<>()).add(key);
        }
    }

    private static Field<Long> key(Table<?> table) {
        return Objects.requireNonNull(table.field(RESOURCES.RESOURCE_KEY.getName(), Long.class));
    }

    void changeHead(long key, StoredVersion stored, @Nullable String patientId) {
        changed.add(new Object[] {stored.version(), at(stored), stored.deleted(), patientId, key});
    }

    private void changeHeads() {
        if (changed.isEmpty()) {
            return;
        }
        sql.batch(sql.update(RESOURCES)
                        .set(RESOURCES.VERSION, (Long) null)
                        .set(RESOURCES.UPDATED_AT, (OffsetDateTime) null)
                        .set(RESOURCES.DELETED, (Boolean) null)
                        .set(RESOURCES.PATIENT_ID, (String) null)
                        .where(RESOURCES.RESOURCE_KEY.eq((Long) null)))
                .bind(changed.toArray(Object[][]::new))
                .execute();
    }

    void addHead(long key, StoredVersion stored, @Nullable String patientId) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(RESOURCES.RESOURCE_KEY, key);
        row.put(RESOURCES.TYPE, stored.type());
        row.put(RESOURCES.ID, stored.id());
        row.put(RESOURCES.VERSION, stored.version());
        row.put(RESOURCES.UPDATED_AT, at(stored));
        row.put(RESOURCES.DELETED, stored.deleted());
        row.put(RESOURCES.PATIENT_ID, patientId);
        heads.add(row);
    }

    void addVersion(long key, StoredVersion stored, @Nullable String patientId, String author) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(RESOURCE_VERSIONS.RESOURCE_KEY, key);
        row.put(RESOURCE_VERSIONS.VERSION, stored.version());
        row.put(RESOURCE_VERSIONS.UPDATED_AT, at(stored));
        row.put(RESOURCE_VERSIONS.INTERACTION, stored.interaction().name().toLowerCase(Locale.ROOT));
        row.put(RESOURCE_VERSIONS.AUTHOR, author);
        row.put(RESOURCE_VERSIONS.DOCUMENT, stored.document());
        row.put(RESOURCE_VERSIONS.PATIENT_ID, patientId);
        rows.add(RESOURCE_VERSIONS, row);
        Map<Field<?>, @Nullable Object> change = new LinkedHashMap<>();
        commits.number(change);
        change.put(CHANGES.TYPE, stored.type());
        change.put(CHANGES.RESOURCE_KEY, key);
        change.put(CHANGES.VERSION, stored.version());
        change.put(CHANGES.COMMITTED_AT, at(stored));
        rows.add(CHANGES, change);
    }

    void addTyped(long key, StoredVersion stored, ResourceMapping mapping, Projection projection) {
        MappedTable table = mapping.table();
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(table.resourceKey(), key);
        row.put(table.id(), stored.id());
        row.put(table.version(), stored.version());
        row.put(table.updatedAt(), at(stored));
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

    /** One row for all, since most versions earn a few and nobody searches them. */
    void addIssues(long key, long version, List<Issue> issues) {
        if (issues.isEmpty()) {
            return;
        }
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(RESOURCE_ISSUES.RESOURCE_KEY, key);
        row.put(RESOURCE_ISSUES.VERSION, version);
        row.put(
                RESOURCE_ISSUES.ISSUES,
                new String(
                        JsonWriter.bytes(new Json.Array(
                                issues.stream().map(ResourceRows::json).toList())),
                        StandardCharsets.UTF_8));
        rows.add(RESOURCE_ISSUES, row);
    }

    private static Json json(Issue issue) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("severity", Json.of(issue.severity().code()));
        members.put("code", Json.of(issue.code()));
        members.put("rule", Json.of(issue.rule()));
        if (issue.expression() != null) {
            members.put("expression", Json.of(issue.expression()));
        }
        members.put("text", Json.of(issue.text()));
        return new JsonObject(members);
    }

    private static OffsetDateTime at(StoredVersion stored) {
        return stored.updatedAt().atOffset(ZoneOffset.UTC);
    }
}
