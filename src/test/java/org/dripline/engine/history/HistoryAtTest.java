package org.dripline.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.dripline.engine.HistoryWalk;
import org.dripline.engine.TestStore;
import org.dripline.engine.store.Write;

/**
 * {@code _at} and {@code _since} against a list of versions, with a clock that stands still and goes back at times, as
 * clocks do. The model asks the words of R4 (http.html#history) of each version.
 */
class HistoryAtTest {
    private static final Instant DAY = Instant.parse("2026-11-01T00:00:00Z");
    private static final SetClock CLOCK = new SetClock();
    private static final TestStore STORE = new TestStore(CLOCK);
    private static int histories;

    /** One change: when, and whether the resource is deleted by it if it is there. */
    record Step(int second, boolean deletion) {}

    /** One version of the model. */
    record Version(long version, Instant from) {}

    /** What is asked, in seconds of the day; an {@code _at} of one second or of the whole minute. */
    record Question(int since, int at, boolean minute) {
        Instant from() {
            return DAY.plusSeconds(minute ? at / 60 * 60 : at);
        }

        Instant to() {
            return from().plusSeconds(minute ? 60 : 1);
        }

        String atText() {
            return minute ? from().toString().replace(":00Z", "Z") : from().toString();
        }
    }

    @AfterContainer
    static void close() {
        STORE.close();
    }

    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void showsExactlyWhatWasCurrent(@ForAll("steps") List<Step> steps, @ForAll("questions") List<Question> questions) {
        String id = "at" + histories++;
        List<Version> versions = written(id, steps);
        for (Question question : questions) {
            Instant since = DAY.plusSeconds(question.since());
            List<Long> current = IntStream.range(0, versions.size())
                    .filter(i -> isCurrent(versions, i, question))
                    .mapToObj(i -> versions.get(i).version())
                    .toList();
            List<Long> late = versions.stream()
                    .filter(version -> !version.from().isBefore(since))
                    .map(Version::version)
                    .toList();
            HistoryTarget alone = new HistoryTarget.OfResource("Patient", id);

            assertThat(found(alone, id, "_at=" + question.atText() + "&_count=2"))
                    .isEqualTo(current);
            assertThat(found(alone, id, "_since=" + since + "&_count=2")).isEqualTo(late);
            assertThat(found(alone, id, "_at=" + question.atText() + "&_since=" + since))
                    .isEqualTo(current.stream().filter(late::contains).toList());
        }
        foundAmongAll(id, versions, questions.getFirst());
    }

    /** What stands in the histories of the type and of all is the same. */
    private static void foundAmongAll(String id, List<Version> versions, Question question) {
        String query = "_count=1000&_at=" + question.atText() + "&_since=" + DAY.plusSeconds(question.since());
        List<Long> alone = found(new HistoryTarget.OfResource("Patient", id), id, query);
        assertThat(alone).hasSizeLessThanOrEqualTo(versions.size());
        assertThat(found(new HistoryTarget.OfType("Patient"), id, query)).isEqualTo(alone);
        assertThat(found(new HistoryTarget.OfSystem(), id, query)).isEqualTo(alone);
        assertThat(found(new HistoryTarget.OfSystem(), id, query + "&_sort=_lastUpdated"))
                .isEqualTo(alone);
    }

    /** It began within the period, or it was what stood when the period began. */
    private static boolean isCurrent(List<Version> versions, int index, Question asked) {
        Instant from = versions.get(index).from();
        if (!from.isBefore(asked.from())) {
            return from.isBefore(asked.to());
        }
        return index + 1 == versions.size() || versions.get(index + 1).from().isAfter(asked.from());
    }

    private static List<Version> written(String id, List<Step> steps) {
        List<Version> versions = new ArrayList<>();
        boolean exists = false;
        for (Step step : steps) {
            CLOCK.now = DAY.plusSeconds(step.second());
            if (step.deletion() && exists) {
                Write delete = new Write.Delete("Patient", id, OptionalLong.empty());
                STORE.store.write(TestStore.CLINIC, List.of(delete));
                exists = false;
            } else {
                STORE.put("{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}");
                exists = true;
            }
            versions.add(new Version(versions.size() + 1L, CLOCK.now));
        }
        return versions;
    }

    /** The versions of the resource in a history, the oldest first. */
    private static List<Long> found(HistoryTarget target, String id, String query) {
        return new HistoryWalk(STORE, TestStore.CLINIC, target)
                .all(query).stream()
                        .filter(entry -> entry.version().id().equals(id))
                        .map(entry -> entry.version().version())
                        .sorted()
                        .toList();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> seconds = Arbitraries.integers().between(0, 12).map(each -> each * 10);
        return Combinators.combine(seconds, Arbitraries.of(true, false, false))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .flatMap(steps -> Arbitraries.of(true, true, false).map(ordered -> ordered ? sorted(steps) : steps));
    }

    private static List<Step> sorted(List<Step> steps) {
        return steps.stream()
                .sorted((left, right) -> Integer.compare(left.second(), right.second()))
                .toList();
    }

    @Provide
    Arbitrary<List<Question>> questions() {
        Arbitrary<Integer> nearAStep = Combinators.combine(
                        Arbitraries.integers().between(0, 13),
                        Arbitraries.integers().between(-1, 1))
                .as((step, off) -> Math.max(0, step * 10 + off));
        return Combinators.combine(nearAStep, nearAStep, Arbitraries.of(true, false))
                .as(Question::new)
                .list()
                .ofSize(5);
    }

    /** A clock that shows what the test sets. */
    private static final class SetClock extends Clock {
        private Instant now = DAY;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
