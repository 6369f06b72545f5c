package org.dripline.treatment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adverse events of a course.
 *
 * @param events in order of time
 * @param counts by event, the most frequent first
 * @param total events
 * @param serious events said to be serious; the remark tells of how many nobody said
 * @param ongoing events said to go on; the remark tells of how many nobody said
 */
public record AdverseEvents(List<Event> events, List<Count> counts, Figure total, Figure serious, Figure ongoing) {

    public AdverseEvents {
        events = List.copyOf(events);
        counts = List.copyOf(counts);
    }

    /**
     * One event.
     *
     * @param infusion number of the session that it names
     * @param severity mild, moderate or severe, empty when nobody said
     */
    public record Event(
            RecordVersion record,
            Optional<String> code,
            String name,
            Optional<LocalDate> day,
            Optional<Integer> infusion,
            Optional<String> severity,
            Optional<Boolean> serious,
            Optional<Boolean> ongoing,
            Optional<String> outcome) {}

    /**
     * How often an event happened.
     *
     * @param bySeverity from mild to severe, and {@code severity not recorded}
     * @param worst the worst severity, empty when none is recorded
     */
    public record Count(String name, Figure count, Map<String, Integer> bySeverity, Optional<String> worst) {}
}
