package org.dripline.engine.search;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;

import java.util.List;
import org.dripline.engine.mapping.Children;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.SearchKind;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.store.Wall;
import org.jooq.Condition;

/** Turns the clauses of a search into SQL, by the layouts of the elements they ask about. */
final class Conditions {
    private final DateConditions dates;
    private final LinkedConditions linked;

    Conditions(DateConditions dates, Wall wall) {
        this.dates = dates;
        this.linked = new LinkedConditions(this, wall);
    }

    Condition of(Clause clause, Scope scope) {
        return switch (clause) {
            case Clause.Match match -> {
                Condition any = match(match.parameter(), match.anyOf(), scope);
                // What is unknown, since a column is null, is not so.
                yield match.negated() ? not(condition(coalesce(field(any), inline(false)))) : any;
            }
            case Clause.Missing missing -> {
                Condition present = PresentConditions.of(missing.parameter(), scope);
                yield missing.missing() ? not(present) : present;
            }
            case Clause.Chain chain -> linked.chain(chain, scope);
            case Clause.Has has -> linked.has(has, scope);
            case Clause.AnyOf any -> linked.anyOf(any, scope);
            case Clause.OfTypes types -> linked.ofTypes(types, scope);
        };
    }

    private Condition match(SearchParameter parameter, List<Value> values, Scope scope) {
        if (parameter.kind() == SearchKind.COMPOSITE) {
            return or(values.stream()
                    .map(value -> new CompositeConditions(this, parameter).of((Value.Composite) value, scope))
                    .toList());
        }
        return or(parameter.elements().stream()
                .map(element -> any(parameter, element, values, scope))
                .toList());
    }

    /** Whether one of the values of an element is one of those asked for. */
    Condition any(SearchParameter parameter, MappedElement element, List<Value> values, Scope scope) {
        return switch (element.layout()) {
            case Layout.Own own -> anyIn(element, values, Rows.of(scope.table()));
            case Layout.Link link -> new ReferenceConditions(parameter).any(element, values, scope);
            case Layout.Links links -> new ReferenceConditions(parameter).any(element, values, scope);
            case Layout.Coded coded -> scope.exists(coded, element, rows -> anyIn(element, values, rows));
            case Layout.Child child ->
                scope.exists(Children.rowsOf(child), element, rows -> anyIn(element, values, rows));
        };
    }

    Condition anyIn(MappedElement element, List<Value> values, Rows rows) {
        return or(values.stream().map(value -> one(element, value, rows)).toList());
    }

    private Condition one(MappedElement element, Value value, Rows rows) {
        return switch (value) {
            case Value.Token token -> TokenConditions.of(element, token, rows);
            case Value.TypedIdentifier typed -> TokenConditions.typedIdentifier(element, typed, rows);
            case Value.Text text -> TextConditions.text(element, text, rows);
            case Value.Uri uri -> TextConditions.uri(element, uri, rows);
            case Value.Date date -> dates.of(element, date, rows);
            case Value.Amount number -> NumberConditions.of(element, number, rows);
            case Value.Local local -> throw unanswerable(element);
            case Value.Foreign foreign -> throw unanswerable(element);
            case Value.Logical logical -> throw unanswerable(element);
            case Value.Composite composite -> throw unanswerable(element);
        };
    }

    static IllegalStateException unanswerable(MappedElement element) {
        return new IllegalStateException(element.path().text() + " cannot answer this kind of search");
    }
}
