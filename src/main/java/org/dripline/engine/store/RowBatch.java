package org.dripline.engine.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Rows collected over one transaction and inserted with one batch for each table. */
final class RowBatch {
    private final Map<Table<?>, List<Map<Field<?>, @Nullable Object>>> rows = new LinkedHashMap<>();

    /** A row whose columns are always the same set in the same order for its table. */
    void add(Table<?> table, Map<Field<?>, @Nullable Object> row) {
        rows.computeIfAbsent(table, key -> new ArrayList<>()).add(row);
    }

    void insert(DSLContext sql) {
        rows.forEach((table, added) -> insert(sql, table, added));
    }

    private static void insert(DSLContext sql, Table<?> table, List<Map<Field<?>, @Nullable Object>> added) {
        List<Field<?>> fields = List.copyOf(added.getFirst().keySet());
        if (added.size() == 1) {
            sql.insertInto(table, fields)
                    .values(values(fields, added.getFirst()))
                    .execute();
            return;
        }
        sql.batch(sql.insertInto(table, fields).values(new @Nullable Object[fields.size()]))
                .bind(added.stream().map(row -> values(fields, row)).toArray(Object[][]::new))
                .execute();
    }

    private static @Nullable Object[] values(List<Field<?>> fields, Map<Field<?>, @Nullable Object> row) {
        return fields.stream().map(row::get).toArray();
    }
}
