package org.dripline.monitoring;

import com.zaxxer.hikari.metrics.MetricsTrackerFactory;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dripline.engine.store.StoreWatch;
import org.dripline.fhir.RequestWatch;
import org.dripline.profile.ValidationWatch;

/**
 * Counts and times what the parts tell, and what the JVM says of itself. Names and labels are a contract that
 * {@code src/docs/operations.md} lists; each label has a few dozen values at most, and none is taken from a request.
 * Thread-safe.
 */
final class Metrics implements RequestWatch, ValidationWatch, StoreWatch, AutoCloseable {
    private static final Duration[] BOUNDS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final MeterProvider<Counter> requests = Counter.builder("dripline.requests")
            .description("Answered requests")
            .withRegistry(registry);
    private final MeterProvider<Timer> requestTimes =
            timer("dripline.request", "From a request to the end of its answer").withRegistry(registry);
    private final MeterProvider<Timer> validations =
            timer("dripline.validation", "Validation of one resource").withRegistry(registry);
    private final Timer syncs =
            timer("dripline.disk.sync", "Disk syncs of H2, which writers share").register(registry);
    private final Timer numberings = timer("dripline.numbering", "Steps that number the changes on PostgreSQL")
            .register(registry);

    Metrics() {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(BOUNDS);
    }

    /** All of it, in Prometheus' text format 0.0.4. */
    String text() {
        return registry.scrape();
    }

    @Override
    public void answered(String interaction, String type, int status, long nanos) {
        requests.withTags("interaction", interaction, "type", type, "status", Integer.toString(status))
                .increment();
        requestTimes.withTag("interaction", interaction).record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void validated(Path path, Outcome outcome, long nanos) {
        validations
                .withTags(Tags.of("path", word(path), "outcome", word(outcome)))
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void synced(long nanos) {
        syncs.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void numbered(long nanos) {
        numberings.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public Optional<MetricsTrackerFactory> connections() {
        return Optional.of(new MicrometerMetricsTrackerFactory(registry));
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
