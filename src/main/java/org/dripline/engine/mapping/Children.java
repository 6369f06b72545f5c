package org.dripline.engine.mapping;

import static org.dripline.schema.Tables.ANSWERS;
import static org.dripline.schema.Tables.CODINGS;
import static org.dripline.schema.Tables.COMPONENTS;
import static org.dripline.schema.Tables.HUMAN_NAMES;
import static org.dripline.schema.Tables.IDENTIFIERS;
import static org.dripline.schema.Tables.LINKS;

import java.util.Optional;
import org.jooq.Table;

/** Which shared child table a layout may fill. */
final class Children {
    private Children() {}

    static Optional<Table<?>> of(Layout layout) {
        return switch (layout) {
            case Layout.Link link -> Optional.of(LINKS);
            case Layout.Links links -> Optional.of(LINKS);
            case Layout.Codings codings -> Optional.of(CODINGS);
            case Layout.Identifiers identifiers -> Optional.of(IDENTIFIERS);
            case Layout.HumanNames names -> Optional.of(HUMAN_NAMES);
            case Layout.Components components -> Optional.of(COMPONENTS);
            case Layout.Answers answers -> Optional.of(ANSWERS);
            case Layout.Code c -> Optional.empty();
            case Layout.Flag f -> Optional.empty();
            case Layout.Amount a -> Optional.empty();
            case Layout.Quantity q -> Optional.empty();
            case Layout.FirstCoding f -> Optional.empty();
            case Layout.ConceptText c -> Optional.empty();
            case Layout.Canonical c -> Optional.empty();
            case Layout.Dates d -> Optional.empty();
            case Layout.Times t -> Optional.empty();
            case Layout.Moment m -> Optional.empty();
            case Layout.ResourceId r -> Optional.empty();
        };
    }
}
