package org.dripline.engine.search;

import static org.dripline.schema.Tables.RESOURCES;
import static org.dripline.schema.Tables.RESOURCE_VERSIONS;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.engine.mapping.MappedTable;
import org.dripline.engine.store.StoredVersion;
import org.dripline.engine.store.Wall;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectLimitPercentStep;

/** The statements of a search: one for a page, one for a total. */
final class Pages {
    static final Field<String> TYPE = RESOURCES.TYPE;
    private static final String SORT = "sort_";

    private final DSLContext sql;
    private final DateConditions dates;

    Pages(DSLContext sql, DateConditions dates) {
        this.sql = sql;
        this.dates = dates;
    }

    /** The page and one row more, which tells whether there is a next page. */
    SelectLimitPercentStep<? extends Record> page(Access access, Query query, Instant begun) {
        Scope scope = Scope.of(query.mapping());
        MappedTable table = query.mapping().table();
        List<SortColumns> sorts = sortColumns(query, scope);
        List<Field<?>> fields = new ArrayList<>(List.of(
                table.resourceKey(), table.id(), table.version(), table.updatedAt(), RESOURCE_VERSIONS.DOCUMENT));
        fields.add(
                table.table().equals(RESOURCES)
                        ? RESOURCES.TYPE
                        : inline(query.mapping().type()).as(TYPE));
        for (int i = 0; i < sorts.size(); i++) {
            fields.add(sorts.get(i).field().as(SORT + i));
        }
        Walk walk = query.walk();
        return sql.select(fields)
                .from(table.table())
                .join(RESOURCE_VERSIONS)
                .on(RESOURCE_VERSIONS.RESOURCE_KEY.eq(table.resourceKey()))
                .and(RESOURCE_VERSIONS.VERSION.eq(table.version()))
                .where(where(access, query, scope))
                .and(walk == null ? noCondition() : beyond(query, walk, sorts))
                .and(walk == null ? noCondition() : table.updatedAt().le(begun.atOffset(ZoneOffset.UTC)))
                .orderBy(Stream.concat(
                                sorts.stream().map(SortColumns::order),
                                Stream.of(table.resourceKey().asc()))
                        .toList())
                .limit(query.count() + 1);
    }

    /** The ids of the first that match, in the order of their creation. */
    List<String> ids(Access access, Query query, int most) {
        MappedTable table = query.mapping().table();
        return sql.select(table.id())
                .from(table.table())
                .where(where(access, query, Scope.of(query.mapping())))
                .orderBy(table.resourceKey())
                .limit(most)
                .fetch(table.id());
    }

    /** How many match, counted up to a bound. */
    long count(Access access, Query query, int bound) {
        Scope scope = Scope.of(query.mapping());
        Select<?> matches = sql.selectOne()
                .from(query.mapping().table().table())
                .where(where(access, query, scope))
                .limit(bound);
        return sql.fetchCount(matches);
    }

    private Condition where(Access access, Query query, Scope scope) {
        Wall wall = new Wall(access);
        Conditions conditions = new Conditions(dates, wall);
        Condition all = wall.around(scope.patientId());
        for (Condition condition : Driving.conditions(conditions, query.clauses(), scope)) {
            all = all.and(condition);
        }
        return all;
    }

    private static List<SortColumns> sortColumns(Query query, Scope scope) {
        return query.sorts().stream()
                .flatMap(sort -> SortColumns.of(sort.parameter(), sort.descending(), scope).stream())
                .toList();
    }

    /** Behind the last match: (a, b, key) beyond (x, y, k), with a redundant bound on the leading column for its index. */
    private static Condition beyond(Query query, Walk walk, List<SortColumns> sorts) {
        Condition equal = noCondition();
        List<Condition> steps = new ArrayList<>();
        for (int i = 0; i < sorts.size(); i++) {
            String value = walk.sortValues().get(i);
            steps.add(equal.and(sorts.get(i).beyond(value)));
            equal = equal.and(sorts.get(i).equal(value));
        }
        steps.add(equal.and(query.mapping().table().resourceKey().gt(walk.resourceKey())));
        Condition bound = sorts.isEmpty()
                ? noCondition()
                : sorts.getFirst().from(walk.sortValues().getFirst());
        return bound.and(or(steps));
    }

    /** Where a page that ends with this row is continued. */
    static Walk walk(Query query, Instant begun, Record last) {
        int columns = sortColumns(query, Scope.of(query.mapping())).size();
        List<String> values = IntStream.range(0, columns)
                .mapToObj(i -> String.valueOf(last.get(SORT + i)))
                .toList();
        return new Walk(begun, values, last.get(query.mapping().table().resourceKey()));
    }

    static StoredVersion stored(MappedTable table, Record row) {
        long version = row.get(table.version());
        return new StoredVersion(
                row.get(TYPE.getName(), String.class),
                row.get(table.id()),
                version,
                row.get(table.updatedAt()).toInstant(),
                version == 1 ? StoredVersion.Interaction.CREATE : StoredVersion.Interaction.UPDATE,
                row.get(RESOURCE_VERSIONS.DOCUMENT));
    }
}
