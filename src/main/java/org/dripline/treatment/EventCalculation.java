package org.dripline.treatment;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dripline.treatment.AdverseEvents.Count;
import org.dripline.treatment.AdverseEvents.Event;
import org.dripline.treatment.Rows.EventRow;
import org.dripline.treatment.Rows.SessionRow;

/** The adverse events of a course, counted. */
final class EventCalculation {
    private static final String UNIT = "{event}";
    private static final String UNKNOWN = "severity not recorded";
    private static final List<String> SEVERITIES = List.of("mild", "moderate", "severe", UNKNOWN);
    private static final List<String> GOING_ON = List.of("ongoing", "recovering");
    private static final List<String> OVER = List.of("resolved", "resolvedwithsequelae", "fatal");

    private final Timeline timeline;
    private final CutOffs cutOffs;

    EventCalculation(Timeline timeline, CutOffs cutOffs) {
        this.timeline = timeline;
        this.cutOffs = cutOffs;
    }

    AdverseEvents events() {
        List<Event> events = timeline.record().events().stream()
                .filter(this::isOfCourse)
                .filter(row -> timeline.question().admits(timeline.record().day(row.onsetFrom())))
                .sorted(Comparator.comparing(
                                EventRow::onsetFrom, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                        .thenComparing(EventRow::id))
                .map(this::event)
                .toList();
        return new AdverseEvents(
                events,
                counts(events),
                count(events, "adverse events of the course"),
                said(events, Event::serious, "serious"),
                said(events, Event::ongoing, "ongoing"));
    }

    /**
     * By the session or the visit that it names; one that names neither, or a procedure that is no session, by its time: an
     * event must not vanish because the dose that made a session of its procedure was deleted.
     */
    private boolean isOfCourse(EventRow row) {
        if (row.infusionId() != null && timeline.find(row.infusionId()).isPresent()) {
            return true;
        }
        if (row.infusionId() != null && timeline.record().otherSessions().contains(row.infusionId())) {
            return false;
        }
        if (timeline.ofVisit(row.visitId()).isPresent()) {
            return true;
        }
        boolean around = timeline.covers(row.onsetFrom(), cutOffs.whole("adverse-event.hours"));
        return timeline.isOfPeriod(row.onsetFrom()) || (row.visitId() == null && around);
    }

    private Event event(EventRow row) {
        return new Event(
                timeline.record().version("AdverseEvent", row.id()),
                Optional.ofNullable(row.eventCode()),
                row.eventText() != null ? row.eventText() : row.eventCode() != null ? row.eventCode() : "not named",
                timeline.record().day(row.onsetFrom()),
                timeline.find(row.infusionId())
                        .or(() -> timeline.ofVisit(row.visitId()))
                        .flatMap((SessionRow session) -> Optional.ofNullable(session.infusionNumber())),
                Optional.ofNullable(row.severity()),
                Optional.ofNullable(row.serious()),
                ongoing(row),
                Optional.ofNullable(row.outcome()));
    }

    private static Optional<Boolean> ongoing(EventRow row) {
        String outcome = row.outcome() == null ? "" : row.outcome().toLowerCase(Locale.ROOT);
        if (row.resolvedAt() != null || OVER.contains(outcome)) {
            return Optional.of(false);
        }
        return GOING_ON.contains(outcome) ? Optional.of(true) : Optional.empty();
    }

    private static List<RecordVersion> records(List<Event> events) {
        return events.stream().map(Event::record).toList();
    }

    private static Figure count(List<Event> events, String formula) {
        return Figure.of(events.size(), UNIT, Work.of(formula, records(events)));
    }

    private static Figure said(List<Event> events, Function<Event, Optional<Boolean>> property, String word) {
        List<Event> found = events.stream()
                .filter(event -> property.apply(event).orElse(false))
                .toList();
        long unknown =
                events.stream().filter(event -> property.apply(event).isEmpty()).count();
        Figure count = count(found, "adverse events recorded as " + word);
        return unknown == 0 ? count : count.remarked("of " + unknown + " more it is not recorded");
    }

    /** One kind is one code; without a code, one text. */
    private static List<Count> counts(List<Event> events) {
        Map<String, List<Event>> byKind = events.stream()
                .collect(Collectors.groupingBy(
                        event -> event.code().orElse(event.name()), LinkedHashMap::new, Collectors.toList()));
        return byKind.values().stream()
                .map(EventCalculation::kind)
                .sorted(Comparator.comparing(
                                (Count kind) -> kind.count().found().orElseThrow())
                        .reversed()
                        .thenComparing(Count::name))
                .toList();
    }

    private static Count kind(List<Event> events) {
        Map<String, Integer> bySeverity = new LinkedHashMap<>();
        for (String severity : SEVERITIES) {
            int number = (int) events.stream()
                    .filter(event -> severity(event).equals(severity))
                    .count();
            if (number > 0) {
                bySeverity.put(severity, number);
            }
        }
        Optional<String> worst = bySeverity.keySet().stream()
                .filter(severity -> !severity.equals(UNKNOWN))
                .reduce((milder, worse) -> worse);
        String name = events.getFirst().name();
        return new Count(name, count(events, "adverse events: " + name), bySeverity, worst);
    }

    private static String severity(Event event) {
        return event.severity().filter(SEVERITIES::contains).orElse(UNKNOWN);
    }
}
