package org.dripline.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Repeats one request on several clients for some time, and prints a row of the table. */
record Load(Optional<Processor> server, Optional<Processor> database, int clients, Duration warmUpTime, Duration time) {

    static void printHeader() {
        System.out.printf(
                "%-36s %8s %9s %8s %8s %8s %10s %10s%n",
                "", "requests", "per s", "p50 ms", "p90 ms", "p99 ms", "server cpu", "database");
    }

    void warmUp(Runnable request) throws InterruptedException, ExecutionException {
        runAll(request, warmUpTime);
    }

    void measure(String name, Runnable request) throws InterruptedException, ExecutionException {
        Optional<Duration> serverBefore = server.map(Processor::used);
        Optional<Duration> databaseBefore = database.map(Processor::used);
        long began = System.nanoTime();
        long[] nanos = runAll(request, time);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%-36s %8d %9.1f %8.2f %8.2f %8.2f %s %s%n",
                name,
                nanos.length,
                nanos.length / seconds,
                millis(nanos, 0.50),
                millis(nanos, 0.90),
                millis(nanos, 0.99),
                used(server, serverBefore, nanos.length),
                used(database, databaseBefore, nanos.length));
    }

    /** Processor time a request in ms. */
    private static String used(Optional<Processor> processor, Optional<Duration> before, int requests) {
        return processor
                .map(known -> known.used().minus(before.orElseThrow()).toNanos() / 1e6 / requests)
                .map("%10.3f"::formatted)
                .orElse("         -");
    }

    /** The time each request took, sorted. */
    private long[] runAll(Runnable request, Duration duration) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + duration.toNanos();
        Callable<List<Long>> client = () -> {
            List<Long> taken = new ArrayList<>();
            for (long start = System.nanoTime(); start < end; ) {
                request.run();
                long now = System.nanoTime();
                taken.add(now - start);
                start = now;
            }
            return taken;
        };
        List<Long> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int count = 0; count < clients; count++) {
                running.add(threads.submit(client));
            }
            for (Future<List<Long>> each : running) {
                all.addAll(each.get());
            }
        }
        long[] sorted = all.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The smallest time that this share of the requests did not exceed. */
    private static double millis(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
