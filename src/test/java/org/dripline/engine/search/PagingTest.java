package org.dripline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.dripline.engine.TestStore;
import org.dripline.engine.store.StoredVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A walk through pages while somebody writes: what stays the same is met once, what changes at most once. */
class PagingTest {
    private static final int RESOURCES = 300;

    @ParameterizedTest
    @ValueSource(strings = {"", "date", "-date,_id", "family,-birthdate", "-_lastUpdated", "gender"})
    void meetsWhatIsUnchangedExactlyOnce(String sort) throws InterruptedException {
        try (TestStore store = new TestStore()) {
            String type = sort.contains("date") && !sort.contains("birth") ? "Procedure" : "Patient";
            for (int i = 0; i < RESOURCES; i++) {
                store.put(document(type, "r" + i, i));
            }
            Set<String> changed = ConcurrentHashMap.newKeySet();
            CountDownLatch begun = new CountDownLatch(1);
            Thread writer = new Thread(() -> {
                await(begun);
                for (int i = 0; i < RESOURCES; i += 3) {
                    changed.add("r" + i);
                    store.put(document(type, "r" + i, (i * 31) % RESOURCES));
                    store.put(document(type, "new" + i, i));
                }
            });
            writer.start();

            Map<String, Integer> met = walk(store, type, sort, begun);
            writer.join();

            assertThat(met.values()).allMatch(times -> times == 1);
            Set<String> missed = new HashSet<>();
            for (int i = 0; i < RESOURCES; i++) {
                if (!met.containsKey("r" + i)) {
                    missed.add("r" + i);
                }
            }
            assertThat(changed).containsAll(missed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"value-quantity", "-value-quantity"})
    void goesOnBehindNumbersOfEverySize(String sort) {
        try (TestStore store = new TestStore()) {
            for (int i = 0; i < 40; i++) {
                store.put("""
                        {"resourceType":"Observation","id":"o%d","status":"final","code":{"text":"weight"},
                         "valueQuantity":{"value":2e%d,"system":"http://unitsofmeasure.org","code":"kg"}}""".formatted(i, i - 20));
            }
            assertThat(walk(store, "Observation", sort, new CountDownLatch(1)).values())
                    .hasSize(40)
                    .allMatch(times -> times == 1);
        }
    }

    private static Map<String, Integer> walk(TestStore store, String type, String sort, CountDownLatch begun) {
        Map<String, Integer> met = new HashMap<>();
        List<Parameter> parameters = new ArrayList<>(List.of(new Parameter("_count", "7")));
        if (!sort.isEmpty()) {
            parameters.add(new Parameter("_sort", sort));
        }
        Optional<String> next;
        do {
            SearchPage page = store.search.search(TestStore.CLINIC, type, parameters);
            for (StoredVersion match : page.matches()) {
                met.merge(match.id(), 1, Integer::sum);
            }
            begun.countDown();
            next = page.next();
            next.ifPresent(link -> {
                parameters.clear();
                for (String pair : link.split("&", -1)) {
                    String[] parts = pair.split("=", 2);
                    parameters.add(new Parameter(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
                }
            });
        } while (next.isPresent());
        return met;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Few different values, and some missing, so that many rows share a sort key. */
    private static String document(String type, String id, int i) {
        String day = String.format("%02d", 1 + i % 20);
        if (type.equals("Patient")) {
            String birth = i % 4 == 0 ? "" : ",\"birthDate\":\"1980-01-" + day + "\"";
            String name =
                    i % 5 == 0 ? "" : ",\"name\":[{\"family\":\"F" + i % 7 + "\"},{\"family\":\"É" + i % 3 + "\"}]";
            String gender = i % 3 == 0 ? "" : ",\"gender\":\"" + (i % 2 == 0 ? "male" : "female") + "\"";
            return "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"" + birth + name + gender + "}";
        }
        String date = i % 4 == 0 ? "" : ",\"performedDateTime\":\"2026-01-" + day + "\"";
        return "{\"resourceType\":\"Procedure\",\"id\":\"" + id + "\",\"status\":\"completed\"" + date + "}";
    }
}
