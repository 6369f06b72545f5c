package org.dripline.treatment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.dripline.document.JsonObject;
import org.dripline.engine.TestStore;
import org.dripline.engine.store.Write;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A dose and a score are corrected by others while a summary is computed: once before each of its statements. In a
 * snapshot it tells of the state at its first statement; without one it mixes the two, so the test would see it.
 */
class SummaryIsOfOneInstantTest {
    private static final String BEFORE = "40 mg, 20 points";
    private static final String AFTER = "45 mg, 12 points";

    private final TestStore test = new TestStore();

    @BeforeEach
    void course() {
        test.put(Records.course("c", "\"start\":\"2026-01-01\""));
        test.put(Records.infusion(
                "i",
                "completed",
                Records.performed("2026-01-05T14:00:00Z", "2026-01-05T14:40:00Z"),
                Records.numbered(1) + Records.basedOn("c")));
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void tellsOneStateInASnapshot() {
        assertThat(seen(test.database()::snapshot)).contains(BEFORE).isSubsetOf(BEFORE, AFTER);
    }

    @Test
    void wouldMixTwoStatesWithoutOne() {
        assertThat(seen(new ClinicSnapshot() {
                    @Override
                    public <T> T of(Supplier<T> reads) {
                        return reads.get();
                    }
                }))
                .contains(BEFORE, AFTER)
                .containsAnyOf("40 mg, 12 points", "45 mg, 20 points");
    }

    /** What a summary said when the correction came before its first, second, ... and last statement. */
    private Set<String> seen(ClinicSnapshot snapshot) {
        Set<String> seen = new TreeSet<>();
        int statements = 1;
        for (int at = 1; at <= statements; at++) {
            write(40, 20);
            AtomicInteger executed = new AtomicInteger();
            int correction = at;
            ExecuteListener others = ExecuteListener.onExecuteStart(context -> {
                if (executed.incrementAndGet() == correction) {
                    CompletableFuture.runAsync(() -> write(45, 12)).join();
                }
            });
            DSLContext sql = DSL.using(test.sql().configuration().deriveAppending(others));
            seen.add(told(new CourseSummaries(sql, snapshot, CutOffs.shipped(), ZoneOffset.UTC)));
            statements = executed.get();
        }
        assertThat(statements).isGreaterThan(5);
        return seen;
    }

    private static String told(CourseSummaries summaries) {
        CourseSummary summary = summaries
                .ofCourse(TestStore.CLINIC.scope(), "c", Question.DEFAULT)
                .orElseThrow();
        return summary.doses().cumulativeMg().text() + ", "
                + summary.scale().points().getFirst().total().toPlainString() + " points";
    }

    private void write(int mg, int points) {
        test.store.write(
                TestStore.CLINIC,
                List.of(
                        update(TestStore.read(Records.dose("d", "i", mg + " mg", "80 kg"))),
                        update(TestStore.read(Records.score("s", "2026-01-05T13:00:00Z", "44261-6", points)))));
    }

    private static Write update(JsonObject resource) {
        return new Write.Update(
                resource.resourceType(), resource.text("id").orElseThrow(), resource, OptionalLong.empty(), List.of());
    }
}
