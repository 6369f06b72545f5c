package org.dripline.engine.history;

import static org.dripline.schema.Tables.CHANGES;
import static org.dripline.schema.Tables.RESOURCES;
import static org.dripline.schema.Tables.RESOURCE_VERSIONS;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.engine.mapping.DateRange;
import org.dripline.engine.store.StoredVersion;
import org.dripline.engine.store.StoredVersion.Interaction;
import org.dripline.engine.store.Wall;
import org.dripline.schema.tables.Changes;
import org.dripline.schema.tables.ResourceVersions;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectLimitPercentStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The statements of a history: one for a page, whatever the number of its rows. */
final class HistoryStatements {
    private static final ResourceVersions PREVIOUS = RESOURCE_VERSIONS.as("previous");
    private static final Changes FOLLOWING = CHANGES.as("following");
    private static final String DELETION = Interaction.DELETE.name().toLowerCase(Locale.ROOT);

    private final DSLContext sql;

    HistoryStatements(DSLContext sql) {
        this.sql = sql;
    }

    /** A page out of the window, and one row more, which tells whether there is a next page. */
    SelectLimitPercentStep<? extends Record> page(
            Access access, HistoryTarget target, HistoryQuery query, Window window) {
        return sql.select(
                        CHANGES.NUMBER,
                        CHANGES.TYPE,
                        CHANGES.VERSION,
                        RESOURCES.ID,
                        RESOURCE_VERSIONS.UPDATED_AT,
                        RESOURCE_VERSIONS.INTERACTION,
                        RESOURCE_VERSIONS.DOCUMENT,
                        PREVIOUS.INTERACTION)
                .from(changes(query.at(), window))
                .join(RESOURCE_VERSIONS)
                .on(RESOURCE_VERSIONS.RESOURCE_KEY.eq(CHANGES.RESOURCE_KEY))
                .and(RESOURCE_VERSIONS.VERSION.eq(CHANGES.VERSION))
                .join(RESOURCES)
                .on(RESOURCES.RESOURCE_KEY.eq(CHANGES.RESOURCE_KEY))
                .leftJoin(PREVIOUS)
                .on(PREVIOUS.RESOURCE_KEY.eq(CHANGES.RESOURCE_KEY))
                .and(PREVIOUS.VERSION.eq(CHANGES.VERSION.minus(1)))
                .where(CHANGES.NUMBER.gt(window.after()))
                .and(CHANGES.NUMBER.lt(window.before()))
                .and(CHANGES.NUMBER.le(window.ceiling()))
                .and(of(target))
                .and(since(query.since()))
                .and(current(query.at()))
                .and(new Wall(access).around(RESOURCE_VERSIONS.PATIENT_ID))
                .orderBy(order(target, query.feed()))
                .limit(query.count() + 1);
    }

    private static Table<?> changes(@Nullable DateRange at, Window window) {
        return at == null
                ? CHANGES
                : CHANGES.leftJoin(FOLLOWING)
                        .on(FOLLOWING.RESOURCE_KEY.eq(CHANGES.RESOURCE_KEY))
                        .and(FOLLOWING.VERSION.eq(CHANGES.VERSION.plus(1)))
                        .and(FOLLOWING.NUMBER.le(window.ceiling()));
    }

    private static Condition of(HistoryTarget target) {
        return switch (target) {
            case HistoryTarget.OfSystem() -> noCondition();
            case HistoryTarget.OfType(String type) -> CHANGES.TYPE.eq(type);
            // Not by the join: H2 would drive it by the numbers of all resources.
            case HistoryTarget.OfResource(String type, String id) ->
                CHANGES.RESOURCE_KEY.eq(select(RESOURCES.RESOURCE_KEY)
                        .from(RESOURCES)
                        .where(RESOURCES.TYPE.eq(type))
                        .and(RESOURCES.ID.eq(id)));
        };
    }

    private static Condition since(@Nullable OffsetDateTime since) {
        return since == null ? noCondition() : CHANGES.COMMITTED_AT.ge(since);
    }

    /** Became current within the range, or was current at its beginning. */
    private static Condition current(@Nullable DateRange at) {
        return at == null
                ? noCondition()
                : CHANGES.COMMITTED_AT
                        .lt(at.to())
                        .and(CHANGES.COMMITTED_AT
                                .ge(at.from())
                                .or(FOLLOWING.COMMITTED_AT.isNull())
                                .or(FOLLOWING.COMMITTED_AT.gt(at.from())));
    }

    /** By number; what leads is constant, or ascends with the number, and names the index that has the order. */
    private static List<SortField<?>> order(HistoryTarget target, boolean ascending) {
        Stream<Field<?>> columns = switch (target) {
            case HistoryTarget.OfSystem() -> Stream.of(CHANGES.NUMBER);
            case HistoryTarget.OfType(String type) -> Stream.of(CHANGES.TYPE, CHANGES.NUMBER);
            case HistoryTarget.OfResource(String type, String id) -> Stream.of(CHANGES.RESOURCE_KEY, CHANGES.VERSION);
        };
        return columns.<SortField<?>>map(column -> ascending ? column.asc() : column.desc())
                .toList();
    }

    /**
     * The smallest number of a change accepted then or later; empty when there is none. Clocks of transactions do not run
     * in the order of their commits, so it is looked for among all of them, in an index that holds both columns.
     */
    OptionalLong firstSince(OffsetDateTime since) {
        // The sum keeps PostgreSQL from walking up the numbers until one is late enough, which may be nearly all of
        // them.
        Long first = sql.select(min(CHANGES.NUMBER.plus(0)))
                .from(CHANGES)
                .where(CHANGES.COMMITTED_AT.ge(since))
                .fetchOneInto(Long.class);
        return first == null ? OptionalLong.empty() : OptionalLong.of(first);
    }

    /** Whether the caller may see any version of the resource. */
    boolean knows(Access access, String type, String id) {
        return sql.fetchExists(select(RESOURCE_VERSIONS.VERSION)
                .from(RESOURCES)
                .join(RESOURCE_VERSIONS)
                .on(RESOURCE_VERSIONS.RESOURCE_KEY.eq(RESOURCES.RESOURCE_KEY))
                .where(RESOURCES.TYPE.eq(type))
                .and(RESOURCES.ID.eq(id))
                .and(new Wall(access).around(RESOURCE_VERSIONS.PATIENT_ID)));
    }

    static HistoryEntry entry(Record row) {
        long version = row.get(CHANGES.VERSION);
        StoredVersion stored = new StoredVersion(
                row.get(CHANGES.TYPE),
                row.get(RESOURCES.ID),
                version,
                row.get(RESOURCE_VERSIONS.UPDATED_AT).toInstant(),
                Interaction.of(row.get(RESOURCE_VERSIONS.INTERACTION)),
                row.get(RESOURCE_VERSIONS.DOCUMENT));
        boolean created = !stored.deleted() && (version == 1 || DELETION.equals(row.get(PREVIOUS.INTERACTION)));
        return new HistoryEntry(row.get(CHANGES.NUMBER), stored, created);
    }
}
