package org.dripline.engine.search;

import static org.jooq.impl.DSL.function;

import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.CustomField;
import org.jooq.impl.SQLDataType;

/** Texts as they are sorted: by code points, on every database. */
final class TextOrder {
    private TextOrder() {}

    /** A value that sorts so; what is no text stays as it is. */
    static <T> Field<T> of(Field<T> value) {
        return value.getType() == String.class ? byCodePoints(value) : value;
    }

    /**
     * PostgreSQL's collation C does it by itself. H2 compares UTF-16 units, and so would put what is beyond the first
     * plane before its last part; the digits of UTF-8 bytes it compares as wanted.
     */
    private static <T> Field<T> byCodePoints(Field<T> text) {
        Field<String> digits =
                function("rawtohex", SQLDataType.VARCHAR, function("stringtoutf8", SQLDataType.VARBINARY, text));
        return CustomField.of(
                text.getUnqualifiedName(),
                text.getDataType(),
                context -> context.visit(context.family() == SQLDialect.H2 ? digits : text));
    }
}
