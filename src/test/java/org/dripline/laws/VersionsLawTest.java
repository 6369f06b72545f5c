package org.dripline.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dripline.document.DocumentMeta;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.engine.HistoryWalk;
import org.dripline.engine.TestStore;
import org.dripline.engine.history.HistoryEntry;
import org.dripline.engine.history.HistoryTarget;
import org.dripline.engine.store.StoredVersion;
import org.dripline.engine.store.Write;
import org.dripline.engine.store.Written;
import org.dripline.engine.store.Written.Effect;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Law 5: each version reads back as accepted, a stale {@code If-Match} is 412, what is deleted reads as a deletion, and
 * the pages of a history, of the resource, of its type and of all, are complete. Random writes and deletions are held against a list of what was accepted.
 */
class VersionsLawTest {
    private static final TestStore STORE = new TestStore();
    private static final int STEPS = 12;
    private static final int SEQUENCES = Math.max(1, Laws.SEEDS / 10);

    /** What each version should be, the first first; empty is a deletion. */
    private final List<Optional<JsonObject>> accepted = new ArrayList<>();

    @AfterAll
    static void close() {
        STORE.close();
    }

    @ParameterizedTest
    @MethodSource("org.dripline.laws.Laws#types")
    void keepsEveryVersionAsAccepted(String type) {
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            accepted.clear();
            String id = "v" + sequence;
            Chance chance = new Chance(sequence);
            for (int step = 0; step < STEPS; step++) {
                step(chance, type, id, sequence * STEPS + step);
                assertCurrent(type, id);
            }
            assertVersions(type, id);
            assertHistory(new HistoryTarget.OfResource(type, id), type, id, 1 + chance.below(STEPS));
        }
        // As the last one stands among all: that takes a walk through all that is there.
        String last = "v" + (SEQUENCES - 1);
        assertHistory(new HistoryTarget.OfType(type), type, last, 97);
        assertHistory(new HistoryTarget.OfSystem(), type, last, 97);
        Laws.report("Versions", type, SEQUENCES * STEPS);
    }

    private void step(Chance chance, String type, String id, long seed) {
        JsonObject document = GeneratedResource.of(type, seed).with("id", Json.of(id));
        switch (chance.below(6)) {
            case 0, 1 -> delete(type, id);
            case 2 -> assertStaleIsRefused(type, id, document);
            case 3 -> put(document, id, OptionalLong.of(exists() ? accepted.size() : 0), exists());
            default -> put(document, id, OptionalLong.empty(), true);
        }
    }

    private boolean exists() {
        return !accepted.isEmpty() && accepted.getLast().isPresent();
    }

    private void put(JsonObject document, String id, OptionalLong ifMatch, boolean fits) {
        if (!fits) {
            return;
        }
        Effect expected = exists() ? Effect.UPDATED : Effect.CREATED;
        Write write = new Write.Update(document.resourceType(), id, document, ifMatch, List.of());
        accepted.add(Optional.of(document));
        assertThat(write(write).effect()).isEqualTo(expected);
    }

    private void delete(String type, String id) {
        Effect expected = exists() ? Effect.DELETED : Effect.NOTHING;
        assertThat(write(new Write.Delete(type, id, OptionalLong.empty())).effect())
                .isEqualTo(expected);
        if (expected == Effect.DELETED) {
            accepted.add(Optional.empty());
        }
    }

    /** A version older or newer than the current one, and any version of what does not exist. */
    private void assertStaleIsRefused(String type, String id, JsonObject document) {
        List<Long> stale = exists()
                ? List.of(accepted.size() - 1L, accepted.size() + 1L)
                : List.of(1L, Math.max(1L, accepted.size()));
        for (long version : stale) {
            OptionalLong ifMatch = OptionalLong.of(version);
            assertRefused(new Write.Update(type, id, document, ifMatch, List.of()));
            assertRefused(new Write.Delete(type, id, ifMatch));
        }
    }

    private static void assertRefused(Write write) {
        assertThatThrownBy(() -> write(write))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(412));
    }

    private static Written write(Write write) {
        return STORE.store.write(TestStore.CLINIC, List.of(write)).getFirst();
    }

    private void assertCurrent(String type, String id) {
        Optional<StoredVersion> current = STORE.store.read(TestStore.CLINIC, type, id);
        assertThat(current.isPresent()).isEqualTo(!accepted.isEmpty());
        current.ifPresent(stored -> assertAsAccepted(stored, accepted.size()));
    }

    private void assertVersions(String type, String id) {
        for (int version = 1; version <= accepted.size(); version++) {
            StoredVersion stored =
                    STORE.store.readVersion(TestStore.CLINIC, type, id, version).orElseThrow();
            assertAsAccepted(stored, version);
        }
        assertThat(STORE.store.readVersion(TestStore.CLINIC, type, id, 0)).isEmpty();
        assertThat(STORE.store.readVersion(TestStore.CLINIC, type, id, accepted.size() + 1L))
                .isEmpty();
    }

    private void assertHistory(HistoryTarget target, String type, String id, int count) {
        HistoryWalk walk = new HistoryWalk(STORE, TestStore.CLINIC, target);
        List<StoredVersion> newestFirst = of(id, type, walk.all("_count=" + count));
        assertThat(newestFirst).hasSize(accepted.size());
        for (int i = 0; i < newestFirst.size(); i++) {
            assertAsAccepted(newestFirst.get(i), accepted.size() - i);
        }
        List<StoredVersion> oldestFirst = of(id, type, walk.all("_sort=_lastUpdated&_count=" + count));
        assertThat(oldestFirst)
                .extracting(StoredVersion::version)
                .containsExactlyElementsOf(newestFirst.reversed().stream()
                        .map(StoredVersion::version)
                        .toList());
    }

    private static List<StoredVersion> of(String id, String type, List<HistoryEntry> entries) {
        return entries.stream()
                .map(HistoryEntry::version)
                .filter(version -> version.id().equals(id) && version.type().equals(type))
                .toList();
    }

    private void assertAsAccepted(StoredVersion stored, int version) {
        assertThat(stored.version()).isEqualTo(version);
        Optional<JsonObject> document = accepted.get(version - 1);
        assertThat(stored.deleted()).isEqualTo(document.isEmpty());
        document.ifPresent(expected -> {
            JsonObject read = JsonReader.read(stored.content(), Limits.DEFAULT);
            assertThat(read.object("meta").flatMap(meta -> meta.text("versionId")))
                    .contains(Integer.toString(version));
            assertThat(DocumentMeta.withoutServerFields(read)).isEqualTo(DocumentMeta.withoutServerFields(expected));
        });
    }
}
