package org.dripline.treatment;

import static org.dripline.treatment.ClinicTable.text;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dripline.access.PatientScope;
import org.dripline.treatment.ClinicTable.Row;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reads the clinic as a whole, within one snapshot. Thread-safe. */
public final class ClinicOverviews {
    /** So many courses are told one by one: each costs a fixed number of statements. */
    public static final int MOST_COURSES = 100;

    private static final ClinicTable COURSES =
            new ClinicTable("course").texts("id").instants("started_from");
    private static final ClinicTable FLAGS = new ClinicTable("flag")
            .texts("id", "patient_id", "code", "code_text")
            .instants("raised_from");

    private final DSLContext sql;
    private final ClinicSnapshot snapshot;
    private final CourseSummaries summaries;
    private final ZoneId zone;

    public ClinicOverviews(DSLContext sql, ClinicSnapshot snapshot, CourseSummaries summaries, ZoneId zone) {
        this.sql = sql;
        this.snapshot = snapshot;
        this.summaries = summaries;
        this.zone = zone;
    }

    public ClinicOverview of(PatientScope scope) {
        return snapshot.of(() -> {
            Condition seen = scope.patientId()
                    .map(id -> text("patient_id").eq(id))
                    .orElse(text("patient_id").isNotNull());
            List<Row> active = COURSES.where(sql, text("status").eq("active"), seen).stream()
                    .sorted(Comparator.comparing((Row row) -> begun(row.instant("started_from")))
                            .thenComparing(row -> row.key("id")))
                    .toList();
            List<CourseSummary> running = active.stream()
                    .limit(MOST_COURSES)
                    .flatMap(row -> summaries.ofCourse(scope, row.key("id"), Question.DEFAULT).stream())
                    .toList();
            return new ClinicOverview(running, active.size(), flags(seen), sessions(seen), events(seen));
        });
    }

    private static Instant begun(@Nullable Instant start) {
        return start == null ? Instant.MAX : start;
    }

    private List<ClinicOverview.OpenFlag> flags(Condition seen) {
        return FLAGS.where(sql, text("status").eq("active"), seen).stream()
                .sorted(Comparator.comparing((Row row) -> begun(row.instant("raised_from")))
                        .thenComparing(row -> row.key("id")))
                .map(row -> new ClinicOverview.OpenFlag(
                        row.key("id"),
                        row.key("patient_id"),
                        Objects.requireNonNullElse(
                                row.text("code_text"), Objects.requireNonNullElse(row.text("code"), "flag")),
                        Optional.ofNullable(row.instant("raised_from"))
                                .map(raised -> raised.atZone(zone).toLocalDate())))
                .toList();
    }

    private int sessions(Condition seen) {
        return sql.fetchCount(
                table(name("clinic", "helper_session_given")), text("status").in("completed", "stopped"), seen);
    }

    private List<ClinicOverview.Event> events(Condition seen) {
        var event = coalesce(text("event_text"), text("event_code"), inline("not named"));
        return sql.select(event, count(), countDistinct(text("infusion_id")))
                .from(table(name("clinic", "adverse_event")))
                .where(seen)
                .groupBy(event)
                .orderBy(count().desc(), event)
                .fetch(row -> new ClinicOverview.Event(row.value1(), row.value2(), row.value3()));
    }
}
