package org.dripline.engine.search;

import static org.dripline.schema.Tables.CODINGS;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.util.Objects;
import java.util.function.Function;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.ResourceMapping;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.CustomCondition;
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

    /** Whose a resource is. */
    Field<String> patientId() {
        return column(mapping.table().patientId());
    }

    /** Whether a child row of an element exists that fulfils a condition. */
    Condition exists(Table<?> child, MappedElement element, Function<Rows, Condition> where) {
        Table<?> rows = aliases.name(child);
        return DSL.exists(selectOne()
                .from(rows)
                .where(column(rows, mapping.table().resourceKey()).eq(resourceKey()))
                .and(of(rows, element, where)));
    }

    /** The same, found from the child rows: better when they are few and the resources many. */
    Condition among(Table<?> child, MappedElement element, Function<Rows, Condition> where) {
        Table<?> rows = aliases.name(child);
        return resourceKey()
                .in(select(column(rows, mapping.table().resourceKey()))
                        .from(rows)
                        .where(of(rows, element, where)));
    }

    /** Whether the coding in the columns fulfils a condition, or one in the rows, of which there are seldom any. */
    Condition exists(Layout.Coded coded, MappedElement element, Function<Rows, Condition> where) {
        Condition inColumns = where.apply(Rows.first(table, coded));
        return inColumns.or(column(coded.hasRows()).isTrue().and(exists(CODINGS, element, where)));
    }

    /**
     * The same, found from the columns and from the rows: each has its index. PostgreSQL uses both also for what
     * {@link #exists} says, together with what else is asked.
     */
    Condition among(Layout.Coded coded, MappedElement element, Function<Rows, Condition> where) {
        Condition begun = begun(coded, element, where);
        Condition either = exists(coded, element, where);
        return CustomCondition.of(context -> context.visit(context.family() == SQLDialect.H2 ? begun : either));
    }

    private Condition begun(Layout.Coded coded, MappedElement element, Function<Rows, Condition> where) {
        Scope other = other(mapping);
        Table<?> rows = aliases.name(CODINGS);
        return resourceKey()
                .in(select(other.resourceKey())
                        .from(other.table())
                        .where(where.apply(Rows.first(other.table(), coded)))
                        .unionAll(select(column(rows, CODINGS.RESOURCE_KEY))
                                .from(rows)
                                .where(of(rows, element, where))));
    }

    Condition present(Layout.Coded coded) {
        return column(coded.codeKey())
                .isNotNull()
                .or(column(coded.system()).isNotNull())
                .or(column(coded.textKey()).isNotNull())
                .or(column(coded.hasRows()).isTrue());
    }

    private Condition of(Table<?> rows, MappedElement element, Function<Rows, Condition> where) {
        Field<String> path = rows.field("element", String.class);
        Field<Integer> index = rows.field("parent", Integer.class);
        Condition condition =
                path == null ? noCondition() : path.eq(element.path().text());
        if (parent != null) {
            condition = condition.and(Objects.requireNonNull(index).eq(parent));
        }
        condition = condition.and(where.apply(Rows.of(rows)));
        return inner == null ? condition : condition.and(inner.apply(new Scope(mapping, rows, aliases, index, null)));
    }
}
