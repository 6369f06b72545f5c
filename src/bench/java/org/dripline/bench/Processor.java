package org.dripline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The processor time of a process and of all that it has started, also of those that have ended: a database server has a
 * process for each connection. Linux tells it in hundredths of a second; elsewhere only the process itself counts.
 */
record Processor(ProcessHandle process) {
    private static final long NANOS_PER_TICK = 10_000_000;

    static Optional<Processor> of(Optional<String> pid) {
        return pid.map(Long::valueOf).flatMap(ProcessHandle::of).map(Processor::new);
    }

    Duration used() {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(Processor::used)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration used(ProcessHandle process) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        if (!Files.exists(stat)) {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
        try {
            // Behind the name, which may hold blanks: utime, stime, cutime and cstime are 12th to 15th.
            String text = Files.readString(stat);
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return Duration.ofNanos(ticks * NANOS_PER_TICK);
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }
}
