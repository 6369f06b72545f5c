package org.dripline.engine.search;

import static org.dripline.schema.Tables.LINKS;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;

import java.util.List;
import java.util.Set;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.search.Value.Foreign;
import org.dripline.engine.search.Value.Local;
import org.dripline.engine.search.Value.Logical;
import org.jooq.Condition;

/** Conditions on references, which stand in a column when they point to the expected type, and in rows otherwise. */
final class ReferenceConditions {
    private final SearchParameter parameter;

    ReferenceConditions(SearchParameter parameter) {
        this.parameter = parameter;
    }

    /** Whether one of the references has one of the values. */
    Condition any(MappedElement element, List<Value> values, Scope scope) {
        return switch (element.layout()) {
            case Layout.Link link -> ofColumn(link, element, values, scope);
            case Layout.Links links -> scope.exists(LINKS, element, rows -> inRows(values, rows));
            default -> throw Conditions.unanswerable(element);
        };
    }

    private Condition ofColumn(Layout.Link link, MappedElement element, List<Value> values, Scope scope) {
        List<String> ids = values.stream()
                .filter(value -> value instanceof Local local
                        && local.version() == null
                        && (local.type() == null || local.type().equals(link.type()))
                        && mayBe(link.type()))
                .map(value -> ((Local) value).id())
                .toList();
        List<Value> others =
                values.stream().filter(value -> needsRows(link, value)).toList();
        var column = scope.column(link.id());
        Condition inColumn = ids.isEmpty()
                ? falseCondition()
                : column.isNotNull().and(ids.size() == 1 ? column.eq(ids.getFirst()) : column.in(ids));
        if (others.isEmpty()) {
            return inColumn;
        }
        Condition inRows = scope.exists(LINKS, element, rows -> inRows(others, rows));
        return ids.isEmpty() ? inRows : inColumn.or(inRows);
    }

    private boolean mayBe(String type) {
        return parameter.targets().isEmpty() || parameter.targets().contains(type);
    }

    /** Whether a reference with this value may stand anywhere but in the column. */
    private boolean needsRows(Layout.Link link, Value value) {
        return switch (value) {
            case Local local when local.version() != null -> true;
            case Local local when local.type() == null -> !parameter.targets().equals(Set.of(link.type()));
            case Local local -> !link.type().equals(local.type());
            default -> true;
        };
    }

    Condition inRows(List<Value> values, Rows rows) {
        return or(values.stream().map(value -> inRow(value, rows)).toList());
    }

    private Condition inRow(Value value, Rows rows) {
        return switch (value) {
            case Local local when local.type() != null && !mayBe(local.type()) -> falseCondition();
            case Local local ->
                rows.column(LINKS.TARGET_ID)
                        .eq(local.id())
                        .and(
                                local.type() == null
                                        ? ofAllowedType(rows)
                                        : rows.column(LINKS.TARGET_TYPE).eq(local.type()))
                        .and(
                                local.version() == null
                                        ? noCondition()
                                        : rows.column(LINKS.TARGET_VERSION).eq(local.version()));
            case Foreign foreign ->
                rows.column(LINKS.TARGET_URL)
                        .eq(foreign.url())
                        .and(parameter.asksForType() ? ofAllowedType(rows) : noCondition());
            case Logical logical -> logical(logical, rows);
            default -> throw new IllegalArgumentException("no reference: " + value);
        };
    }

    /** {@code patient} shares its element with subjects of other types, and must not find those. */
    private Condition ofAllowedType(Rows rows) {
        return parameter.targets().isEmpty()
                ? noCondition()
                : rows.column(LINKS.TARGET_TYPE).in(parameter.targets());
    }

    private Condition logical(Logical value, Rows rows) {
        var token = value.identifier();
        Condition code = token.code() == null
                ? rows.column(LINKS.IDENTIFIER_VALUE).isNotNull()
                : rows.column(LINKS.IDENTIFIER_VALUE).eq(token.code());
        var system = rows.column(LINKS.IDENTIFIER_SYSTEM);
        Condition inSystem = token.system() == null
                ? noCondition()
                : token.system().isEmpty() ? system.isNull() : system.eq(token.system());
        return code.and(inSystem).and(parameter.asksForType() ? ofAllowedType(rows) : noCondition());
    }
}
