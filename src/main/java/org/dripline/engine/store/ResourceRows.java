package org.dripline.engine.store;

import static org.dripline.schema.Sequences.RESOURCE_KEYS;
import static org.dripline.schema.Tables.CHANGES;
import static org.dripline.schema.Tables.RESOURCES;
import static org.dripline.schema.Tables.RESOURCE_ISSUES;
import static org.dripline.schema.Tables.RESOURCE_VERSIONS;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    ResourceRows(DSLContext sql, Commits commits) {
        this.sql = sql;
        this.commits = commits;
    }

    long newKey() {
        return sql.nextval(RESOURCE_KEYS);
    }

    void insert() {
        // Two transactions that make the same resources must meet at the first of them.
        heads.stream().sorted(BY_ID).forEach(row -> rows.add(RESOURCES, row));
        rows.insert(sql);
    }

    /** Removes the typed rows, which are about the current version only. */
    void clear(ResourceMapping mapping, long key) {
        MappedTable table = mapping.table();
        sql.deleteFrom(table.table()).where(table.resourceKey().eq(key)).execute();
        for (Table<?> child : mapping.children()) {
            sql.deleteFrom(child)
                    .where(child.field(RESOURCES.RESOURCE_KEY.getName(), Long.class)
                            .eq(key))
                    .execute();
        }
    }

    void changeHead(long key, StoredVersion stored, @Nullable String patientId) {
        sql.update(RESOURCES)
                .set(RESOURCES.VERSION, stored.version())
                .set(RESOURCES.UPDATED_AT, at(stored))
                .set(RESOURCES.DELETED, stored.deleted())
                .set(RESOURCES.PATIENT_ID, patientId)
                .where(RESOURCES.RESOURCE_KEY.eq(key))
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

    void addIssues(long key, long version, List<Issue> issues) {
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

    private static OffsetDateTime at(StoredVersion stored) {
        return stored.updatedAt().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String shortened(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
