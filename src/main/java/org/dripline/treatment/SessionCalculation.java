package org.dripline.treatment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dripline.treatment.Rows.ReadingRow;
import org.dripline.treatment.Rows.SessionRow;
import org.jspecify.annotations.Nullable;

/** One session: what was given, and how long it took. */
final class SessionCalculation {
    private final CourseRecord record;
    private final CutOffs cutOffs;

    SessionCalculation(CourseRecord record, CutOffs cutOffs) {
        this.record = record;
        this.cutOffs = cutOffs;
    }

    Session session(SessionRow row) {
        Optional<Integer> number = Optional.ofNullable(row.infusionNumber());
        String name = number.map(found -> "infusion " + found).orElse("an infusion without a number");
        boolean computed = row.computedDoseMgPerKg() != null;
        return new Session(
                record.version(row.id()),
                number,
                row.status() == null ? "unknown" : row.status(),
                Optional.ofNullable(row.statusReason()),
                record.day(row.startedFrom()),
                Optional.ofNullable(row.startedAt()),
                Optional.ofNullable(row.endedAt()),
                Optional.ofNullable(row.agent()),
                doseMg(row, name),
                doseMgPerKg(row, name),
                computed,
                minutes(row, name),
                new VitalsCalculation(cutOffs, row, name).vitals(readings(row)),
                record.versionsOf(row));
    }

    private Figure doseMg(SessionRow row, String name) {
        Work work = Work.of("sum of the doses of " + name + ", mg", record.dosesOf(row));
        BigDecimal dose = row.doseMg();
        return dose == null
                ? Figure.missing("mg", "no dose in mg for " + name, work)
                : Figure.of(Units.plain(dose), "mg", work);
    }

    private Figure doseMgPerKg(SessionRow row, String name) {
        List<RecordVersion> doses = record.dosesOf(row);
        BigDecimal computed = row.computedDoseMgPerKg();
        if (computed != null) {
            Work work = Work.of("mg given divided by the dosing weight in kg, to two decimals", doses);
            return Figure.of(Units.rounded(computed, Units.MG_PER_KG_DECIMALS), "mg/kg", work);
        }
        Work work = Work.of("mg/kg as recorded, to two decimals", doses);
        BigDecimal recorded = row.doseMgPerKg();
        if (recorded != null) {
            return Figure.of(Units.rounded(recorded, Units.MG_PER_KG_DECIMALS), "mg/kg", work);
        }
        boolean nasal = "esketamine".equals(row.agent());
        String why = nasal
                ? "esketamine is not dosed by weight"
                : row.doseMg() == null
                        ? "no dose per weight of " + name + ", since its mg are not known"
                        : "no dosing weight with the dose of " + name;
        return Figure.missing("mg/kg", why, work);
    }

    private Figure minutes(SessionRow row, String name) {
        Work work = Work.of("end minus start, in whole minutes", record.versionsOf(row));
        BigDecimal minutes = row.minutes();
        return minutes == null
                ? Figure.missing("min", "no start and end time for " + name, work)
                : Figure.of(minutes.setScale(0, RoundingMode.HALF_UP), "min", work);
    }

    private List<Reading> readings(SessionRow row) {
        return record.readings().stream()
                .filter(reading -> belongs(reading, row))
                .sorted(Comparator.comparing(ReadingRow::measuredFrom, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(ReadingRow::id))
                .map(reading -> reading(reading, row))
                .toList();
    }

    private static boolean belongs(ReadingRow reading, SessionRow session) {
        return reading.infusionId() == null
                ? reading.visitId() != null && reading.visitId().equals(session.visitId())
                : reading.infusionId().equals(session.id());
    }

    private Reading reading(ReadingRow row, SessionRow session) {
        return new Reading(
                record.version("Observation", row.id()),
                row.kind(),
                Optional.ofNullable(row.measuredAt()),
                phase(row, session),
                plain(row.systolicMmhg()),
                plain(row.diastolicMmhg()),
                plain(row.valueNumber()));
    }

    private static String phase(ReadingRow row, SessionRow session) {
        if (row.measuredAt() == null || session.startedAt() == null) {
            return row.phase() == null ? "" : row.phase();
        }
        if (!row.measuredAt().isAfter(session.startedAt())) {
            return Reading.PRE;
        }
        return session.endedAt() != null && row.measuredAt().isAfter(session.endedAt()) ? "post" : "during";
    }

    private static Optional<BigDecimal> plain(@Nullable BigDecimal value) {
        return Optional.ofNullable(value).map(Units::plain);
    }
}
