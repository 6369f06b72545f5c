package org.dripline.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dripline.engine.TestStore;
import org.dripline.engine.store.Write;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A summary is of one instant of the store, follows what happens there, and costs the same however much there is. */
class SummaryOfStoreTest {
    private static final int CORRECTIONS = 60;
    private static final int SESSIONS = 30;

    /** Of each session: a thousand in all. */
    private static final int READINGS = 35;

    private final TestStore test = new TestStore();

    @BeforeEach
    void course() {
        test.put(Records.course("c", "\"start\":\"2026-01-01\""));
    }

    @AfterEach
    void close() {
        test.close();
    }

    private void infuse(String id, int number, int day, int mg) {
        String start = "2026-01-%02dT14:00:00Z".formatted(day);
        test.put(Records.infusion(
                id,
                "completed",
                Records.performed(start, start.replace("14:00", "14:40")),
                Records.numbered(number) + Records.basedOn("c")));
        test.put(Records.dose("dose-" + id, id, mg + " mg", "80 kg"));
    }

    private CourseSummary summary() {
        return GoldenCourse.summaries(test)
                .ofCourse(TestStore.CLINIC.scope(), "c", Question.DEFAULT)
                .orElseThrow();
    }

    private void delete(String type, String id) {
        test.store.write(TestStore.CLINIC, List.of(new Write.Delete(type, id, OptionalLong.empty())));
    }

    @Test
    void followsCorrectionsAndDeletions() {
        infuse("a", 1, 5, 40);
        test.put(Records.score("s", "2026-01-05T13:00:00Z", "44261-6", 20));
        test.put(Records.score("t", "2026-01-12T13:00:00Z", "44261-6", 9));
        assertThat(summary().doses().cumulativeMg().text()).isEqualTo("40 mg");
        test.put(Records.dose("dose-a", "a", "45 mg", "80 kg"));
        CourseSummary corrected = summary();
        assertThat(corrected.doses().cumulativeMg().text()).isEqualTo("45 mg");
        assertThat(corrected.doses().meanMgPerKg().text()).isEqualTo("0.56 mg/kg");
        assertThat(corrected.doses().cumulativeMg().work().inputs())
                .extracting(RecordVersion::versioned)
                .containsExactly("MedicationAdministration/dose-a/_history/2");
        delete("Observation", "t");
        assertThat(summary().scale().response().text())
                .isEqualTo("no PHQ-9 after the first session that can be judged");
        test.put(
                Records.score("s", "2026-01-05T13:00:00Z", "44261-6", 20).replace("\"final\"", "\"entered-in-error\""));
        assertThat(summary().scale().points()).isEmpty();
        delete("MedicationAdministration", "dose-a");
        assertThat(summary().doses().cumulativeMg().text()).isEqualTo("no session has a dose in mg");
    }

    @Test
    void takesNasalSessionsForSessions() {
        test.put(Records.device("d1", "v", "completed", "2026-01-05T14:00:00Z", "2026-01-05T14:01:00Z"));
        test.put(Records.device("d2", "v", "completed", "2026-01-05T14:06:00Z", "2026-01-05T14:07:00Z"));
        test.put(Records.device("e1", "w", "completed", "2026-01-08T14:00:00Z", "2026-01-08T14:01:00Z"));
        test.put(Records.pressure("bp", "final", "MedicationAdministration/d2", 149, 91));
        CourseSummary summary = summary();
        assertThat(summary.doses().done().text()).isEqualTo("2");
        assertThat(summary.doses().cumulativeMg().text()).isEqualTo("84 mg");
        assertThat(summary.sessions())
                .extracting(session -> session.name() + " " + session.doseMg().text())
                .containsExactly("infusion 1 56 mg", "infusion 2 28 mg");
        assertThat(summary.vitals().peak().orElseThrow().pressureText()).isEqualTo("149/91");
    }

    @Test
    void asksTheSameNumberOfStatementsForAnyCourse() {
        infuse("a", 1, 1, 40);
        int ofOne = statements();
        for (int i = 2; i <= SESSIONS; i++) {
            infuse("i" + i, i, i, 40);
            test.store.write(TestStore.CLINIC, readings(i));
        }
        assertThat(summary().doses().done().text()).isEqualTo("30");
        assertThat(summary().sessions())
                .extracting(session -> session.vitals().readings().size())
                .contains(READINGS);
        assertThat(statements()).isEqualTo(ofOne).isLessThan(20);
    }

    private static List<Write> readings(int infusion) {
        return IntStream.range(0, READINGS)
                .mapToObj(i -> "bp-%d-%d".formatted(infusion, i))
                .<Write>map(id -> new Write.Update(
                        "Observation",
                        id,
                        TestStore.read(Records.pressure(id, "final", "Procedure/i" + infusion, 140, 90)),
                        OptionalLong.empty(),
                        List.of()))
                .toList();
    }

    private int statements() {
        AtomicInteger count = new AtomicInteger();
        ExecuteListener counter = ExecuteListener.onExecuteStart(context -> count.incrementAndGet());
        DSLContext counting = DSL.using(test.sql().configuration().deriveAppending(counter));
        CourseSummaries counted =
                new CourseSummaries(counting, test.database()::snapshot, CutOffs.shipped(), ZoneOffset.UTC);
        assertThat(counted.ofCourse(TestStore.CLINIC.scope(), "c", Question.DEFAULT))
                .isPresent();
        return count.get();
    }

    /** Both doses are corrected in one transaction, so no summary may see one of them alone. */
    @Test
    void neverMixesTwoStates() throws Exception {
        infuse("a", 1, 5, 40);
        infuse("b", 2, 7, 40);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        AtomicInteger left = new AtomicInteger(CORRECTIONS);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> writer = threads.submit(() -> {
                while (left.getAndDecrement() > 0) {
                    int mg = left.get() % 2 == 0 ? 50 : 40;
                    test.store.write(TestStore.CLINIC, List.of(dose("a", mg), dose("b", mg)));
                }
            });
            Future<?> reader = threads.submit(() -> {
                while (left.get() > 0) {
                    summary().sessions().stream()
                            .map(session -> session.doseMg().text())
                            .reduce((one, other) -> one + " and " + other)
                            .ifPresent(seen::add);
                    CourseSummary found = summary();
                    seen.add(found.sessions().getFirst().doseMg().text() + " and "
                            + (found.doses().cumulativeMg().text().equals("80 mg") ? "40 mg" : "50 mg"));
                }
            });
            writer.get();
            reader.get();
        }
        assertThat(seen).isNotEmpty().isSubsetOf("40 mg and 40 mg", "50 mg and 50 mg");
    }

    private static Write dose(String infusion, int mg) {
        return new Write.Update(
                "MedicationAdministration",
                "dose-" + infusion,
                TestStore.read(Records.dose("dose-" + infusion, infusion, mg + " mg", "80 kg")),
                OptionalLong.empty(),
                List.of());
    }
}
