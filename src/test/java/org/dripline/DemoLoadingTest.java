package org.dripline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.dripline.demo.DemoData;
import org.dripline.engine.TestStore;
import org.dripline.engine.bundle.Changes;
import org.dripline.engine.bundle.Shipped;
import org.dripline.engine.bundle.Transactions;
import org.dripline.engine.store.Write;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the demo is loaded, and when it is not; that it passes validation is DemoDataTest's. */
class DemoLoadingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final int TRANSACTIONS = 1 + DemoData.patientIds().size();

    private final TestStore test = new TestStore();
    private final Transactions transactions = new Transactions(
            new Changes(test.store, test.search, test.catalog, false, Shipped.NONE),
            test.catalog,
            () -> "unused",
            resource -> document -> document,
            1000);

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void fillsAnEmptyStoreOnce() {
        assertThat(fill(TODAY)).hasLineCount(TRANSACTIONS).endsWith(done(TRANSACTIONS));
        long versions = versions();
        assertThat(fill(TODAY.plusDays(1))).isEmpty();
        assertThat(versions()).isEqualTo(versions);
    }

    /** A Procedure of somebody whom only a display names is a record, too. */
    @Test
    void loadsNothingBesideARecordOfSomebodysOwn() {
        test.put("""
                {"resourceType":"Procedure","id":"own","status":"completed","subject":{"display":"Somebody"}}""");
        assertThat(fill(TODAY)).isEmpty();
        assertThat(versions()).isEqualTo(1);
    }

    @Test
    void finishesWhatAStoppedStartBegan() {
        DemoData.bundles(TODAY)
                .limit(3)
                .forEach(bundle -> transactions.run(
                        TestStore.CLINIC,
                        bundle,
                        Transactions.Host.ofWrites(entries -> (reference, resource) -> List.of())));
        long before = versions();
        assertThat(fill(TODAY)).hasLineCount(TRANSACTIONS - 3).endsWith(done(TRANSACTIONS - 3));
        assertThat(test.sql().fetchValue("select count(*) from fhir.patients"))
                .isEqualTo((long) DemoData.patientIds().size());
        assertThat(test.sql().fetchValue("select max(version) from fhir.resources"))
                .isEqualTo(1L);
        assertThat(versions()).isGreaterThan(before);
    }

    @Test
    void leavesDeletedWhatWasDeleted() {
        fill(TODAY);
        String patient = DemoData.patientIds().getLast();
        test.store.write(TestStore.CLINIC, List.of(new Write.Delete("Patient", patient, OptionalLong.empty())));
        assertThat(fill(TODAY)).isEmpty();
    }

    private String fill(LocalDate today) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DemoLoading(test.store, test.search, transactions, entries -> (reference, resource) -> List.of())
                .fill(today, new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String done(int count) {
        return "Loading the demo clinic: %d of %d transactions%n".formatted(count, count);
    }

    private long versions() {
        return (Long) test.sql().fetchValue("select count(*) from fhir.resource_versions");
    }
}
