package org.dripline.treatment;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** One view of the clinic, asked for the columns that are needed and no more: some are costly. */
final class ClinicTable {
    private final String view;
    private final List<Field<?>> columns = new ArrayList<>();

    ClinicTable(String view) {
        this.view = view;
    }

    ClinicTable texts(String... names) {
        return add(String.class, names);
    }

    ClinicTable instants(String... names) {
        return add(OffsetDateTime.class, names);
    }

    ClinicTable numbers(String... names) {
        return add(BigDecimal.class, names);
    }

    ClinicTable wholes(String... names) {
        return add(Integer.class, names);
    }

    ClinicTable truths(String... names) {
        return add(Boolean.class, names);
    }

    private ClinicTable add(Class<?> type, String... names) {
        for (String each : names) {
            columns.add(field(name(each), type));
        }
        return this;
    }

    /** The rows of one patient; in one statement. */
    List<Row> ofPatient(DSLContext sql, String patientId, Condition... more) {
        return where(sql, text("patient_id").eq(patientId), more);
    }

    List<Row> where(DSLContext sql, Condition first, Condition... more) {
        Condition all = noCondition().and(first);
        for (Condition each : more) {
            all = all.and(each);
        }
        return sql.select(columns)
                .from(table(name("clinic", view)))
                .where(all)
                .fetch()
                .map(Row::new);
    }

    static Field<String> text(String column) {
        return field(name(column), String.class);
    }

    /** A row whose values are asked for by the column's name. */
    record Row(Record values) {
        @Nullable
        String text(String column) {
            return values.get(column, String.class);
        }

        /** Of a column that is never empty. */
        String key(String column) {
            return Objects.requireNonNull(text(column));
        }

        @Nullable
        Instant instant(String column) {
            OffsetDateTime found = values.get(column, OffsetDateTime.class);
            return found == null ? null : found.toInstant();
        }

        @Nullable
        BigDecimal number(String column) {
            return values.get(column, BigDecimal.class);
        }

        @Nullable
        Integer whole(String column) {
            return values.get(column, Integer.class);
        }

        @Nullable
        Boolean truth(String column) {
            return values.get(column, Boolean.class);
        }
    }
}
