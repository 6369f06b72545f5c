package org.dripline.engine.search;

import static org.dripline.schema.Tables.CODINGS;

import java.util.Map;
import org.dripline.engine.mapping.Layout;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Rows that a condition is asked about: those of a table under its name in the statement, or what the columns of a
 * type's own row hold instead of a first child row.
 *
 * @param instead the own columns by the columns of the child table that they stand for; empty for a table as it is
 */
record Rows(Table<?> table, Map<Field<?>, Field<?>> instead) {
    static Rows of(Table<?> table) {
        return new Rows(table, Map.of());
    }

    /** The first coding, in the columns of a row of the type. */
    static Rows first(Table<?> table, Layout.Coded coded) {
        return new Rows(
                table,
                Map.of(
                        CODINGS.SYSTEM, coded.system(),
                        CODINGS.CODE, coded.code(),
                        CODINGS.CODE_KEY, coded.codeKey(),
                        CODINGS.CASE_SENSITIVE, coded.caseSensitive(),
                        CODINGS.TEXT_KEY, coded.textKey()));
    }

    @SuppressWarnings("unchecked") // A column stands for one of its own type.
    <T> Field<T> column(Field<T> field) {
        return Scope.column(table, (Field<T>) instead.getOrDefault(field, field));
    }
}
