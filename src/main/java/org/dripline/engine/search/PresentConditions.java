package org.dripline.engine.search;

import static org.dripline.schema.Tables.COMPONENTS;
import static org.dripline.schema.Tables.LINKS;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.trueCondition;

import org.dripline.engine.mapping.Children;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.SearchParameter;
import org.jooq.Condition;
import org.jooq.Field;

/** Whether a resource has a value that a parameter searches by: the opposite of {@code :missing}. */
final class PresentConditions {
    private PresentConditions() {}

    static Condition of(SearchParameter parameter, Scope scope) {
        return or(parameter.elements().stream()
                .map(element -> of(parameter, element, scope))
                .toList());
    }

    private static Condition of(SearchParameter parameter, MappedElement element, Scope scope) {
        return switch (element.layout()) {
            case Layout.Own own -> own(own, element, scope);
            case Layout.Link link ->
                scope.column(link.id()).isNotNull().or(scope.exists(LINKS, element, rows -> linked(parameter, rows)));
            case Layout.Links links -> scope.exists(LINKS, element, rows -> linked(parameter, rows));
            case Layout.Coded coded -> scope.present(coded);
            case Layout.ComponentCode code ->
                scope.exists(
                        COMPONENTS,
                        element,
                        rows -> present(rows, COMPONENTS.CODE)
                                .or(present(rows, COMPONENTS.SYSTEM))
                                .or(present(rows, COMPONENTS.TEXT_KEY)));
            case Layout.ComponentQuantity quantity ->
                scope.exists(COMPONENTS, element, rows -> present(rows, COMPONENTS.QUANTITY));
            case Layout.Child child -> scope.exists(Children.rowsOf(child), element, rows -> noCondition());
        };
    }

    private static Condition own(Layout.Own own, MappedElement element, Scope scope) {
        return switch (own) {
            case Layout.Code code -> scope.column(code.column()).isNotNull();
            case Layout.Flag flag -> scope.column(flag.column()).isNotNull();
            case Layout.Amount amount -> scope.column(amount.column()).isNotNull();
            case Layout.Canonical canonical -> scope.column(canonical.url()).isNotNull();
            case Layout.CanonicalName name -> scope.column(name.column()).isNotNull();
            case Layout.Dates dates -> scope.column(dates.from()).lt(scope.column(dates.to()));
            case Layout.Truth truth -> trueCondition();
            case Layout.Moment moment -> trueCondition();
            case Layout.ResourceId id -> trueCondition();
            case Layout.Quantity view -> throw Conditions.unanswerable(element);
            case Layout.FirstCoding view -> throw Conditions.unanswerable(element);
            case Layout.ConceptText view -> throw Conditions.unanswerable(element);
            case Layout.Times view -> throw Conditions.unanswerable(element);
            case Layout.Owner wall -> throw Conditions.unanswerable(element);
        };
    }

    private static Condition linked(SearchParameter parameter, Rows rows) {
        return parameter.asksForType() ? rows.column(LINKS.TARGET_TYPE).in(parameter.targets()) : noCondition();
    }

    private static Condition present(Rows rows, Field<?> column) {
        return rows.column(column).isNotNull();
    }
}
