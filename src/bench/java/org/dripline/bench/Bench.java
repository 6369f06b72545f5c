package org.dripline.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Seeds a FHIR server with patients and their visits, then measures it and prints one table. */
public final class Bench {
    private static final int VISITS = 6;

    private record Observation(String place, String patient) {}

    private final FhirServer server;
    /** Whose records grow while it is measured; nobody reads those. */
    private static final int WRITTEN = 10;

    private final List<String> patients = new ArrayList<>();
    private final List<String> written = new ArrayList<>();
    private final List<String> identifiers = new ArrayList<>();
    private final List<String> procedures = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final AtomicInteger laterVisit = new AtomicInteger(VISITS);

    private Bench(FhirServer server) {
        this.server = server;
    }

    /**
     * Settings are environment variables: URL; PATIENTS, CLIENTS, SECONDS, ONLY (a request's first word), COURSE=yes
     * (what is asked of one long course, on a Dripline server), PID and DATABASE_PID where wanted.
     */
    public static void main(String... arguments) throws Exception {
        String url = text("URL").orElseThrow(() -> new IllegalArgumentException("URL of the FHIR base is missing"));
        FhirServer server = new FhirServer(url);
        int seconds = number("SECONDS", 10);
        Load load = new Load(
                Processor.of(text("PID")),
                Processor.of(text("DATABASE_PID")),
                number("CLIENTS", 4),
                Duration.ofSeconds(Math.max(seconds / 2, 1)),
                Duration.ofSeconds(seconds));
        Bench bench = new Bench(server);
        bench.seed(number("PATIENTS", 50));
        if (text("SEED_ONLY").isPresent()) {
            return;
        }
        System.out.printf(
                "%d clients, %d s each after %d s of warm-up of each%n",
                load.clients(), seconds, load.warmUpTime().toSeconds());
        bench.addWritten();
        bench.measure(load);
    }

    private void seed(int count) {
        long began = System.nanoTime();
        for (int number = 0; number < count; number++) {
            String identifier = System.nanoTime() + "-" + number;
            identifiers.add(identifier);
            String patient = server.create("Patient", Records.patient(identifier, number));
            patients.add(patient);
            for (int visit = 0; visit < VISITS; visit++) {
                procedures.add(server.transact(Records.visit(patient, visit)).get(Records.PROCEDURE));
            }
            observations.add(new Observation(server.create("Observation", pressure(patient)), patient));
        }
        System.out.printf(
                "%d patients with %d visits of %d resources, seeded in %.1f s by one client%n",
                count, VISITS, Records.VISIT_SIZE, (System.nanoTime() - began) / 1e9);
    }

    private void addWritten() {
        for (int number = 0; number < WRITTEN; number++) {
            written.add(server.create("Patient", Records.patient(System.nanoTime() + "-written", number)));
        }
    }

    /** All are warmed up before any is measured: what is measured first would else be run by code that is still slow. */
    private void measure(Load load) throws Exception {
        Map<String, Runnable> requests = text("COURSE").isPresent() ? ofLongCourse(new LongCourse(server)) : requests();
        text("ONLY").ifPresent(word -> requests.keySet().removeIf(name -> !name.startsWith(word)));
        for (Runnable request : requests.values()) {
            load.warmUp(request);
        }
        Load.printHeader();
        for (Map.Entry<String, Runnable> request : requests.entrySet()) {
            load.measure(request.getKey(), request.getValue());
        }
    }

    private Map<String, Runnable> requests() {
        Map<String, Runnable> requests = new LinkedHashMap<>();
        requests.put("read Procedure/[id]", () -> server.get(any(procedures)));
        requests.put(
                "search Procedure, patient and date",
                () -> server.get(
                        "Procedure?patient=" + any(patients) + "&date=ge" + Records.day(1) + "&_sort=-date&_count=20"));
        requests.put(
                "search Observation, patient, code",
                () -> server.get("Observation?patient=" + any(patients) + "&code=http://loinc.org%7C85354-9"));
        requests.put(
                "search QuestionnaireResponse, sorted",
                () -> server.get("QuestionnaireResponse?patient=" + any(patients) + "&_sort=-authored"));
        requests.put(
                "search administrations with visit",
                () -> server.get("MedicationAdministration?patient=" + any(patients)
                        + "&_include=MedicationAdministration:context"));
        requests.put(
                "search Procedure, patient.identifier",
                () -> server.get("Procedure?patient.identifier=urn:example:bench%7C" + any(identifiers)));
        requests.put(
                "$everything of a patient with " + (2 + VISITS * Records.VISIT_SIZE),
                () -> server.get(any(patients) + "/$everything?_count=1000"));
        requests.put("create Observation", () -> server.create("Observation", pressure(any(written))));
        requests.put("update Observation", this::update);
        requests.put(
                "visit of %d, one transaction".formatted(Records.VISIT_SIZE),
                () -> server.transact(Records.visit(any(written), laterVisit.getAndIncrement())));
        return requests;
    }

    private static Map<String, Runnable> ofLongCourse(LongCourse course) {
        Map<String, Runnable> requests = new LinkedHashMap<>();
        requests.put("$everything of 30 infusions", course::everything);
        requests.put("$treatment-summary of them", course::summary);
        requests.put("the same as a page", course::page);
        requests.put("the same as PDF", course::print);
        requests.put("$trajectory of them", course::trajectory);
        return requests;
    }

    private void update() {
        Observation observation = any(observations);
        String id = observation.place().substring(observation.place().indexOf('/') + 1);
        String body = pressure(observation.patient()).replaceFirst("\\{", "{\"id\":\"" + id + "\",");
        server.update(observation.place(), body);
    }

    private static String pressure(String patient) {
        int systolic = ThreadLocalRandom.current().nextInt(100, 180);
        return Records.pressure(patient, "2026-01-05T14:20:00Z", systolic, systolic - 50);
    }

    private static <T> T any(List<T> values) {
        return values.get(ThreadLocalRandom.current().nextInt(values.size()));
    }

    private static Optional<String> text(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }

    private static int number(String name, int otherwise) {
        return text(name).map(Integer::valueOf).orElse(otherwise);
    }
}
