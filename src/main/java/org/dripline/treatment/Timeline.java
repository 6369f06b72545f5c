package org.dripline.treatment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dripline.treatment.Rows.SessionRow;
import org.jspecify.annotations.Nullable;

/** The sessions of a course in order of time, and what other records have to do with them. */
final class Timeline {
    private final CourseRecord record;
    private final Question question;
    private final List<SessionRow> begun;

    Timeline(CourseRecord record, Question question) {
        this.record = record;
        this.question = question;
        this.begun = record.sessions().stream()
                .filter(session -> !"preparation".equals(session.status()))
                .sorted(Comparator.comparing((SessionRow session) -> known(session.startedFrom()))
                        .thenComparing(SessionRow::id))
                .toList();
    }

    private static Instant known(@Nullable Instant instant) {
        return instant == null ? Instant.MAX : instant;
    }

    CourseRecord record() {
        return record;
    }

    Question question() {
        return question;
    }

    /** Sessions that began, within the days asked for. */
    List<SessionRow> told() {
        return begun.stream()
                .filter(session -> question.admits(record.day(session.startedFrom())))
                .toList();
    }

    /** The first of the course, whatever days were asked for. */
    Optional<SessionRow> first() {
        return begun.stream().filter(session -> session.startedFrom() != null).findFirst();
    }

    Optional<LocalDate> firstDay() {
        return first().flatMap(session -> record.day(session.startedFrom()));
    }

    /** Until when a score is one from before the treatment: a session without a time of day takes its whole day. */
    Optional<Instant> firstStart() {
        return first().map(session -> session.startedAt() != null
                ? session.startedAt()
                : known(session.startedFrom()).plus(1, ChronoUnit.DAYS).minusMillis(1));
    }

    /** The last session that began by then, within the days asked for. */
    Optional<SessionRow> lastBefore(Instant instant) {
        return told().reversed().stream()
                .filter(session -> session.startedFrom() != null
                        && !known(session.startedFrom()).isAfter(instant))
                .findFirst();
    }

    Optional<SessionRow> find(@Nullable String sessionId) {
        return record.sessions().stream()
                .filter(session -> session.id().equals(sessionId))
                .findFirst();
    }

    Optional<SessionRow> ofVisit(@Nullable String visitId) {
        return record.sessions().stream()
                .filter(session -> visitId != null && visitId.equals(session.visitId()))
                .findFirst();
    }

    /** Whether something that names no session happened while the course ran, or shortly after. */
    boolean covers(@Nullable Instant instant, int hoursAfter) {
        return instant != null
                && first().map(session -> !instant.isBefore(dayStart(session.startedFrom())))
                        .orElse(false)
                && !begun.isEmpty()
                && !instant.isAfter(lastEnd().plus(Duration.ofHours(hoursAfter)));
    }

    /** Whether something that names no session happened after the first one, within the days of the plan. */
    boolean isOfPeriod(@Nullable Instant instant) {
        Instant end = record.course().endedBefore();
        Instant next = record.nextCourseFrom();
        return instant != null
                && first().map(session -> !instant.isBefore(dayStart(session.startedFrom())))
                        .orElse(false)
                && (end == null ? "active".equals(record.course().status()) : instant.isBefore(end))
                && (next == null || instant.isBefore(next));
    }

    private Instant dayStart(@Nullable Instant instant) {
        return known(instant)
                .atZone(record.zone())
                .toLocalDate()
                .atStartOfDay(record.zone())
                .toInstant();
    }

    private Instant lastEnd() {
        return begun.stream()
                .map(session -> session.endedAt() != null ? session.endedAt() : session.startedFrom())
                .filter(found -> found != null)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN.plus(Duration.ofDays(1)));
    }
}
