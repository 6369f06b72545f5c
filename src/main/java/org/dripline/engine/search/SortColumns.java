package org.dripline.engine.search;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import java.util.List;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.SearchParameter;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;

/** The columns a sort key becomes. None is ever null, so that a page can begin behind any of them. */
record SortColumns(Field<?> field, boolean descending) {

    /**
     * The columns of one sort key; empty when the parameter may have several values. What is missing comes last in
     * both directions: dates have sentinels (see {@code DateRange.NONE}), texts a column that says whether they are
     * there. Ranges sort by their beginning, descending by their end.
     */
    static List<SortColumns> of(SearchParameter parameter, boolean descending) {
        if (parameter.elements().size() != 1) {
            return List.of();
        }
        return switch (parameter.elements().getFirst().layout()) {
            case Layout.Dates dates -> List.of(new SortColumns(descending ? dates.to() : dates.from(), descending));
            case Layout.Moment moment -> List.of(new SortColumns(moment.column(), descending));
            case Layout.ResourceId id -> List.of(new SortColumns(id.column(), descending));
            case Layout.Code code -> nullable(code.column(), descending);
            case Layout.FirstCoding coding -> nullable(coding.code(), descending);
            case Layout.Canonical canonical -> nullable(canonical.url(), descending);
            case Layout.Link link -> nullable(link.id(), descending);
            default -> List.of();
        };
    }

    private static List<SortColumns> nullable(Field<String> column, boolean descending) {
        Field<Integer> missing = when(column.isNull(), inline(1)).otherwise(inline(0));
        return List.of(new SortColumns(missing, false), new SortColumns(coalesce(column, inline("")), descending));
    }

    SortField<?> order() {
        return descending ? field.desc() : field.asc();
    }

    Condition equal(String value) {
        return typed(field, value, Comparison.EQUAL);
    }

    Condition beyond(String value) {
        return typed(field, value, descending ? Comparison.LESS : Comparison.GREATER);
    }

    Condition from(String value) {
        return typed(field, value, descending ? Comparison.AT_MOST : Comparison.AT_LEAST);
    }

    private enum Comparison {
        EQUAL,
        LESS,
        GREATER,
        AT_MOST,
        AT_LEAST
    }

    private static <T> Condition typed(Field<T> field, String text, Comparison comparison) {
        Field<T> value = val(text, field);
        return switch (comparison) {
            case EQUAL -> field.eq(value);
            case LESS -> field.lt(value);
            case GREATER -> field.gt(value);
            case AT_MOST -> field.le(value);
            case AT_LEAST -> field.ge(value);
        };
    }
}
