package org.dripline.engine.search;

import static org.dripline.schema.Tables.LINKS;
import static org.dripline.schema.Tables.RESOURCES;
import static org.dripline.schema.Tables.RESOURCE_VERSIONS;
import static org.dripline.schema.Tables.URIS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.unnest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.MappedTable;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.store.StoredVersion;
import org.dripline.engine.store.Wall;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;

/** Finds what a page includes: one statement for each hop, whatever the number of rules and rows. */
final class Includes {
    static final int MAX_ROUNDS = 5;
    static final int MAX_INCLUDED = 1000;

    /**
     * What was found.
     *
     * @param cut whether there is more than is shown
     */
    record Found(List<StoredVersion> resources, boolean cut) {}

    /** The resources to follow from, as one value that the statement repeats: a list of each would grow with the rules. */
    private record Keys(List<Long> all) {
        Keys(Collection<Long> keys) {
            this(List.copyOf(keys));
        }

        /** As a table to begin with: of a list H2 makes no use where other tables come first. */
        Table<?> table() {
            return unnest(all.toArray(Long[]::new)).as(name("followed"), name("key"));
        }

        Field<Long> key() {
            return field(name("followed", "key"), Long.class);
        }
    }

    private final DSLContext sql;
    private final ResourceCatalog catalog;

    Includes(DSLContext sql, ResourceCatalog catalog) {
        this.sql = sql;
        this.catalog = catalog;
    }

    /** @param matches the resources of the page with their types */
    Found of(Access access, List<Include> rules, Map<Long, String> matches) {
        Map<Long, StoredVersion> found = new LinkedHashMap<>();
        Map<Long, String> from = matches;
        List<Include> following = leading(rules, matches);
        for (int round = 0; !following.isEmpty(); round++) {
            Map<Long, StoredVersion> next = hop(access, following, from.keySet(), matches.size() + found.size());
            next.keySet().removeAll(matches.keySet());
            next.keySet().removeAll(found.keySet());
            if (round == MAX_ROUNDS || found.size() + next.size() > MAX_INCLUDED) {
                Stream<StoredVersion> shown = Stream.concat(
                        found.values().stream(), round == MAX_ROUNDS ? Stream.of() : next.values().stream());
                return new Found(shown.limit(MAX_INCLUDED).toList(), round < MAX_ROUNDS || !next.isEmpty());
            }
            found.putAll(next);
            from = types(next);
            following = leading(rules.stream().filter(Include::iterate).toList(), from);
        }
        return new Found(List.copyOf(found.values()), false);
    }

    private static Map<Long, String> types(Map<Long, StoredVersion> resources) {
        Map<Long, String> types = new LinkedHashMap<>();
        resources.forEach((key, version) -> types.put(key, version.type()));
        return types;
    }

    /** The rules that lead anywhere from resources of these types. */
    private static List<Include> leading(List<Include> rules, Map<Long, String> from) {
        return rules.stream()
                .filter(rule -> rule.reverse()
                        ? from.values().stream().anyMatch(rule.targets()::contains)
                        : from.containsValue(rule.source().type()))
                .map(Include::once)
                .distinct()
                .toList();
    }

    /** @param known how many of those found may be known already */
    private Map<Long, StoredVersion> hop(Access access, List<Include> rules, Collection<Long> from, int known) {
        Keys keys = new Keys(from);
        List<Select<Record1<Long>>> followed =
                rules.stream().flatMap(rule -> keys(rule, keys)).toList();
        Map<Long, StoredVersion> found = new LinkedHashMap<>();
        if (followed.isEmpty()) {
            return found;
        }
        // As a table: H2 would run it again for each row that it is a condition of.
        Table<Record1<Long>> included =
                followed.stream().reduce(Select::union).orElseThrow().asTable("included", "resource_key");
        MappedTable heads = MappedTable.of(RESOURCES);
        sql.select(
                        RESOURCES.RESOURCE_KEY,
                        RESOURCES.TYPE,
                        RESOURCES.ID,
                        RESOURCES.VERSION,
                        RESOURCES.UPDATED_AT,
                        RESOURCE_VERSIONS.DOCUMENT)
                .from(included)
                .join(RESOURCES)
                .on(RESOURCES.RESOURCE_KEY.eq(included.field("resource_key", Long.class)))
                .and(RESOURCES.DELETED.isFalse())
                .and(new Wall(access).around(RESOURCES.PATIENT_ID))
                .join(RESOURCE_VERSIONS)
                .on(RESOURCE_VERSIONS.RESOURCE_KEY.eq(RESOURCES.RESOURCE_KEY))
                .and(RESOURCE_VERSIONS.VERSION.eq(RESOURCES.VERSION))
                .orderBy(RESOURCES.RESOURCE_KEY)
                .limit(MAX_INCLUDED + known + 1)
                .forEach(row -> found.put(row.get(RESOURCES.RESOURCE_KEY), Pages.stored(heads, (Record) row)));
        return found;
    }

