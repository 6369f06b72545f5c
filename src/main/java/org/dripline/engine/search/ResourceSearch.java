package org.dripline.engine.search;

import static org.dripline.schema.Tables.RESOURCE_VERSIONS;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.engine.mapping.MappedTable;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.store.StoredVersion;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectLimitPercentStep;
import org.jooq.SelectSeekStepN;

/** Finds resources of one type. Thread-safe. */
public final class ResourceSearch {
    private static final String PAGE = "_page";
    private static final String COUNT = "_count";
    private static final String SORT = "sort_";

    private final DSLContext sql;
    private final ResourceCatalog catalog;
    private final QueryParser parser;
    private final DateConditions dates;
    private final PageTokens tokens;
    private final Clock clock;

    /**
     * @param zone where a date without a time zone is meant, the same as the projector's
     * @param ownBases the URLs under which this server is known, the same as the projector's
     * @param secret signs page tokens; every node of one store has the same
     */
    public ResourceSearch(
            DSLContext sql, ResourceCatalog catalog, ZoneId zone, List<String> ownBases, byte[] secret, Clock clock) {
        this.sql = sql;
        this.catalog = catalog;
        this.parser = new QueryParser(new ValueParser(zone, ownBases));
        this.dates = new DateConditions(clock);
        this.tokens = new PageTokens(secret);
        this.clock = clock;
    }

    /** Runs one search; refuses with 400 what it does not understand. */
    public SearchPage search(Access access, String type, List<Parameter> parameters) {
        ResourceMapping mapping = catalog.read(type);
        Optional<String> token = QueryParser.single(parameters, PAGE);
        List<Parameter> unpaged = parameters.stream()
                .filter(parameter -> !parameter.name().equals(PAGE))
                .toList();
        Query first = parser.parse(mapping, unpaged);
        List<Parameter> asked = unpaged.stream()
                .map(parameter -> parameter.name().equals(COUNT)
                        ? new Parameter(COUNT, String.valueOf(first.count()))
                        : parameter)
                .toList();
        String applied = SearchText.url(asked);
        String bound = type + "?" + applied;
        Query query = token.map(text -> new Query(
                        mapping, first.clauses(), first.sorts(), first.count(), tokens.read(access, bound, text)))
                .orElse(first);
        if (query.count() == 0) {
            return new SearchPage(List.of(), OptionalLong.of(count(access, query)), applied, Optional.empty());
        }
        Instant begun = query.walk() == null
                ? clock.instant().truncatedTo(ChronoUnit.MILLIS)
                : query.walk().begun();
        List<? extends Record> rows = select(access, query, begun).fetch();
        boolean more = rows.size() > query.count();
        List<? extends Record> shown = more ? rows.subList(0, query.count()) : rows;
        Optional<String> next =
                more ? Optional.of(nextPage(access, query, bound, begun, shown.getLast(), asked)) : Optional.empty();
        OptionalLong total = more || query.walk() != null ? OptionalLong.empty() : OptionalLong.of(shown.size());
        return new SearchPage(
                shown.stream().map(row -> stored(mapping, row)).toList(), total, page(asked, token), next);
    }

    private static String page(List<Parameter> asked, Optional<String> token) {
        return SearchText.url(Stream.concat(asked.stream(), token.stream().map(text -> new Parameter(PAGE, text)))
                .toList());
    }

    private String nextPage(
            Access access, Query query, String bound, Instant begun, Record last, List<Parameter> asked) {
        List<String> values = IntStream.range(0, sortColumns(query).size())
                .mapToObj(i -> String.valueOf(last.get(SORT + i)))
                .toList();
        Walk walk = new Walk(begun, values, last.get(query.mapping().table().resourceKey()));
        return page(asked, Optional.of(tokens.write(access, bound, walk)));
    }

    private long count(Access access, Query query) {
        MappedTable table = query.mapping().table();
        return sql.fetchCount(sql.selectOne().from(table.table()).where(where(access, query)));
    }

    /** One statement: the page and one row more, which tells whether there is a next page. */
    SelectLimitPercentStep<? extends Record> select(Access access, Query query, Instant begun) {
        MappedTable table = query.mapping().table();
        List<SortColumns> sorts = sortColumns(query);
        List<Field<?>> fields = new ArrayList<>(List.of(
                table.resourceKey(), table.id(), table.version(), table.updatedAt(), RESOURCE_VERSIONS.DOCUMENT));
        for (int i = 0; i < sorts.size(); i++) {
            fields.add(sorts.get(i).field().as(SORT + i));
        }
        SelectSeekStepN<Record> ordered = sql.select(fields)
                .from(table.table())
                .join(RESOURCE_VERSIONS)
                .on(RESOURCE_VERSIONS.RESOURCE_KEY.eq(table.resourceKey()))
                .and(RESOURCE_VERSIONS.VERSION.eq(table.version()))
                .where(where(access, query))
                .and(beyond(query, sorts))
                .and(query.walk() == null ? noCondition() : table.updatedAt().le(begun.atOffset(ZoneOffset.UTC)))
                .orderBy(Stream.concat(
                                sorts.stream().map(SortColumns::order),
                                Stream.of(table.resourceKey().asc()))
                        .toList());
        return ordered.limit(query.count() + 1);
    }

    private static List<SortColumns> sortColumns(Query query) {
        return query.sorts().stream()
                .flatMap(sort -> SortColumns.of(sort.parameter(), sort.descending()).stream())
                .toList();
    }

    private Condition where(Access access, Query query) {
        MappedTable table = query.mapping().table();
        Conditions conditions = new Conditions(table.resourceKey(), dates);
        return query.clauses().stream().map(conditions::of).reduce(wall(access, table), Condition::and);
    }

    /** What the caller may see of a table: every patient's rows, or one's and those of nobody. */
    static Condition wall(Access access, MappedTable table) {
        return access.scope()
                .patientId()
                .map(patient ->
                        table.patientId().eq(patient).or(table.patientId().isNull()))
                .orElse(noCondition());
    }

    /** Behind the last match: (a, b, key) beyond (x, y, k), with a redundant bound on the leading column for its index. */
    private static Condition beyond(Query query, List<SortColumns> sorts) {
        Walk walk = query.walk();
        if (walk == null) {
            return noCondition();
        }
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

    private static StoredVersion stored(ResourceMapping mapping, Record row) {
        long version = row.get(mapping.table().version());
        return new StoredVersion(
                mapping.type(),
                row.get(mapping.table().id()),
                version,
                row.get(mapping.table().updatedAt()).toInstant(),
                version == 1 ? StoredVersion.Interaction.CREATE : StoredVersion.Interaction.UPDATE,
                row.get(RESOURCE_VERSIONS.DOCUMENT));
    }
}
