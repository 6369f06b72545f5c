package org.dripline.treatment;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rows of the clinic's views, as far as a summary needs them; the names are the columns'. */
final class Rows {
    private Rows() {}

    record CourseRow(
            String id,
            String patientId,
            @Nullable Integer courseNumber,
            @Nullable String phase,
            @Nullable Integer plannedInfusions,
            @Nullable String status,
            @Nullable Instant startedFrom,
            @Nullable Instant endedBefore,
            @Nullable String diagnosisId) {}

    record SessionRow(
            String id,
            @Nullable Integer infusionNumber,
            @Nullable String visitId,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant startedFrom,
            @Nullable BigDecimal minutes,
            @Nullable String status,
            @Nullable String statusReason,
            @Nullable String agent,
            @Nullable BigDecimal doseMg,
            @Nullable BigDecimal doseMgPerKg,
            @Nullable BigDecimal computedDoseMgPerKg) {}

    record DoseRow(String id, @Nullable String infusionId) {}

    record ScoreRow(
            String id,
            String instrument,
            @Nullable BigDecimal total,
            @Nullable Instant scoredAt,
            @Nullable Instant scoredFrom,
            @Nullable Instant scoredBefore,
            @Nullable String timepoint,
            @Nullable String courseId) {}

    record ReadingRow(
            String id,
            String kind,
            @Nullable Instant measuredAt,
            @Nullable Instant measuredFrom,
            @Nullable String phase,
            @Nullable BigDecimal systolicMmhg,
            @Nullable BigDecimal diastolicMmhg,
            @Nullable BigDecimal valueNumber,
            @Nullable String infusionId,
            @Nullable String visitId) {}

    record EventRow(
            String id,
            @Nullable String eventCode,
            @Nullable String eventText,
            @Nullable Instant onsetAt,
            @Nullable Instant onsetFrom,
            @Nullable Instant resolvedAt,
            @Nullable String severity,
            @Nullable Boolean serious,
            @Nullable String outcome,
            @Nullable String infusionId,
            @Nullable String visitId) {}

    record FlagRow(
            String id,
            @Nullable String code,
            @Nullable String codeText,
            @Nullable Instant raisedFrom,
            @Nullable Instant endedBefore,
            @Nullable String status) {}

    record AnswerRow(
            String responseId,
            @Nullable Instant authoredFrom,
            @Nullable String loincCode,
            @Nullable String answerCode,
            @Nullable Boolean answerBoolean) {}

    record OrderRow(
            String id,
            @Nullable String courseId,
            @Nullable String revisedOrderId,
            @Nullable Integer infusionsOrdered) {}
}
