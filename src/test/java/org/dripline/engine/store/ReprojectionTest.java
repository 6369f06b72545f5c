package org.dripline.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dripline.schema.Tables.CHANGES;
import static org.dripline.schema.Tables.PROCEDURES;
import static org.dripline.schema.Tables.PROJECTION;
import static org.dripline.schema.Tables.RESOURCES;
import static org.dripline.schema.Tables.RESOURCE_VERSIONS;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.dripline.engine.TestStore;
import org.dripline.engine.mapping.Projector;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.laws.GeneratedResource;
import org.dripline.schema.Fhir;
import org.jooq.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rebuilding typed rows from documents (architecture 2, "a mapping that grows re-projects from the documents"). */
class ReprojectionTest {
    private static final int EACH = 5;

    private final TestStore test = new TestStore();
    private final Projector projector = new Projector(ZoneOffset.UTC, List.of());

    @AfterEach
    void close() {
        test.close();
    }

    private Reprojection reprojection(String fingerprint) {
        return new Reprojection(test.database(), test.catalog, projector, fingerprint);
    }

    private void fill() {
        for (ResourceMapping mapping : test.catalog.all()) {
            for (int seed = 0; seed < EACH; seed++) {
                test.put(GeneratedResource.of(mapping.type(), seed));
            }
        }
        IntStream.range(0, 3 * Reprojection.BATCH).forEach(i -> procedure(i, "completed"));
    }

    private void procedure(int number, String status) {
        test.put("""
                {"resourceType":"Procedure","id":"p%d","status":"%s","subject":{"reference":"Patient/a"},
                 "code":{"text":"c"},"basedOn":[{"reference":"CarePlan/c"}]}""".formatted(number, status));
    }

    /** Every typed row as text, by its table. */
    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new TreeMap<>();
        for (Table<?> table : Fhir.FHIR.getTables()) {
            if (!List.of(RESOURCE_VERSIONS, CHANGES, PROJECTION).contains(table)) {
                rows.put(
                        table.getName(),
                        test
                                .sql()
                                .selectFrom(table)
                                .fetch(row -> row.valuesRow().toString())
                                .stream()
                                .sorted()
                                .toList());
            }
        }
        return rows;
    }

    @Test
    void makesOfTheDocumentsTheRowsThatWritersMadeOfThem() {
        fill();
        Map<String, List<String>> written = rows();
        long changes = test.sql().fetchCount(CHANGES);
        for (ResourceMapping mapping : test.catalog.all()) {
            mapping.children().forEach(child -> test.sql().deleteFrom(child).execute());
            test.sql().deleteFrom(mapping.table().table()).execute();
        }
        test.sql().update(RESOURCES).set(RESOURCES.PATIENT_ID, "wrong").execute();
        assertThat(rows()).isNotEqualTo(written);

        AtomicLong done = new AtomicLong();
        reprojection("new").run(done::addAndGet);

        assertThat(rows()).isEqualTo(written);
        assertThat(done.get()).isEqualTo(test.sql().fetchCount(RESOURCES));
        assertThat(test.sql().fetchCount(CHANGES)).as("the feed is left alone").isEqualTo((int) changes);
    }

    @Test
    void goesOnWhereItWasStopped() {
        fill();
        Map<String, List<String>> written = rows();
        test.sql().deleteFrom(PROCEDURES).execute();
        long total = reprojection("new").left();
        AtomicLong first = new AtomicLong();
        assertThatThrownBy(() -> reprojection("new").run(count -> {
                    if (first.addAndGet(count) > Reprojection.BATCH) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);

        assertThat(reprojection("new").left()).isEqualTo(total - first.get());
        AtomicLong rest = new AtomicLong();
        reprojection("new").run(rest::addAndGet);

        assertThat(first.get() + rest.get()).isEqualTo(total);
        assertThat(rows()).isEqualTo(written);
        assertThat(reprojection("new").left()).isZero();
    }

    /** Only when the rows are of another mapping, or somebody asks. */
    @Test
    void knowsWhenItIsDue() {
        reprojection("first").adoptEmpty();
        procedure(1, "completed");
        reprojection("first").adoptEmpty();

        assertThat(reprojection("first").left()).isZero();
        assertThat(reprojection("second").left()).isEqualTo(1);
        reprojection("second").run(count -> {});
        assertThat(reprojection("second").left()).isZero();
        reprojection("second").request();
        assertThat(reprojection("second").left()).isEqualTo(1);
    }

    @Test
    void doesNotDisturbWriters() throws Exception {
        fill();
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; !done.get(); i++) {
                procedure(i % (3 * Reprojection.BATCH), i % 2 == 0 ? "stopped" : "completed");
            }
        });
        reprojection("new").run(count -> {});
        done.set(true);
        writer.join();

        Map<String, List<String>> served = rows();
        reprojection("again").run(count -> {});
        assertThat(rows()).isEqualTo(served);
    }
}
