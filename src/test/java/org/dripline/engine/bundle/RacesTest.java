package org.dripline.engine.bundle;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.durability.Soak;
import org.dripline.engine.TestStore;
import org.dripline.engine.bundle.Change.Named;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.store.Written;
import org.dripline.engine.store.Written.Effect;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Writers that meet: whoever loses a race learns of the winner, nobody fails, and nothing is left half (architecture 2,
 * "conditional writes lock, then look").
 */
@Timeout(300)
class RacesTest {
    private static final int WRITERS = 32;
    private static final int ROUNDS = Soak.rounds(40, 200);

    private final TestStore test = TestStore.enforcing();
    private final Changes changes = new Changes(test.store, test.search, test.catalog, false, Shipped.NONE);
    private final Transactions transactions = new Transactions(
            changes, test.catalog, () -> UUID.randomUUID().toString(), resource -> document -> document, 1000);
    private final ExecutorService writers = Executors.newFixedThreadPool(WRITERS);

    @AfterEach
    void close() {
        // Waits for those that still write.
        writers.close();
        test.close();
    }

    /** "Losers of a race get 200 with the winner's resource" (R4, http.html#ccreate). */
    @Test
    void makesOneResourceOfEqualConditionalCreations() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String value = "alone-" + round;
            oneMade(atOnce(WRITERS, writer -> conditionalCreate(value)));
            assertThat(find(value)).hasSize(1);
        }
    }

    private Written conditionalCreate(String value) {
        Named named = Named.by(changes.criteria("Patient", List.of(new Parameter("identifier", "urn:race|" + value))))
                .withId(UUID.randomUUID().toString());
        return run(Change.create(Place.REQUEST, named, patient(value)));
    }

    @Test
    void makesOneResourceOfEqualConditionalEntries() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String value = "within-" + round;
            JsonObject bundle = TestStore.read("""
                    {"resourceType":"Bundle","type":"transaction","entry":[
                     {"fullUrl":"urn:uuid:p","resource":{"resourceType":"Patient","identifier":[{"system":"urn:race","value":"%1$s"}]},
                      "request":{"method":"POST","url":"Patient","ifNoneExist":"identifier=urn:race|%1$s"}},
                     {"resource":{"resourceType":"Observation","status":"final","code":{"text":"c"},
                                  "subject":{"reference":"urn:uuid:p"}},
                      "request":{"method":"POST","url":"Observation"}}]}""".formatted(value));
            List<List<Written>> all = atOnce(WRITERS, writer -> written(bundle));

            oneMade(all.stream().map(List::getFirst).toList());
            String patient = find(value).getFirst();
            assertThat(find(value)).hasSize(1);
            assertThat(test.search
                            .search(
                                    TestStore.CLINIC,
                                    "Observation",
                                    List.of(new Parameter("patient", patient), new Parameter("_count", "100")))
                            .matches())
                    .hasSize(WRITERS);
        }
    }

    private static void oneMade(List<Written> all) {
        Map<Effect, List<Written>> byEffect = all.stream().collect(groupingBy(Written::effect));
        assertThat(byEffect.get(Effect.CREATED)).hasSize(1);
        assertThat(byEffect.get(Effect.NOTHING)).hasSize(WRITERS - 1);
        assertThat(all.stream()
                        .map(written -> written.findVersion().orElseThrow().id())
                        .collect(toSet()))
                .hasSize(1);
        assertThat(all)
                .allSatisfy(written -> assertThat(
                                written.findVersion().orElseThrow().content())
                        .isNotEmpty());
    }

    /** Another server fails here: a race on one of its own tables. */
    @Test
    void takesTheFirstWritesOfAnEmptyStoreAtOnce() throws Exception {
        List<Written> all = atOnce(WRITERS, writer -> put("first-" + writer));

        assertThat(all).extracting(Written::effect).containsOnly(Effect.CREATED);
    }

    /** The same new ids, and then the same resources, by transactions that have them in opposite order. */
    @Test
    void letsTransactionsOfOppositeOrderPass() throws Exception {
        for (int round = 0; round < 50; round++) {
            List<String> ids = IntStream.range(0, 5).mapToObj(i -> "order-" + i).toList();
            String prefix = round % 2 == 0 ? "x" + round : "x" + (round - 1);
            List<String> named = ids.stream().map(id -> prefix + id).toList();
            List<List<Written>> all = atOnce(8, writer -> written(puts(writer % 2 == 0 ? named : named.reversed())));

            assertThat(all).allSatisfy(written -> assertThat(written).hasSize(5));
        }
        assertThat(test.sql().fetchValue("select max(version) from fhir.resources"))
                .isEqualTo(16L);
    }

    /** Whoever comes second is refused; a reference to what is deleted is never left. */
    @Test
    void leavesNoReferenceToWhatIsDeletedMeanwhile() throws Exception {
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String patient = "target-" + round;
            put(patient);
            List<Boolean> done = atOnce(
                    4,
                    writer -> writer == 0
                            ? passes(() -> run(Change.delete(Named.of("Patient", patient), OptionalLong.empty())))
                            : passes(() -> run(Change.create(
                                    Place.REQUEST,
                                    Named.of("Observation", UUID.randomUUID().toString()),
                                    observation(patient)))));

            boolean deleted = test.store
                    .read(TestStore.CLINIC, "Patient", patient)
                    .orElseThrow()
                    .deleted();
            long referring = done.stream().skip(1).filter(written -> written).count();
            assertThat(done.getFirst()).isEqualTo(deleted);
            assertThat(referring)
                    .as("references to what was deleted: " + deleted)
                    .isIn(deleted ? List.of(0L) : List.of(1L, 2L, 3L));
            refused += deleted ? 1 : 0;
        }
        assertThat(refused).as("rounds that the deletion won").isBetween(0, ROUNDS);
    }

    private static boolean passes(Runnable write) {
        try {
            write.run();
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.status()).as(refusal.issues().toString()).isIn(409, 422);
            return false;
        }
    }

    /** Criteria that differ lock nothing in common, and the id is the body's: the second finds it taken. */
    @Test
    void neverOverwritesAnIdThatOtherCriteriaJustMade() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String id = "own-" + round;
            List<Boolean> done = atOnce(4, writer -> passes(() -> conditionalUpdate(id, id + "-" + writer)));

            assertThat(done.stream().filter(made -> made)).hasSize(1);
            assertThat(test.store
                            .read(TestStore.CLINIC, "Patient", id)
                            .orElseThrow()
                            .version())
                    .isEqualTo(1);
        }
    }

    private void conditionalUpdate(String id, String value) {
        Named named = Named.by(changes.criteria("Patient", List.of(new Parameter("identifier", "urn:race|" + value))))
                .withId(UUID.randomUUID().toString());
        run(Change.update(named, patient(value).with("id", Json.of(id)), OptionalLong.empty()));
    }

    /** Patches of one resource lose nothing: each is made of what the one before left. */
    @Test
    void losesNoPatch() throws Exception {
        put("patched");
        atOnce(8, writer -> {
            for (int i = 0; i < 5; i++) {
                run(Change.patch(Named.of("Patient", "patched"), RacesTest::counted, OptionalLong.empty()));
            }
            return true;
        });

        JsonObject patched = TestStore.read(new String(
                test.store
                        .read(TestStore.CLINIC, "Patient", "patched")
                        .orElseThrow()
                        .content(),
                StandardCharsets.UTF_8));
        assertThat(patched.items("name")).hasSize(40);
    }

    private static JsonObject counted(JsonObject patient) {
        List<Json> names = new ArrayList<>(patient.items("name"));
        names.add(TestStore.read("{\"text\":\"n\"}"));
        return patient.with("name", new Json.Array(names));
    }

    private Written put(String id) {
        JsonObject patient = TestStore.read("{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}");
        return run(Change.update(Named.of("Patient", id), patient, OptionalLong.empty()));
    }

    private Written run(Change change) {
        Changes.Task task = new Changes.Task(TestStore.CLINIC, entries -> (reference, resource) -> List.of(), null);
        return changes.run(task, List.of(change)).getFirst().getFirst();
    }

    private List<Written> written(JsonObject bundle) {
        return transactions
                .run(
                        TestStore.CLINIC,
                        bundle,
                        Transactions.Host.ofWrites(entries -> (reference, resource) -> List.of()))
                .stream()
                .map(result -> ((EntryResult.Wrote<Void>) result).written().getFirst())
                .toList();
    }

    private static JsonObject puts(List<String> ids) {
        String entries = String.join(",", ids.stream().map("""
                {"resource":{"resourceType":"Patient","id":"%1$s"},"request":{"method":"PUT","url":"Patient/%1$s"}}"""::formatted).toList());
        return TestStore.read("{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}");
    }

    private static JsonObject patient(String value) {
        return TestStore.read("""
                {"resourceType":"Patient","identifier":[{"system":"urn:race","value":"%s"}]}""".formatted(value));
    }

    private static JsonObject observation(String patient) {
        return TestStore.read("""
                {"resourceType":"Observation","status":"final","code":{"text":"c"},
                 "subject":{"reference":"Patient/%s"}}""".formatted(patient));
    }

    private List<String> find(String value) {
        return test
                .search
                .search(TestStore.CLINIC, "Patient", List.of(new Parameter("identifier", "urn:race|" + value)))
                .matches()
                .stream()
                .map(version -> version.id())
                .toList();
    }

    /** Lets so many writers begin at one moment; what they return, in their order. */
    private <T> List<T> atOnce(int count, Writer<T> writer) throws Exception {
        CyclicBarrier start = new CyclicBarrier(count);
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            Callable<T> task = () -> {
                start.await();
                return writer.write(number);
            };
            running.add(writers.submit(task));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> each : running) {
            results.add(each.get());
        }
        return results;
    }

    private interface Writer<T> {
        T write(int number);
    }
}
