package org.dripline.treatment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What happens next, as far as it follows from the records. */
final class Plan {
    private final CourseSummary summary;
    private final LocalDate today;

    private Plan(CourseSummary summary, LocalDate today) {
        this.summary = summary;
        this.today = today;
    }

    /** One sentence each, without its full stop. */
    static List<String> of(CourseSummary summary, LocalDate today) {
        Plan plan = new Plan(summary, today);
        boolean limited = summary.question().limits().isPresent();
        Stream<Optional<String>> told = limited
                ? Stream.of(Optional.of("What is left and due is not told of some days alone"), plan.open())
                : Stream.of(Optional.of(plan.left()), plan.last(), plan.due(), plan.open());
        return told.flatMap(Optional::stream).toList();
    }

    private boolean runs() {
        return summary.course().status().filter("active"::equals).isPresent();
    }

    private String left() {
        Optional<BigDecimal> planned = summary.doses().planned().found();
        BigDecimal done = summary.doses().done().found().orElse(BigDecimal.ZERO);
        if (planned.isEmpty()) {
            return "No number of sessions is planned";
        }
        int left = planned.get().subtract(done).intValue();
        if (left <= 0) {
            return "All planned sessions were completed";
        }
        return runs()
                ? left + (left == 1 ? " more session is planned" : " more sessions are planned")
                : "The course is over; " + left + " of the planned sessions " + (left == 1 ? "was" : "were")
                        + " not completed";
    }

    private Optional<String> last() {
        return summary.sessions().stream()
                .filter(Session::isDone)
                .flatMap(session -> session.day().stream())
                .reduce((first, second) -> second)
                .filter(day -> runs() && !day.isAfter(today))
                .map(day -> "The last session was " + days(ChronoUnit.DAYS.between(day, today)));
    }

    private static String days(long days) {
        return days == 0 ? "today" : days == 1 ? "yesterday" : days + " days ago";
    }

    private Optional<String> due() {
        ScaleCourse scale = summary.scale();
        boolean due = runs()
                && summary.sessions().stream().anyMatch(Session::isDone)
                && scale.daysFromLastInfusion().found().isEmpty();
        return due
                ? Optional.of(scale.scale().name() + " is due: there is none since the last session")
                : Optional.empty();
    }

    private Optional<String> open() {
        int flags = summary.risk().openFlags().size();
        return flags == 0
                ? Optional.empty()
                : Optional.of(flags == 1 ? "A flag is open, see the risks" : flags + " flags are open, see the risks");
    }
}
