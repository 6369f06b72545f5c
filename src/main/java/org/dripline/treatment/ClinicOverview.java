package org.dripline.treatment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The clinic at one instant.
 *
 * @param running summaries of the courses that are active, by their start; at most {@link ClinicOverviews#MOST_COURSES}
 * @param runningInAll how many courses are active
 * @param openFlags the flags that nobody has closed, in order of time
 * @param sessionsDone all completed sessions: the denominator of the events
 * @param events by how often they happened
 */
public record ClinicOverview(
        List<CourseSummary> running, int runningInAll, List<OpenFlag> openFlags, int sessionsDone, List<Event> events) {

    public ClinicOverview {
        running = List.copyOf(running);
        openFlags = List.copyOf(openFlags);
        events = List.copyOf(events);
    }

    /** A flag and whose it is. */
    public record OpenFlag(String id, String patientId, String text, Optional<LocalDate> since) {}

    /**
     * How often an adverse event happened.
     *
     * @param times records of it
     * @param sessions sessions that they name, each once
     */
    public record Event(String name, int times, int sessions) {}
}
