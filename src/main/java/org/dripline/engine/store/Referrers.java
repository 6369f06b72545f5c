package org.dripline.engine.store;

import static java.util.stream.Collectors.joining;
import static org.dripline.schema.Tables.LINKS;
import static org.dripline.schema.Tables.RESOURCES;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dripline.access.Access;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.MappedTable;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.SelectOrderByStep;
import org.jspecify.annotations.Nullable;

/** Finds who refers to a resource: in the rows of {@code fhir.links}, and in the columns that hold references. */
final class Referrers {
    /** So many are named; that there are more is said. */
    static final int NAMED = 20;

    private final ResourceCatalog catalog;

    Referrers(ResourceCatalog catalog) {
        this.catalog = catalog;
    }

    /** Refuses with 409 when anything still refers to a resource that was just deleted. */
    void require(DSLContext sql, Access access, String type, List<PreparedWrite> deleted) {
        List<String> ids = deleted.stream().map(write -> write.write().id()).toList();
        var any = references(sql, type, ids, access).limit(1).fetchOne();
        if (any == null) {
            any = references(sql, type, ids, null).limit(1).fetchOne();
        }
        if (any == null) {
            return;
        }
        String id = any.value1();
        PreparedWrite refused = deleted.stream()
                .filter(write -> write.write().id().equals(id))
                .findFirst()
                .orElseThrow();
        Issue issue = Issue.error("conflict", "referenced", text(sql, access, type, id));
        throw Refusal.of(409, refused.place().isEmpty() ? issue : issue.at(refused.place() + ".request.url"));
    }

    private String text(DSLContext sql, Access access, String type, String id) {
        Set<String> named = new LinkedHashSet<>();
        // One resource may refer to it more than once.
        references(sql, type, List.of(id), access)
                .limit(2 * (NAMED + 1))
                .forEach(row -> named.add(row.value2() + "/" + row.value3()));
        String list = named.stream().limit(NAMED).collect(joining(", "));
        String who = named.isEmpty() ? "Other resources" : list + (named.size() > NAMED ? " and more" : "");
        return who + " still refer to this " + type
                + ". Change or delete them first, or all together in one transaction.";
    }

    /** Target, type and id of each reference to one of the ids; only those that the caller may see, if there is one. */
    private SelectOrderByStep<Record3<String, String, String>> references(
            DSLContext sql, String type, Collection<String> ids, @Nullable Access access) {
        SelectOrderByStep<Record3<String, String, String>> all = sql.select(
                        LINKS.TARGET_ID, RESOURCES.TYPE, RESOURCES.ID)
                .from(LINKS)
                .join(RESOURCES)
                .on(RESOURCES.RESOURCE_KEY.eq(LINKS.RESOURCE_KEY))
                .where(LINKS.TARGET_TYPE.eq(type))
                .and(LINKS.TARGET_ID.in(ids))
                .and(wall(access, RESOURCES.PATIENT_ID));
        for (ResourceMapping mapping : catalog.all()) {
            for (MappedElement element : mapping.elements()) {
                if (element.layout() instanceof Layout.Link(Field<String> column, String target)
                        && target.equals(type)) {
                    all = all.unionAll(ofColumn(sql, mapping, column, ids, access));
                }
            }
        }
        return all;
    }

    private static Select<Record3<String, String, String>> ofColumn(
            DSLContext sql,
            ResourceMapping mapping,
            Field<String> column,
            Collection<String> ids,
            @Nullable Access access) {
        MappedTable table = mapping.table();
        return sql.select(column, inline(mapping.type()), table.id())
                .from(table.table())
                .where(column.in(ids))
                .and(wall(access, table.patientId()));
    }

    private static Condition wall(@Nullable Access access, Field<String> patientId) {
        return access == null ? noCondition() : new Wall(access).around(patientId);
    }
}
