package org.dripline.treatment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dripline.treatment.Rows.OrderRow;

/** How many sessions there were, and how much was given in all. */
final class DoseCalculation {
    private static final String SESSIONS = "{session}";

    private final CourseRecord record;
    private final List<Session> sessions;

    DoseCalculation(CourseRecord record, List<Session> sessions) {
        this.record = record;
        this.sessions = sessions;
    }

    Doses doses() {
        return new Doses(
                count("completed", Session::isDone),
                count("in progress", session -> session.status().equals("in-progress")),
                planned(),
                cumulativeMg(),
                meanMgPerKg());
    }

    private Figure count(String words, Predicate<Session> counted) {
        List<Session> found = sessions.stream().filter(counted).toList();
        Work work = Work.of(
                "sessions of the course that are " + words,
                found.stream().map(Session::record).toList());
        return Figure.of(found.size(), SESSIONS, work);
    }

    /** As the course says, else as its orders do; an order that revises another orders the same sessions. */
    private Figure planned() {
        RecordVersion course = record.version("CarePlan", record.course().id());
        Integer planned = record.course().plannedInfusions();
        if (planned != null) {
            return Figure.of(planned, SESSIONS, Work.of("sessions planned, as the course says", List.of(course)));
        }
        List<OrderRow> orders = record.orders().stream()
                .filter(order -> order.revisedOrderId() == null && order.infusionsOrdered() != null)
                .toList();
        Work work = Work.of(
                "sum of the sessions of the course's orders, without orders that revise another",
                record.versions(
                        "MedicationRequest", orders.stream().map(OrderRow::id).toList()));
        if (orders.isEmpty()) {
            return Figure.missing(SESSIONS, "how many sessions were planned is not recorded", work);
        }
        long sum = orders.stream()
                .mapToLong(order -> Objects.requireNonNull(order.infusionsOrdered()))
                .sum();
        return Figure.of(sum, SESSIONS, work);
    }

    private Figure cumulativeMg() {
        List<Session> given = sessions.stream()
                .filter(session -> session.doseMg().found().isPresent())
                .toList();
        Work work = Work.of("sum of the doses of all sessions, mg", inputs(given));
        if (given.isEmpty()) {
            return Figure.missing("mg", "no session has a dose in mg", work);
        }
        List<String> agents = given.stream()
                .flatMap(session -> session.agent().stream())
                .distinct()
                .sorted()
                .toList();
        if (agents.size() > 1) {
            return Figure.missing("mg", "different drugs were given: " + String.join(", ", agents), work);
        }
        BigDecimal sum = given.stream()
                .map(session -> session.doseMg().found().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return Figure.of(Units.plain(sum), "mg", work)
                .remarked(unknown(given).map(names -> "without " + names).orElse(""));
    }

    private Figure meanMgPerKg() {
        List<Session> given = sessions.stream()
                .filter(session -> session.doseMgPerKg().found().isPresent())
                .toList();
        Work work = Work.of(
                "mean of the mg/kg of " + given.size() + " sessions, each unrounded, to two decimals", inputs(given));
        if (given.isEmpty()) {
            boolean nasal = sessions.stream()
                    .anyMatch(session ->
                            session.agent().filter("esketamine"::equals).isPresent());
            return Figure.missing(
                    "mg/kg", nasal ? "esketamine is not dosed by weight" : "no session has a dose by weight", work);
        }
        BigDecimal sum = given.stream().map(this::exactMgPerKg).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean = sum.divide(BigDecimal.valueOf(given.size()), Units.MG_PER_KG_DECIMALS, RoundingMode.HALF_UP);
        return Figure.of(mean, "mg/kg", work)
                .remarked(unknown(given).map(names -> "without " + names).orElse(""));
    }

    private BigDecimal exactMgPerKg(Session session) {
        return record.sessions().stream()
                .filter(row -> row.id().equals(session.record().reference()))
                .map(row -> row.computedDoseMgPerKg() == null ? row.doseMgPerKg() : row.computedDoseMgPerKg())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseThrow();
    }

    private static List<RecordVersion> inputs(List<Session> given) {
        return given.stream()
                .flatMap(session -> session.doseMg().work().inputs().stream())
                .toList();
    }

    private Optional<String> unknown(List<Session> known) {
        String names = sessions.stream()
                .filter(session -> !known.contains(session))
                .map(Session::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
