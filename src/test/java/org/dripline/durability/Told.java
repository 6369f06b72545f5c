package org.dripline.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.dripline.stories.Answer;

/** What a server has told its callers while its database came and went. Thread-safe. */
final class Told {
    /** Those that say that nothing was stored; the database is away, or all connections to it are busy or broken. */
    private static final Set<String> DENIALS = Set.of("no-database", "no-connection", "contended", "query-time");

    private static final String UNKNOWN = "lost-commit";

    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> denied = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unknown = new AtomicInteger();
    private final AtomicInteger denials = new AtomicInteger();
    private final AtomicInteger good = new AtomicInteger();
    private final AtomicLong slowestNanos = new AtomicLong();

    /** Takes note of how long a caller waited. */
    void waited(long nanos) {
        slowestNanos.accumulateAndGet(nanos, Math::max);
    }

    void acknowledge(Acknowledged write) {
        acknowledged.add(write);
        good.incrementAndGet();
    }

    void read() {
        good.incrementAndGet();
    }

    /** A refused write whose marks nothing else has: what is said not to be stored must not be there. */
    void refuse(HttpResponse<byte[]> response, String transaction) {
        if (refuse(response).equals(Refused.DENIED)) {
            denied.add(transaction);
        }
    }

    enum Refused {
        DENIED,
        UNKNOWN,
        WRONG
    }

    /** Any answer that is not a success must say that it passes, and when to come back. */
    Refused refuse(HttpResponse<byte[]> response) {
        boolean passing = response.statusCode() == 503
                && response.headers().firstValue("Retry-After").isPresent();
        List<String> rules = passing ? new Answer(response).rules() : List.of();
        if (rules.equals(List.of(UNKNOWN))) {
            unknown.incrementAndGet();
            return Refused.UNKNOWN;
        }
        if (rules.size() == 1 && DENIALS.contains(rules.getFirst())) {
            denials.incrementAndGet();
            return Refused.DENIED;
        }
        wrong(response.request().method() + " " + response.request().uri().getPath() + ": " + response.statusCode()
                + " " + new Answer(response).text());
        return Refused.WRONG;
    }

    void wrong(String what) {
        wrong.add(what);
    }

    List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /** Transactions that were said not to be stored. */
    List<String> denied() {
        return List.copyOf(denied);
    }

    /** How many answers said that nobody knows. */
    int unknown() {
        return unknown.get();
    }

    /** Good answers so far, to writers and readers. */
    int good() {
        return good.get();
    }

    void expectNothingWrong(Duration longest) {
        assertThat(wrong)
                .as("answers that are neither a success nor 503 with a time to come back")
                .isEmpty();
        assertThat(Duration.ofNanos(slowestNanos.get())).as("the longest wait").isLessThan(longest);
    }

    @Override
    public String toString() {
        return "%d writes acknowledged, %d of %d good answers to reads; 503 %d times, of unknown outcome %d times; longest wait %d ms"
                .formatted(
                        acknowledged.size(),
                        good.get() - acknowledged.size(),
                        good.get(),
                        denials.get() + unknown.get(),
                        unknown.get(),
                        slowestNanos.get() / 1_000_000);
    }
}
