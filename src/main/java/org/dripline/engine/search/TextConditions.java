package org.dripline.engine.search;

import static org.dripline.schema.Tables.CODINGS;
import static org.dripline.schema.Tables.COMPONENTS;
import static org.dripline.schema.Tables.IDENTIFIERS;
import static org.dripline.schema.Tables.TEXTS;
import static org.dripline.schema.Tables.URIS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import org.dripline.engine.mapping.FoldedText;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.search.Value.Hierarchy;
import org.dripline.engine.search.Value.Text;
import org.dripline.engine.search.Value.Uri;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Conditions on strings, on the texts of codes, and on uris. */
final class TextConditions {
    private static final char ESCAPE = '!';

    private TextConditions() {}

    static Condition text(MappedElement element, Text value, Rows rows) {
        return switch (element.layout()) {
            case Layout.Texts texts -> text(rows, value);
            case Layout.TextParts parts -> text(rows, value);
            case Layout.Coded coded -> key(rows.column(CODINGS.TEXT_KEY), value);
            case Layout.Codings codings -> key(rows.column(CODINGS.TEXT_KEY), value);
            case Layout.Identifiers identifiers -> key(rows.column(IDENTIFIERS.TEXT_KEY), value);
            case Layout.ComponentCode component -> key(rows.column(COMPONENTS.TEXT_KEY), value);
            // Codes of a fixed set, booleans and telephone numbers have no text beside them.
            default -> falseCondition();
        };
    }

    private static Condition text(Rows rows, Text value) {
        Field<String> key = rows.column(TEXTS.TEXT_KEY);
        return switch (value.comparison()) {
            case STARTS, CONTAINS -> key(key, value);
            case EXACT ->
                key.eq(FoldedText.of(value.text()))
                        .and(rows.column(TEXTS.CONTENT).eq(value.text()));
        };
    }

    private static Condition key(Field<String> key, Text value) {
        return switch (value.comparison()) {
            case STARTS -> startsWith(key, value.text());
            case CONTAINS -> key.like("%" + escaped(value.text()) + "%", ESCAPE);
            case EXACT -> key.eq(value.text());
        };
    }

    private static Condition startsWith(Field<String> field, String text) {
        return field.like(escaped(text) + "%", ESCAPE);
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    static Condition uri(MappedElement element, Uri value, Rows rows) {
        return switch (element.layout()) {
            case Layout.Code code -> resourceUrl(rows, rows.column(code.column()), value);
            case Layout.Canonical canonical ->
                canonical(rows.column(canonical.url()), rows.column(canonical.version()), value);
            case Layout.Uris(boolean canonical) ->
                canonical
                        ? canonical(rows.column(URIS.URI), rows.column(URIS.VERSION), value)
                        : plain(rows.column(URIS.URI), value);
            default -> throw Conditions.unanswerable(element);
        };
    }

    /** The url of a conformance resource, whose version stands in a column of its own. */
    private static Condition resourceUrl(Rows rows, Field<String> url, Uri value) {
        Field<String> version = rows.table().field("business_version", String.class);
        Condition whole = url.isNotNull().and(plain(url, value));
        return version == null || value.version() == null || value.hierarchy() != Hierarchy.SAME
                ? whole
                : whole.or(url.isNotNull()
                        .and(url.eq(value.uri()))
                        .and(version.isNotNull())
                        .and(version.eq(value.version())));
    }

    private static Condition plain(Field<String> uri, Uri value) {
        return switch (value.hierarchy()) {
            case SAME, VERSION_BELOW -> uri.eq(value.text());
            case BELOW -> startsWith(uri, value.text());
            case ABOVE -> left(val(value.text()), length(uri)).eq(uri);
        };
    }

    private static Condition canonical(Field<String> url, Field<String> version, Uri value) {
        Field<String> whole = url.concat(coalesce(val("|").concat(version), ""));
        return url.isNotNull()
                .and(
                        switch (value.hierarchy()) {
                            case SAME -> url.eq(value.uri()).and(version(version, value.version()));
                            case BELOW -> startsWith(whole, value.text());
                            case ABOVE -> left(val(value.text()), length(whole)).eq(whole);
                            case VERSION_BELOW ->
                                url.eq(value.uri())
                                        .and(version(version, value.version())
                                                .or(version.isNotNull()
                                                        .and(startsWith(version, value.version() + "."))));
                        });
    }

    private static Condition version(Field<String> version, @Nullable String asked) {
        return asked == null ? noCondition() : version.isNotNull().and(version.eq(asked));
    }
}