    private Stream<Select<Record1<Long>>> keys(Include rule, Keys from) {
        List<Select<Record1<Long>>> keys = new ArrayList<>();
        for (MappedElement element : rule.reference().elements()) {
            switch (element.layout()) {
                case Layout.Link(Field<String> id, String type) -> {
                    if (rule.targets().contains(type)) {
                        keys.add(rule.reverse() ? toColumn(rule, id, type, from) : fromColumn(rule, id, type, from));
                    }
                    if (rule.targets().stream().anyMatch(target -> !target.equals(type))) {
                        keys.add(rule.reverse() ? toRows(rule, element, from) : fromRows(rule, element, from));
                    }
                }
                case Layout.Links links ->
                    keys.add(rule.reverse() ? toRows(rule, element, from) : fromRows(rule, element, from));
                case Layout.Canonical canonical ->
                    byUrl(rule, canonical.url(), from).forEach(keys::add);
                case Layout.Uris uris -> byUrl(rule, element, from).forEach(keys::add);
                default -> throw Conditions.unanswerable(element);
            }
        }
        return keys.stream();
    }

    private static Select<Record1<Long>> fromColumn(Include rule, Field<String> id, String type, Keys from) {
        MappedTable source = rule.source().table();
        return select(RESOURCES.RESOURCE_KEY)
                .from(from.table())
                .join(source.table())
                .on(source.resourceKey().eq(from.key()))
                .join(RESOURCES)
                .on(RESOURCES.TYPE.eq(type))
                .and(RESOURCES.ID.eq(id));
    }

    private static Select<Record1<Long>> toColumn(Include rule, Field<String> id, String type, Keys from) {
        MappedTable source = rule.source().table();
        return select(source.resourceKey())
                .from(from.table())
                .join(RESOURCES)
                .on(RESOURCES.RESOURCE_KEY.eq(from.key()))
                .and(RESOURCES.TYPE.eq(type))
                .join(source.table())
                .on(id.eq(RESOURCES.ID));
    }

    private static Select<Record1<Long>> fromRows(Include rule, MappedElement element, Keys from) {
        return select(RESOURCES.RESOURCE_KEY)
                .from(from.table())
                .join(LINKS)
                .on(LINKS.RESOURCE_KEY.eq(from.key()))
                .and(LINKS.ELEMENT.eq(element.path().text()))
                .and(LINKS.TARGET_TYPE.in(rule.targets()))
                .join(RESOURCES)
                .on(RESOURCES.TYPE.eq(LINKS.TARGET_TYPE))
                .and(RESOURCES.ID.eq(LINKS.TARGET_ID));
    }

    private static Select<Record1<Long>> toRows(Include rule, MappedElement element, Keys from) {
        return select(LINKS.RESOURCE_KEY)
                .from(from.table())
                .join(RESOURCES)
                .on(RESOURCES.RESOURCE_KEY.eq(from.key()))
                .and(RESOURCES.TYPE.in(rule.targets()))
                .join(LINKS)
                .on(LINKS.TARGET_TYPE.eq(RESOURCES.TYPE))
                .and(LINKS.TARGET_ID.eq(RESOURCES.ID))
                .and(LINKS.ELEMENT.eq(element.path().text()));
    }

    /** A canonical names what it means by url; those types that have one can be included. */
    private Stream<Select<Record1<Long>>> byUrl(Include rule, Field<String> url, Keys from) {
        MappedTable source = rule.source().table();
        return withUrl(rule).map(target -> {
            MappedTable other = target.table();
            return rule.reverse()
                    ? select(source.resourceKey())
                            .from(from.table())
                            .join(other.table())
                            .on(other.resourceKey().eq(from.key()))
                            .join(source.table())
                            .on(url.eq(target.url()))
                    : select(other.resourceKey())
                            .from(from.table())
                            .join(source.table())
                            .on(source.resourceKey().eq(from.key()))
                            .join(other.table())
                            .on(target.url().eq(url));
        });
    }

    private Stream<Select<Record1<Long>>> byUrl(Include rule, MappedElement element, Keys from) {
        return withUrl(rule).map(target -> {
            MappedTable other = target.table();
            return rule.reverse()
                    ? select(URIS.RESOURCE_KEY)
                            .from(from.table())
                            .join(other.table())
                            .on(other.resourceKey().eq(from.key()))
                            .join(URIS)
                            .on(URIS.URI.eq(target.url()))
                            .and(URIS.ELEMENT.eq(element.path().text()))
                    : select(other.resourceKey())
                            .from(from.table())
                            .join(URIS)
                            .on(URIS.RESOURCE_KEY.eq(from.key()))
                            .and(URIS.ELEMENT.eq(element.path().text()))
                            .join(other.table())
                            .on(target.url().eq(URIS.URI));
        });
    }

    private record WithUrl(MappedTable table, Field<String> url) {}

    private Stream<WithUrl> withUrl(Include rule) {
        return rule.targets().stream()
                .map(catalog::read)
                .map(ResourceMapping::table)
                .filter(table -> table.table().field("url", String.class) != null)
                .map(table ->
                        new WithUrl(table, Objects.requireNonNull(table.table().field("url", String.class))));
    }
}
