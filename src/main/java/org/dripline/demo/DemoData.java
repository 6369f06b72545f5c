package org.dripline.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dripline.document.JsonObject;

/**
 * The demo clinic. Deterministic: the same day gives the same Bundles, and since every entry is a PUT under an id of
 * its own, loading them again leaves the same records. All but the first course are told relative to that day: loading
 * on a later one moves them there.
 */
public final class DemoData {
    private DemoData() {}

    /** One transaction for the clinic itself, then one for each patient; nothing in them lies after {@code today}. */
    public static Stream<JsonObject> bundles(LocalDate today) {
        return Stream.concat(
                Stream.of(Clinic.bundle()),
                Scenarios.ALL.stream().map(scenario -> new PatientRecord(scenario, today).bundle()));
    }

    /** Hands each transaction to {@code write}, in an order in which references find their targets. */
    public static void load(LocalDate today, Consumer<JsonObject> write) {
        bundles(today).forEach(write);
    }

    /** Ids of the demo's patients. */
    public static List<String> patientIds() {
        return Scenarios.ALL.stream().map(Scenario::patientId).toList();
    }
}
