package org.dripline.treatment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dripline.treatment.Rows.AnswerRow;
import org.dripline.treatment.Rows.CourseRow;
import org.dripline.treatment.Rows.DoseRow;
import org.dripline.treatment.Rows.EventRow;
import org.dripline.treatment.Rows.FlagRow;
import org.dripline.treatment.Rows.OrderRow;
import org.dripline.treatment.Rows.ReadingRow;
import org.dripline.treatment.Rows.ScoreRow;
import org.dripline.treatment.Rows.SessionRow;
import org.jspecify.annotations.Nullable;

/**
 * All rows that a summary of one course is computed from, of one instant.
 *
 * @param otherSessions ids of the patient's sessions outside this course
 * @param versions of the patient's records, by reference
 * @param doses of the sessions, by session
 * @param nextCourseFrom when the patient's next course begins, if there is one
 * @param zone whose days are told
 */
record CourseRecord(
        CourseRow course,
        List<SessionRow> sessions,
        Set<String> otherSessions,
        Map<String, List<DoseRow>> doses,
        List<ScoreRow> scores,
        List<ReadingRow> readings,
        List<EventRow> events,
        List<FlagRow> flags,
        List<AnswerRow> answers,
        List<OrderRow> orders,
        Background background,
        Map<String, Long> versions,
        @Nullable Instant nextCourseFrom,
        ZoneId zone) {

    RecordVersion version(String type, String id) {
        return new RecordVersion(type, id, versions.getOrDefault(type + '/' + id, 0L));
    }

    /** Of a reference such as {@code Procedure/12}. */
    RecordVersion version(String reference) {
        int slash = reference.indexOf('/');
        return version(reference.substring(0, slash), reference.substring(slash + 1));
    }

    List<RecordVersion> versions(String type, Collection<String> ids) {
        return ids.stream().map(id -> version(type, id)).toList();
    }

    /** What a session is recorded in: itself, unless it is a visit, and its doses. */
    List<RecordVersion> versionsOf(SessionRow session) {
        List<RecordVersion> found = new ArrayList<>();
        found.add(version(session.id()));
        doses.getOrDefault(session.id(), List.of())
                .forEach(dose -> found.add(version("MedicationAdministration", dose.id())));
        return found;
    }

    List<RecordVersion> dosesOf(SessionRow session) {
        return doses.getOrDefault(session.id(), List.of()).stream()
                .map(dose -> version("MedicationAdministration", dose.id()))
                .toList();
    }

    Optional<LocalDate> day(@Nullable Instant instant) {
        return Optional.ofNullable(instant).map(found -> found.atZone(zone).toLocalDate());
    }

    static Map<String, List<DoseRow>> bySession(List<DoseRow> doses) {
        Map<String, List<DoseRow>> found = new HashMap<>();
        for (DoseRow dose : doses) {
            if (dose.infusionId() != null) {
                found.computeIfAbsent(dose.infusionId(), id -> new ArrayList<>())
                        .add(dose);
            }
        }
        return found;
    }
}
