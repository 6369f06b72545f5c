package org.dripline.engine.search;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.Objects;
import java.util.function.Function;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.ResourceMapping;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Where conditions are asked: a resource's row under its name in the statement, or one of its child rows, whose
 * neighbours below the same parent are meant then.
 *
 * @param parent the index of the parent that child rows must share; null for any
 * @param inner what else must hold beside a child row: the next part of a composite
 */
record Scope(
        ResourceMapping mapping,
        Table<?> table,
        Aliases aliases,
        @Nullable Field<Integer> parent,
        @Nullable Function<Scope, Condition> inner) {

    /** Names tables apart within one statement. */
    static final class Aliases {
        private int given;

        Table<?> name(Table<?> table) {
            given++;
            return table.as(table.getName() + "_" + given);
        }
    }

    /** The rows of a type as they are. */
    static Scope of(ResourceMapping mapping) {
        return new Scope(mapping, mapping.table().table(), new Aliases(), null, null);
    }

    /** The rows of another type within the same statement. */
    Scope other(ResourceMapping mapping) {
        return new Scope(mapping, aliases.name(mapping.table().table()), aliases, null, null);
    }

    Scope with(Function<Scope, Condition> inner) {
        return new Scope(mapping, table, aliases, parent, inner);
    }

    <T> Field<T> column(Field<T> field) {
        return column(table, field);
    }

    static <T> Field<T> column(Table<?> table, Field<T> field) {
        return Objects.requireNonNull(
                table.field(field.getUnqualifiedName().last(), field.getType()),
                () -> table.getName() + " lacks " + field.getName());
    }

    Field<Long> resourceKey() {
        return column(mapping.table().resourceKey());
    }

    /** Whether a child row of an element exists that fulfils a condition. */
    Condition exists(Table<?> child, MappedElement element, Function<Table<?>, Condition> where) {
        Table<?> rows = aliases.name(child);
        return DSL.exists(selectOne()
                .from(rows)
                .where(column(rows, mapping.table().resourceKey()).eq(resourceKey()))
                .and(of(rows, element, where)));
    }

    /** The same, found from the child rows: better when they are few and the resources many. */
    Condition among(Table<?> child, MappedElement element, Function<Table<?>, Condition> where) {
        Table<?> rows = aliases.name(child);
        return resourceKey()
                .in(select(column(rows, mapping.table().resourceKey()))
                        .from(rows)
                        .where(of(rows, element, where)));
    }

    private Condition of(Table<?> rows, MappedElement element, Function<Table<?>, Condition> where) {
        Field<String> path = rows.field("element", String.class);
        Field<Integer> index = rows.field("parent", Integer.class);
        Condition condition =
                path == null ? noCondition() : path.eq(element.path().text());
        if (parent != null) {
            condition = condition.and(Objects.requireNonNull(index).eq(parent));
        }
        condition = condition.and(where.apply(rows));
        return inner == null ? condition : condition.and(inner.apply(new Scope(mapping, rows, aliases, index, null)));
    }
}
