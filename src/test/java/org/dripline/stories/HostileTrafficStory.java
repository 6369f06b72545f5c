package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.stories.Hostile.JSON;
import static org.dripline.stories.RawHttp.get;
import static org.dripline.stories.RawHttp.post;
import static org.dripline.stories.RawHttp.utf8;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.dripline.stories.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Good and bad traffic at once: the bad must not spoil the good. */
@Timeout(180)
class HostileTrafficStory {
    private static final int CALLERS = 64;
    private static final long SECONDS = 4;

    private final Hostile hostile = new Hostile();

    /** A request and what it is answered with when there is room for it. */
    @SuppressWarnings("ArrayRecordComponent") // Nobody compares calls.
    private record Call(byte[] request, int status) {}

    private static final List<Call> CALLS = List.of(
            new Call(post("/fhir/Patient", JSON, Hostile.patient("")), 201),
            new Call(post("/fhir/Patient", JSON, utf8("{\"resourceType\":\"Patient\"")), 400),
            new Call(get("/fhir/Patient?_count=2"), 200),
            new Call(post("/fhir/Patient", JSON, Hostile.patient(",\"unknown\":1")), 400),
            new Call(get("/fhir/Patient?birthdate=%zz"), 400),
            new Call(get("/fhir/metadata"), 200),
            new Call(post("/fhir/Patient", "text/plain", Hostile.patient("")), 415),
            new Call(get("/fhir/Nothing"), 404));

    @Test
    void goodCallersSucceedAmongBadOnes() throws InterruptedException, ExecutionException {
        List<Future<Integer>> callers = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(CALLERS)) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            for (int caller = 0; caller < CALLERS; caller++) {
                int first = caller;
                callers.add(pool.submit(() -> call(first, end)));
            }
        }
        int served = 0;
        for (Future<Integer> caller : callers) {
            served += caller.get();
        }
        assertThat(served).isGreaterThan(CALLERS);
        hostile.stillAnswers();
    }

    /** How many calls were answered as they should be, not put off. */
    private int call(int first, long end) {
        int served = 0;
        for (int i = first; System.nanoTime() < end; i++) {
            Call call = CALLS.get(i % CALLS.size());
            Answer answer = RawHttp.send(hostile.port(), call.request());
            if (answer.status() == 503) {
                assertThat(answer.head()).contains("Retry-After: ");
            } else {
                assertThat(answer.status()).as(answer.body()).isEqualTo(call.status());
                served++;
            }
        }
        return served;
    }
}
