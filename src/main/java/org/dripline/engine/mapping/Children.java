package org.dripline.engine.mapping;

import static org.dripline.schema.Tables.ANSWERS;
import static org.dripline.schema.Tables.CODINGS;
import static org.dripline.schema.Tables.COMPONENTS;
import static org.dripline.schema.Tables.DATES;
import static org.dripline.schema.Tables.IDENTIFIERS;
import static org.dripline.schema.Tables.LINKS;
import static org.dripline.schema.Tables.QUANTITIES;
import static org.dripline.schema.Tables.TEXTS;
import static org.dripline.schema.Tables.URIS;

import java.util.Optional;
import org.jooq.Table;

/** Which shared child table a layout fills. */
public final class Children {
    private Children() {}

    static Optional<Table<?>> of(Layout layout) {
        return switch (layout) {
            case Layout.Own own -> Optional.empty();
            case Layout.Child child -> Optional.of(rowsOf(child));
        };
    }

    /** The table whose rows hold what a layout makes of its element. */
    public static Table<?> rowsOf(Layout.Child layout) {
        return switch (layout) {
            case Layout.Link link -> LINKS;
            case Layout.Links links -> LINKS;
            case Layout.Codings codings -> CODINGS;
            case Layout.Coded coded -> CODINGS;
            case Layout.Tokens tokens -> CODINGS;
            case Layout.Contacts contacts -> CODINGS;
            case Layout.Identifiers identifiers -> IDENTIFIERS;
            case Layout.Texts texts -> TEXTS;
            case Layout.TextParts parts -> TEXTS;
            case Layout.Uris uris -> URIS;
            case Layout.DateRows dates -> DATES;
            case Layout.Quantities quantities -> QUANTITIES;
            case Layout.Components components -> COMPONENTS;
            case Layout.ComponentCode code -> COMPONENTS;
            case Layout.ComponentQuantity quantity -> COMPONENTS;
            case Layout.Answers answers -> ANSWERS;
        };
    }
}
