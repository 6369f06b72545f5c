package org.dripline.engine.search;

import static org.dripline.schema.Tables.LINKS;
import static org.dripline.schema.Tables.RESOURCES;
import static org.dripline.schema.Tables.URIS;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.List;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.store.Wall;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Conditions on other resources: those referred to, those that refer here. They are uncorrelated subqueries, so that a
 * database can begin with the few resources that such conditions usually single out.
 */
final class LinkedConditions {
    private final Conditions conditions;
    private final Wall wall;

    LinkedConditions(Conditions conditions, Wall wall) {
        this.conditions = conditions;
        this.wall = wall;
    }

    Condition chain(Clause.Chain chain, Scope scope) {
        return or(chain.targets().entrySet().stream()
                .flatMap(target -> chain.reference().elements().stream()
                        .map(element -> chain(element, target.getKey(), target.getValue(), scope)))
                .toList());
    }

    private Condition chain(MappedElement element, ResourceMapping target, Clause clause, Scope scope) {
        Scope other = scope.other(target);
        Field<String> otherId = other.column(target.table().id());
        Condition found = wall.around(other.patientId()).and(Driving.of(conditions, clause, other));
        return switch (element.layout()) {
            case Layout.Link(Field<String> id, String type)
            when type.equals(target.type()) ->
                scope.column(id).in(select(otherId).from(other.table()).where(found));
            case Layout.Link link -> linked(element, scope, other, otherId, found);
            case Layout.Links links -> linked(element, scope, other, otherId, found);
            case Layout.Canonical canonical -> scope.column(canonical.url()).in(urls(other, found));
            case Layout.Uris uris -> {
                Table<?> rows = scope.aliases().name(URIS);
                yield scope.resourceKey()
                        .in(select(Scope.column(rows, URIS.RESOURCE_KEY))
                                .from(rows)
                                .where(Scope.column(rows, URIS.ELEMENT)
                                        .eq(element.path().text()))
                                .and(Scope.column(rows, URIS.URI).in(urls(other, found))));
            }
            default -> throw Conditions.unanswerable(element);
        };
    }

    private static Condition linked(
            MappedElement element, Scope scope, Scope other, Field<String> otherId, Condition found) {
        Table<?> rows = scope.aliases().name(LINKS);
        return scope.resourceKey()
                .in(select(Scope.column(rows, LINKS.RESOURCE_KEY))
                        .from(rows)
                        .where(Scope.column(rows, LINKS.ELEMENT)
                                .eq(element.path().text()))
                        .and(Scope.column(rows, LINKS.TARGET_TYPE)
                                .eq(other.mapping().type()))
                        .and(Scope.column(rows, LINKS.TARGET_ID)
                                .in(select(otherId).from(other.table()).where(found))));
    }

    /** The canonical urls of what is found; a type without them has none. */
    private static Select<Record1<String>> urls(Scope other, Condition found) {
        Field<String> url = other.table().field("url", String.class);
        return url == null
                ? select(DSL.inline((String) null)).where(falseCondition())
                : select(url).from(other.table()).where(found);
    }

    Condition has(Clause.Has has, Scope scope) {
        return or(has.reference().elements().stream()
                .map(element -> has(element, has, scope))
                .toList());
    }

    private Condition has(MappedElement element, Clause.Has has, Scope scope) {
        Scope other = scope.other(has.source());
        String type = scope.mapping().type();
        Field<String> id = scope.column(scope.mapping().table().id());
        Condition found = wall.around(other.patientId()).and(conditions.of(has.clause(), other));
        return switch (element.layout()) {
            case Layout.Link link
            when link.type().equals(type) ->
                id.in(select(other.column(link.id())).from(other.table()).where(found));
            case Layout.Link link -> referring(element, type, id, other, found);
            case Layout.Links links -> referring(element, type, id, other, found);
            case Layout.Canonical canonical ->
                ownUrl(
                        scope,
                        select(other.column(canonical.url()))
                                .from(other.table())
                                .where(found));
            case Layout.Uris uris -> {
                Table<?> rows = scope.aliases().name(URIS);
                yield ownUrl(
                        scope,
                        select(Scope.column(rows, URIS.URI))
                                .from(rows)
                                .where(Scope.column(rows, URIS.ELEMENT)
                                        .eq(element.path().text()))
                                .and(Scope.column(rows, URIS.RESOURCE_KEY)
                                        .in(select(other.resourceKey())
                                                .from(other.table())
                                                .where(found))));
            }
            default -> throw Conditions.unanswerable(element);
        };
    }

    private static Condition referring(
            MappedElement element, String type, Field<String> id, Scope other, Condition found) {
        Table<?> rows = other.aliases().name(LINKS);
        return id.in(select(Scope.column(rows, LINKS.TARGET_ID))
                .from(rows)
                .where(Scope.column(rows, LINKS.TARGET_TYPE).eq(type))
                .and(Scope.column(rows, LINKS.ELEMENT).eq(element.path().text()))
                .and(Scope.column(rows, LINKS.RESOURCE_KEY)
                        .in(select(other.resourceKey()).from(other.table()).where(found))));
    }

    private static Condition ownUrl(Scope scope, Select<Record1<String>> urls) {
        Field<String> url = scope.table().field("url", String.class);
        return url == null ? falseCondition() : url.isNotNull().and(url.in(urls));
    }

    /** Each clause by itself finds its resources: one condition with an OR in it would read all of them. */
    Condition anyOf(Clause.AnyOf any, Scope scope) {
        return scope.resourceKey()
                .in(any.clauses().stream()
                        .<Select<Record1<Long>>>map(clause -> {
                            Scope own = scope.other(scope.mapping());
                            return select(own.resourceKey())
                                    .from(own.table())
                                    .where(Driving.of(conditions, clause, own));
                        })
                        .reduce(Select::union)
                        .orElseThrow());
    }

    /**
     * For the heads of all types. What the types themselves are asked is asked as a list of keys: beside each head, it
     * would be asked for every resource of the store.
     */
    Condition ofTypes(Clause.OfTypes types, Scope scope) {
        List<Condition> whole = new ArrayList<>();
        List<Select<Record1<Long>>> asked = new ArrayList<>();
        types.types().forEach((mapping, clauses) -> {
            if (clauses.isEmpty()) {
                whole.add(scope.column(RESOURCES.TYPE)
                        .eq(mapping.type())
                        .and(scope.column(RESOURCES.DELETED).isFalse()));
            } else {
                Scope own = scope.other(mapping);
                asked.add(select(own.resourceKey())
                        .from(own.table())
                        .where(Driving.conditions(conditions, clauses, own)));
            }
        });
        // No OR with nothing: beside one, no database begins with the keys.
        asked.stream()
                .reduce(Select::unionAll)
                .ifPresent(keys -> whole.add(scope.resourceKey().in(keys)));
        return or(whole);
    }
}
