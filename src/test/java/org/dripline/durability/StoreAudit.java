package org.dripline.durability;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.schema.Tables.CHANGES;
import static org.dripline.schema.Tables.IDENTIFIERS;
import static org.dripline.schema.Tables.PROCEDURES;
import static org.dripline.schema.Tables.RESOURCES;
import static org.dripline.schema.Tables.RESOURCE_VERSIONS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dripline.engine.TestStore;
import org.jooq.DSLContext;

/**
 * What must hold of a store after anything that can happen to its process or its database, as long as all its Procedures
 * are {@link Documents}.
 */
final class StoreAudit {
    private static final String TYPE = "Procedure";

    private record VersionKey(String id, long version) {}

    private final OpenStore open;
    private final DSLContext sql;

    StoreAudit(OpenStore open) {
        this.open = open;
        this.sql = open.sql();
    }

    void expect(List<Acknowledged> acknowledged) {
        Map<VersionKey, String> marks = marks();
        keepsAcknowledged(acknowledged, marks);
        keepsTransactionsWhole(marks);
        numbersVersionsFromOne(marks);
        matchesTypedRowsWithHeads(marks);
        numbersChangesWithoutGap();
    }

    /** Nothing is there of these transactions. */
    void expectNone(List<String> transactions) {
        Set<String> there = new HashSet<>();
        marks().values().forEach(mark -> there.add(Acknowledged.transaction(mark)));
        assertThat(there).as("transactions that were said not to be stored").doesNotContainAnyElementsOf(transactions);
    }

    private Map<VersionKey, String> marks() {
        Map<VersionKey, String> marks = new HashMap<>();
        sql.select(RESOURCES.ID, RESOURCE_VERSIONS.VERSION, RESOURCE_VERSIONS.DOCUMENT)
                .from(RESOURCES)
                .join(RESOURCE_VERSIONS)
                .on(RESOURCE_VERSIONS.RESOURCE_KEY.eq(RESOURCES.RESOURCE_KEY))
                .where(RESOURCES.TYPE.eq(TYPE))
                .forEach(row -> assertThat(
                                marks.put(new VersionKey(row.value1(), row.value2()), Documents.token(row.value3())))
                        .as("a second %s version %s", row.value1(), row.value2())
                        .isNull());
        return marks;
    }

    private void keepsAcknowledged(List<Acknowledged> acknowledged, Map<VersionKey, String> marks) {
        List<Acknowledged> lost = new ArrayList<>(acknowledged);
        lost.removeIf(each -> each.mark().equals(marks.get(new VersionKey(each.id(), each.version()))));
        assertThat(lost).as("acknowledged and lost").isEmpty();
        assertThat(new HashSet<>(acknowledged)).as("acknowledged once").hasSameSizeAs(acknowledged);
        Acknowledged last = acknowledged.getLast();
        assertThat(open.store.readVersion(TestStore.CLINIC, TYPE, last.id(), last.version()))
                .as("the last acknowledged version, read through the store")
                .hasValueSatisfying(version ->
                        assertThat(Documents.token(version.content())).isEqualTo(last.mark()));
    }

    private static void keepsTransactionsWhole(Map<VersionKey, String> marks) {
        marks.values().stream()
                .collect(groupingBy(Acknowledged::transaction, counting()))
                .forEach((transaction, found) -> assertThat(transaction)
                        .as("a transaction of which %s documents were found", found)
                        .endsWith("/" + found));
    }

    private void numbersVersionsFromOne(Map<VersionKey, String> marks) {
        Map<String, Long> perResource = marks.keySet().stream().collect(groupingBy(VersionKey::id, counting()));
        sql.select(RESOURCES.ID, RESOURCES.VERSION)
                .from(RESOURCES)
                .where(RESOURCES.TYPE.eq(TYPE))
                .forEach(head -> {
                    assertThat(perResource.remove(head.value1()))
                            .as("versions of " + head.value1())
                            .isEqualTo(head.value2());
                    assertThat(marks).containsKey(new VersionKey(head.value1(), 1));
                    assertThat(marks).containsKey(new VersionKey(head.value1(), head.value2()));
                });
        assertThat(perResource).as("versions without a head").isEmpty();
    }

    private void matchesTypedRowsWithHeads(Map<VersionKey, String> marks) {
        int heads = sql.fetchCount(RESOURCES, RESOURCES.TYPE.eq(TYPE));
        assertThat(sql.fetchCount(PROCEDURES)).as("typed rows").isEqualTo(heads);
        assertThat(sql.fetchCount(IDENTIFIERS, IDENTIFIERS.SYSTEM.eq(Documents.MARKS)))
                .as("identifier rows")
                .isEqualTo(heads);
        sql.select(RESOURCES.ID, RESOURCES.VERSION, PROCEDURES.VERSION, IDENTIFIERS.CODE)
                .from(RESOURCES)
                .leftJoin(PROCEDURES)
                .on(PROCEDURES.RESOURCE_KEY.eq(RESOURCES.RESOURCE_KEY))
                .leftJoin(IDENTIFIERS)
                .on(IDENTIFIERS.RESOURCE_KEY.eq(RESOURCES.RESOURCE_KEY))
                .where(RESOURCES.TYPE.eq(TYPE))
                .forEach(row -> {
                    assertThat(row.value3()).as("typed row of " + row.value1()).isEqualTo(row.value2());
                    assertThat(row.value4())
                            .as("identifier row of " + row.value1())
                            .isEqualTo(marks.get(new VersionKey(row.value1(), row.value2())));
                });
    }

    private void numbersChangesWithoutGap() {
        int versions = sql.fetchCount(RESOURCE_VERSIONS);
        assertThat(open.store.numbered())
                .as("the last change that may be served")
                .isEqualTo(versions);
        var feed = sql.select(count(), min(CHANGES.NUMBER), max(CHANGES.NUMBER))
                .from(CHANGES)
                .fetchSingle();
        assertThat(feed.value1()).as("changes").isEqualTo(versions);
        assertThat(feed.value2()).as("first change number").isEqualTo(1);
        assertThat(feed.value3()).as("last change number").isEqualTo(versions);
        int matched = sql.fetchCount(sql.selectDistinct(CHANGES.RESOURCE_KEY, CHANGES.VERSION)
                .from(CHANGES)
                .join(RESOURCE_VERSIONS)
                .on(RESOURCE_VERSIONS.RESOURCE_KEY.eq(CHANGES.RESOURCE_KEY))
                .and(RESOURCE_VERSIONS.VERSION.eq(CHANGES.VERSION)));
        assertThat(matched).as("changes that name a version").isEqualTo(versions);
    }
}
