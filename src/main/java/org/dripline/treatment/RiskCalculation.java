package org.dripline.treatment;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dripline.treatment.Risk.OpenFlag;
import org.dripline.treatment.Risk.Screen;
import org.dripline.treatment.Rows.AnswerRow;
import org.dripline.treatment.Rows.FlagRow;
import org.jspecify.annotations.Nullable;

/** Open flags, and what the last suicide screener says. */
final class RiskCalculation {
    private static final String YES = "LA33-6";
    private static final String LEVEL = "93374-7";
    /** Questions 4 and 5, and question 6 within three months: rule R-41. */
    private static final List<String> HIGH = List.of("93249-1", "93250-9", "93269-9");

    private static final List<String> QUESTIONS =
            List.of("93246-7", "93247-5", "93248-3", "93249-1", "93250-9", "93267-3", "93269-9");
    private static final Map<String, String> LEVELS =
            Map.of("LA9194-7", "low", "moderate-risk", "moderate", "high-risk", "high");

    private final Timeline timeline;

    RiskCalculation(Timeline timeline) {
        this.timeline = timeline;
    }

    Risk risk() {
        List<OpenFlag> open = timeline.record().flags().stream()
                .filter(RiskCalculation::isOpen)
                .sorted(Comparator.comparing((FlagRow row) -> known(row.raisedFrom()))
                        .thenComparing(FlagRow::id))
                .map(this::flag)
                .toList();
        List<RecordVersion> suicidality = open.stream()
                .filter(flag -> flag.code().filter("suicidality"::equals).isPresent())
                .map(OpenFlag::record)
                .toList();
        return new Risk(
                open,
                Figure.of(suicidality.size(), "{flag}", Work.of("open flags about suicidality", suicidality)),
                lastScreen());
    }

    private static Instant known(@Nullable Instant instant) {
        return instant == null ? Instant.EPOCH : instant;
    }

    /** Whichever days were asked for: who is at risk now is told in any case. */
    private static boolean isOpen(FlagRow row) {
        return row.status() == null || row.status().equals("active");
    }

    private OpenFlag flag(FlagRow row) {
        return new OpenFlag(
                timeline.record().version("Flag", row.id()),
                Optional.ofNullable(row.code()),
                row.codeText() != null ? row.codeText() : row.code() != null ? row.code() : "a flag without a name",
                timeline.record().day(row.raisedFrom()));
    }

    private Optional<Screen> lastScreen() {
        Map<String, List<AnswerRow>> byResponse = timeline.record().answers().stream()
                .filter(row -> row.authoredFrom() != null)
                .filter(row -> timeline.question()
                        .end()
                        .flatMap(
                                end -> timeline.record().day(row.authoredFrom()).map(day -> !day.isAfter(end)))
                        .orElse(true))
                .collect(Collectors.groupingBy(AnswerRow::responseId));
        return byResponse.values().stream()
                .max(Comparator.comparing((List<AnswerRow> answers) ->
                                Objects.requireNonNull(answers.getFirst().authoredFrom()))
                        .thenComparing(answers -> answers.getFirst().responseId()))
                .map(this::screen);
    }

    private Screen screen(List<AnswerRow> answers) {
        RecordVersion record = timeline.record()
                .version("QuestionnaireResponse", answers.getFirst().responseId());
        Optional<String> recorded = answers.stream()
                .filter(answer -> LEVEL.equals(answer.loincCode()))
                .map(AnswerRow::answerCode)
                .filter(code -> code != null)
                .findFirst()
                .map(code -> LEVELS.getOrDefault(code, code));
        Work work = Work.of(
                "the level as recorded; else high when question 4, 5 or, within 3 months, 6 is yes", List.of(record));
        return new Screen(
                record,
                timeline.record().day(answers.getFirst().authoredFrom()),
                recorded.orElseGet(() -> byAnswers(answers)),
                recorded.isPresent(),
                work);
    }

    private static String byAnswers(List<AnswerRow> answers) {
        List<String> yes = answers.stream()
                .filter(answer -> Boolean.TRUE.equals(answer.answerBoolean()) || YES.equals(answer.answerCode()))
                .map(answer -> Objects.requireNonNullElse(answer.loincCode(), ""))
                .filter(QUESTIONS::contains)
                .toList();
        if (yes.stream().anyMatch(HIGH::contains)) {
            return "high";
        }
        return yes.isEmpty()
                ? "no question answered with yes; no level recorded"
                : yes.size() + " answered with yes; no level recorded";
    }
}
