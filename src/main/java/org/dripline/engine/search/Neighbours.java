package org.dripline.engine.search;

import static org.dripline.schema.Tables.LINKS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.unnest;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dripline.access.Access;
import org.dripline.engine.mapping.Children;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.LocalReference;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.MappedTable;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.search.Value.Token;
import org.dripline.engine.store.Wall;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/**
 * Tells what the store holds around resources that are about to be written: each question is one statement on indexes,
 * reads ids only and sees what the caller may see. Thread-safe.
 */
public final class Neighbours {
    /** More ids than a transaction has entries nobody needs to ask about; those beyond are not looked at. */
    static final int MOST_IDS = 1000;

    /**
     * References from one element to one type.
     *
     * @param element with the type that has it, such as {@code Observation.partOf}
     */
    public record Link(String element, String targetType) {}

    private final DSLContext sql;
    private final ResourceCatalog catalog;
    private final List<String> ownBases;

    /**
     * Looks into one store.
     *
     * @param ownBases the URLs under which this server is known, the same as the projector's
     */
    public Neighbours(DSLContext sql, ResourceCatalog catalog, List<String> ownBases) {
        this.sql = sql;
        this.catalog = catalog;
        this.ownBases = List.copyOf(ownBases);
    }

    /** The id in a reference to a resource of that type on this server; empty for any other reference. */
    public Optional<String> localId(String reference, String type) {
        LocalReference local = LocalReference.of(reference, ownBases);
        return type.equals(local.type()) ? Optional.ofNullable(local.id()) : Optional.empty();
    }

    /** Those of the ids under which a resource of the kind is stored. */
    public Set<String> ofKind(Access access, CodedKind kind, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        Scope scope = Scope.of(catalog.read(kind.type()));
        MappedTable table = scope.mapping().table();
        return sql.select(table.id())
                .from(table.table())
                .where(table.id().in(some(ids)))
                .and(matches(access, kind, scope))
                .fetchSet(table.id());
    }

    /** Those of the ids to which a resource of the kind is linked. */
    public Set<String> linked(Access access, CodedKind kind, Link link, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        Scope scope = Scope.of(catalog.read(kind.type()));
        MappedTable table = scope.mapping().table();
        // As a table to join: of a list of ids H2 makes no use in an index that begins with the type.
        Table<?> wanted = unnest(some(ids).toArray(String[]::new)).as("wanted", "id");
        Field<String> id = field(name("wanted", "id"), String.class);
        return sql.selectDistinct(LINKS.TARGET_ID)
                .from(wanted)
                .join(LINKS)
                .on(LINKS.TARGET_TYPE.eq(link.targetType()))
                .and(LINKS.TARGET_ID.eq(id))
                .and(LINKS.ELEMENT.eq(link.element()))
                .join(table.table())
                .on(table.resourceKey().eq(LINKS.RESOURCE_KEY))
                .where(matches(access, kind, scope))
                .fetchSet(LINKS.TARGET_ID);
    }

    private static List<String> some(Collection<String> ids) {
        return ids.stream().distinct().limit(MOST_IDS).toList();
    }

    private static Condition matches(Access access, CodedKind kind, Scope scope) {
        MappedElement element = scope.mapping().elements().stream()
                .filter(each -> each.path().text().equals(kind.element()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kind.element() + " is not kept"));
        // One EXISTS for each code, so that each is one look-up in the index of codes.
        Condition carries = or(
                kind.codes().stream().map(code -> carries(element, code, scope)).toList());
        Field<String> id = scope.mapping().table().id();
        Condition counts = kind.exceptIds().isEmpty() ? noCondition() : id.notIn(kind.exceptIds());
        return new Wall(access).around(scope.patientId()).and(counts).and(carries);
    }

    private static Condition carries(MappedElement element, String systemAndCode, Scope scope) {
        int bar = systemAndCode.indexOf('|');
        Token token = new Token(systemAndCode.substring(0, bar), systemAndCode.substring(bar + 1));
        Function<Rows, Condition> same = rows -> TokenConditions.of(element, token, rows);
        return switch (element.layout()) {
            case Layout.Own own -> same.apply(Rows.of(scope.table()));
            case Layout.Coded coded -> scope.exists(coded, element, same);
            case Layout.Child child -> scope.exists(Children.rowsOf(child), element, same);
        };
    }
}
