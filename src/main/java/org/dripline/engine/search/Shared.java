package org.dripline.engine.search;

import static org.dripline.schema.Tables.RESOURCES;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;
import static org.jooq.impl.DSL.when;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.search.EverythingPages.Asked;
import org.dripline.engine.store.Wall;
import org.dripline.schema.tables.Resources;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.Table;

/**
 * What belongs to nobody and yet to a record: it names the patient without being the patient's own, or something in the
 * compartment refers to it. For one patient the statement begins with the keys of the record, given as one value: a
 * subquery in their place is planned anew for each kind of reference, which takes H2 seconds. For all patients it begins
 * with what is nobody's, of which there is little, and asks whether any record needs it.
 */
final class Shared {
    private static final Field<Long> KEY = field(name("shared", "resource_key"), Long.class);
    private static final Field<Long> SOURCE_KEY = field(name("sources", "resource_key"), Long.class);
    private static final Field<String> TYPE = field(name("referred", "type"), String.class);
    private static final Field<String> ID = field(name("referred", "id"), String.class);

    /** The resource that refers to another. */
    private static final Resources SOURCE = RESOURCES.as("source");

    private final Belonging belonging;
    private final CareDates dates;
    private final List<Outgoing> references;

    Shared(ResourceCatalog catalog, Belonging belonging, CareDates dates) {
        this.belonging = belonging;
        this.dates = dates;
        this.references = Outgoing.of(catalog, Belonging.members(catalog));
    }

    /**
     * The keys of a patient's compartment.
     *
     * @param named of all, those that are nobody's own and name the patient
     * @param types of all
     */
    record Compartment(Set<Long> all, Set<Long> named, Set<String> types) {}

    /**
     * Rows that are joined to the heads.
     *
     * @param member 1 for a part of the compartment, 0 for what is only referred to
     */
    record Rows(Table<?> table, Condition where, Field<Integer> member) {}

    /** The key of everything in one patient's compartment, whose it is, and its type. */
    Select<Record3<Long, String, String>> compartment(Asked asked) {
        return select(SOURCE.RESOURCE_KEY, SOURCE.PATIENT_ID, SOURCE.TYPE)
                .from(SOURCE)
                .where(belonging.owned(asked.patientId(), SOURCE))
                .and(inSight(asked, SOURCE))
                .unionAll(select(SOURCE.RESOURCE_KEY, SOURCE.PATIENT_ID, SOURCE.TYPE)
                        .from(Belonging.NAMING)
                        .join(SOURCE)
                        .on(SOURCE.RESOURCE_KEY.eq(Belonging.NAMING.RESOURCE_KEY))
                        .where(belonging.names(asked.patientId()))
                        .and(SOURCE.PATIENT_ID.isNull())
                        .and(inSight(asked, SOURCE)));
    }

    /** What a compartment needs, itself excepted where it is somebody's own. */
    Rows neededBy(Compartment compartment) {
        Table<?> sources = keys(compartment.all(), "sources");
        // Pairs first: hundreds of references lead to a few resources. Only of the types that are there: each kind of
        // reference costs a look-up, and most types are seldom in a record.
        Table<?> referred = references.stream()
                .filter(reference -> reference.isOf(compartment.types()))
                .<Select<Record2<String, String>>>map(reference -> select(
                                reference.type().as("type"), reference.id().as("id"))
                        .from(sources)
                        .join(reference.from())
                        .on(reference.from(SOURCE_KEY)))
                .reduce(Select::union)
                .orElseThrow()
                .asTable("referred");
        Select<Record1<Long>> found = select(RESOURCES.RESOURCE_KEY)
                .from(referred)
                .join(RESOURCES)
                .on(RESOURCES.TYPE.eq(TYPE))
                .and(RESOURCES.ID.eq(ID));
        Select<Record1<Long>> all = compartment.named().isEmpty()
                ? found
                : found.union(select(KEY).from(keys(compartment.named(), "shared")));
        return new Rows(
                RESOURCES.join(all.asTable("shared")).on(KEY.eq(RESOURCES.RESOURCE_KEY)),
                // Written so that no index on it tempts a database to begin with all that is nobody's.
                coalesce(RESOURCES.PATIENT_ID, inline("")).eq(inline("")),
                compartment.named().isEmpty()
                        ? inline(0)
                        : when(
                                        RESOURCES.RESOURCE_KEY.in(
                                                select(KEY).from(keys(compartment.named(), "shared"))),
                                        inline(1))
                                .otherwise(inline(0)));
    }

    private static Table<?> keys(Collection<Long> keys, String table) {
        return unnest(keys.toArray(Long[]::new)).as(name(table), name("resource_key"));
    }

    Rows neededByAny(Asked asked) {
        Condition member = belonging.named(null, RESOURCES).and(inSight(asked, RESOURCES));
        Condition referring =
                belonging.owned(null, SOURCE).or(belonging.named(null, SOURCE)).and(inSight(asked, SOURCE));
        Condition referred = or(references.stream()
                .map(reference -> exists(selectOne()
                        .from(reference.from())
                        .join(SOURCE)
                        .on(SOURCE.RESOURCE_KEY.eq(reference.source()))
                        .where(reference.to(RESOURCES.TYPE, RESOURCES.ID))
                        .and(referring)))
                .toList());
        return new Rows(
                RESOURCES,
                RESOURCES.PATIENT_ID.isNull().and(member.or(referred)),
                when(member, inline(1)).otherwise(inline(0)));
    }

    private Condition inSight(Asked asked, Resources resource) {
        return new Wall(asked.access())
                .around(resource.PATIENT_ID)
                .and(dates.within(asked.query().care(), resource));
    }
}
