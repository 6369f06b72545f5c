package org.dripline.engine.search;

import static org.dripline.schema.Tables.LINKS;
import static org.dripline.schema.Tables.URIS;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.MappedTable;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchParameter;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Where the store keeps what resources refer to: references to other resources of this server, and canonicals, as rows
 * with the key of the resource that refers and the type and id of the one referred to.
 *
 * @param sourceType of the resources that refer; null for any
 * @param source key of the resource that refers
 * @param element of rows that several elements share: the one that is meant; null for any
 */
record Outgoing(
        @Nullable String sourceType,
        Table<?> from,
        Field<Long> source,
        Field<String> type,
        Field<String> id,
        @Nullable String element) {

    /** All that resources of these types can refer to and that is served; a profile is no part of a record. */
    static List<Outgoing> of(ResourceCatalog catalog, List<ResourceMapping> sources) {
        List<Outgoing> all = new ArrayList<>();
        all.add(new Outgoing(null, LINKS, LINKS.RESOURCE_KEY, LINKS.TARGET_TYPE, LINKS.TARGET_ID, null));
        for (ResourceMapping source : sources) {
            for (MappedElement element : source.elements()) {
                if (element.layout() instanceof Layout.Link(Field<String> id, String type)
                        && !id.equals(source.table().patientId())
                        && catalog.find(type).isPresent()) {
                    MappedTable table = source.table();
                    all.add(new Outgoing(source.type(), table.table(), table.resourceKey(), inline(type), id, null));
                }
            }
            source.parameters().stream()
                    .filter(parameter ->
                            parameter.isCanonical() && !parameter.name().startsWith("_"))
                    .forEach(parameter -> canonicals(catalog, source, parameter, all));
        }
        return List.copyOf(all);
    }

    private static void canonicals(
            ResourceCatalog catalog, ResourceMapping source, SearchParameter parameter, List<Outgoing> into) {
        for (String type : parameter.targets()) {
            Optional<MappedTable> target = catalog.find(type).map(ResourceMapping::table);
            Field<String> url = target.map(table -> table.table().field("url", String.class))
                    .orElse(null);
            if (url != null) {
                Field<String> id = target.orElseThrow().id();
                Table<?> named = target.orElseThrow().table();
                parameter
                        .elements()
                        .forEach(element -> into.add(
                                switch (element.layout()) {
                                    case Layout.Canonical canonical ->
                                        new Outgoing(
                                                source.type(),
                                                source.table()
                                                        .table()
                                                        .join(named)
                                                        .on(url.eq(canonical.url())),
                                                source.table().resourceKey(),
                                                inline(type),
                                                id,
                                                null);
                                    case Layout.Uris uris ->
                                        new Outgoing(
                                                source.type(),
                                                URIS.join(named).on(url.eq(URIS.URI)),
                                                URIS.RESOURCE_KEY,
                                                inline(type),
                                                id,
                                                element.path().text());
                                    default -> throw Conditions.unanswerable(element);
                                }));
            }
        }
    }

    /** Whether any of these types has it. */
    boolean isOf(Set<String> types) {
        return sourceType == null || types.contains(sourceType);
    }

    /** That a resource refers. No index on the element tempts a database to begin with all that have it. */
    Condition from(Field<Long> key) {
        Condition refers = source.eq(key).and(id.isNotNull());
        return element == null
                ? refers
                : refers.and(coalesce(URIS.ELEMENT, inline("")).eq(inline(element)));
    }

    /** That a resource is referred to. */
    Condition to(Field<String> targetType, Field<String> targetId) {
        Condition refers = type.eq(targetType).and(id.eq(targetId));
        return element == null ? refers : refers.and(URIS.ELEMENT.eq(inline(element)));
    }
}
