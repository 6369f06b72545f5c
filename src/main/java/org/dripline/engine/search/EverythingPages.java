package org.dripline.engine.search;

import static org.dripline.schema.Tables.RESOURCES;
import static org.dripline.schema.Tables.RESOURCE_VERSIONS;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dripline.access.Access;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.store.Wall;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.SelectLimitPercentStep;
import org.jspecify.annotations.Nullable;

/**
 * The statements of {@code $everything}: one for the patient, one for what is the patient's own, one for what is nobody's
 * (see {@link Shared}). What is another patient's own is in none of them.
 */
final class EverythingPages {
    /**
     * What a page is made of.
     *
     * @param patientId null for all patients whom the caller may see
     * @param walk null for the first page
     */
    record Asked(
            Access access,
            @Nullable String patientId,
            EverythingQuery query,
            @Nullable Walk walk) {}

    /** 1 for what is part of the compartment, 0 for what it only refers to. */
    static final String MEMBER = "part_of_compartment";

    private static final List<SelectField<?>> SHOWN = List.of(
            RESOURCES.RESOURCE_KEY,
            RESOURCES.TYPE,
            RESOURCES.ID,
            RESOURCES.VERSION,
            RESOURCES.UPDATED_AT,
            RESOURCES.DELETED,
            RESOURCE_VERSIONS.DOCUMENT);

    private final DSLContext sql;
    private final Belonging belonging;
    private final CareDates dates;
    private final Shared shared;

    EverythingPages(DSLContext sql, ResourceCatalog catalog) {
        this.sql = sql;
        this.belonging = new Belonging(catalog);
        this.dates = new CareDates(catalog);
        this.shared = new Shared(catalog, belonging, dates);
    }

    /** The patient, also when deleted; empty when absent or hidden from the caller. */
    Optional<? extends Record> patient(Access access, String id) {
        return page(
                        new Shared.Rows(
                                RESOURCES,
                                RESOURCES
                                        .TYPE
                                        .eq(Compartments.PATIENT)
                                        .and(RESOURCES.ID.eq(id))
                                        .and(new Wall(access).around(RESOURCES.PATIENT_ID)),
                                inline(1)),
                        1)
                .fetchOptional();
    }

    /** What is the patient's own, behind the key; without the patient when it is the record of one. */
    SelectLimitPercentStep<? extends Record> own(Asked asked, long behind, int limit) {
        Condition where = belonging
                .owned(asked.patientId(), RESOURCES)
                .and(dates.within(asked.query().care(), RESOURCES))
                .and(asked.patientId() == null ? noCondition() : RESOURCES.TYPE.ne(Compartments.PATIENT))
                .and(shown(asked, behind));
        return page(new Shared.Rows(RESOURCES, where, inline(1)), limit);
    }

    /** What is nobody's and yet needed, behind the key. */
    SelectLimitPercentStep<? extends Record> shared(Asked asked, long behind, int limit) {
        Shared.Rows rows = asked.patientId() == null ? shared.neededByAny(asked) : shared.neededBy(compartment(asked));
        return page(new Shared.Rows(rows.table(), rows.where().and(shown(asked, behind)), rows.member()), limit);
    }

    private Shared.Compartment compartment(Asked asked) {
        Set<Long> all = new HashSet<>();
        Set<Long> named = new HashSet<>();
        Set<String> types = new HashSet<>();
        sql.fetch(shared.compartment(asked)).forEach(row -> {
            all.add(row.value1());
            types.add(row.value3());
            if (row.value2() == null) {
                named.add(row.value1());
            }
        });
        return new Shared.Compartment(all, named, types);
    }

    private SelectLimitPercentStep<? extends Record> page(Shared.Rows rows, int limit) {
        return sql.select(SHOWN)
                .select(rows.member().as(MEMBER))
                .from(rows.table())
                .join(RESOURCE_VERSIONS)
                .on(RESOURCE_VERSIONS.RESOURCE_KEY.eq(RESOURCES.RESOURCE_KEY))
                .and(RESOURCE_VERSIONS.VERSION.eq(RESOURCES.VERSION))
                .where(rows.where())
                .orderBy(RESOURCES.RESOURCE_KEY)
                .limit(limit);
    }

    /** What holds for everything that is shown, whatever it is to the record. */
    private static Condition shown(Asked asked, long behind) {
        EverythingQuery query = asked.query();
        Walk walk = asked.walk();
        return RESOURCES
                .DELETED
                .isFalse()
                .and(new Wall(asked.access()).around(RESOURCES.PATIENT_ID))
                .and(behind == 0 ? noCondition() : RESOURCES.RESOURCE_KEY.gt(behind))
                .and(query.types().isEmpty() ? noCondition() : RESOURCES.TYPE.in(query.types()))
                .and(query.since() == null ? noCondition() : RESOURCES.UPDATED_AT.ge(query.since()))
                .and(
                        walk == null
                                ? noCondition()
                                : RESOURCES.UPDATED_AT.le(walk.begun().atOffset(ZoneOffset.UTC)));
    }
}
