package org.dripline.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.OptionalLong;
import org.dripline.access.Access;
import org.dripline.engine.HistoryWalk;
import org.dripline.engine.TestStore;
import org.dripline.engine.store.Write;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walls, pages and tokens of histories. */
class ResourceHistoryTest {
    private static final HistoryTarget PATIENTS = new HistoryTarget.OfType("Patient");
    private static final HistoryTarget ALL = new HistoryTarget.OfSystem();
    private static final HistoryTarget INFUSION = new HistoryTarget.OfResource("Procedure", "i");

    private final TestStore store = new TestStore();

    @BeforeEach
    void anInfusionOfOneThatTurnsOutToBeOfAnother() {
        patient("ann");
        patient("bea");
        infusion("ann");
        infusion("bea");
        store.put("{\"resourceType\":\"Practitioner\",\"id\":\"d\"}");
        store.store.write(TestStore.CLINIC, List.of(new Write.Delete("Patient", "ann", OptionalLong.empty())));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void patient(String id) {
        store.put("{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}");
    }

    private void infusion(String patient) {
        store.put(
                "{\"resourceType\":\"Procedure\",\"id\":\"i\",\"status\":\"completed\",\"subject\":{\"reference\":\"Patient/"
                        + patient + "\"}}");
    }

    @Test
    void showsOnlyVersionsOfTheCallersOwnRecord() {
        Access ann = Access.ofPatient("portal", "ann");
        Access bea = Access.ofPatient("portal", "bea");

        assertThat(walk(ann, ALL, ""))
                .containsExactly("Patient/ann/2", "Practitioner/d/1", "Procedure/i/1", "Patient/ann/1");
        assertThat(walk(bea, ALL, "_count=1")).containsExactly("Practitioner/d/1", "Procedure/i/2", "Patient/bea/1");
        assertThat(walk(ann, PATIENTS, "_sort=_lastUpdated")).containsExactly("Patient/ann/1", "Patient/ann/2");
        assertThat(walk(ann, INFUSION, "")).containsExactly("Procedure/i/1");
        assertThat(walk(bea, INFUSION, "_at=2999")).containsExactly("Procedure/i/2");
    }

    /** Absent and hidden answer alike, whatever else is asked; what is known has a history, be it an empty one. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_since=2999-01-01T00:00:00Z", "_at=1999", "_sort=_lastUpdated&_page=6"})
    void doesNotTellTheHiddenFromTheAbsent(String query) {
        Access other = Access.ofPatient("portal", "nobody");
        Refusal hidden = refusal(other, new HistoryTarget.OfResource("Patient", "bea"), query);
        Refusal absent = refusal(other, new HistoryTarget.OfResource("Patient", "never"), query);

        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.issues()).isEqualTo(absent.issues());
        assertThat(new HistoryWalk(store, Access.ofPatient("portal", "ann"), INFUSION).page(query))
                .isNotNull();
    }

    /** Whatever a forged token says, the wall stands. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "_page=7.0.6",
                "_page=999999999999999999.0.6",
                "_page=999999999999999999.0.2",
                "_sort=_lastUpdated&_page=0"
            })
    void aForgedTokenShowsNothingMore(String query) {
        assertThat(walk(Access.ofPatient("portal", "bea"), ALL, query))
                .isSubsetOf("Practitioner/d/1", "Procedure/i/2", "Patient/bea/1")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_page=",
                "_page=6",
                "_page=a.b.c",
                "_page=7.0.6.1",
                "_page=-7.0.6",
                "_page=1.2.1234567890123456789",
                "_page=7.0.7",
                "_sort=_lastUpdated&_page=7",
                "_sort=_lastUpdated&_page=7.0.6",
                "_sort=_lastUpdated&_page=x",
                "_page=6.0.6&_page=6.0.6"
            })
    void refusesABrokenTokenAndOneOfTheFuture(String query) {
        assertThat(refusal(TestStore.CLINIC, ALL, query).status()).isEqualTo(400);
    }

    /** A walk from the newest to the oldest shows what there was when it began. */
    @Test
    void showsNothingThatCameAfterTheWalkBegan() {
        for (String query : List.of("_count=2", "_count=2&_at=2999", "_count=2&_since=2000-01-01T00:00:00Z")) {
            HistoryWalk reader = new HistoryWalk(store, TestStore.CLINIC, ALL);
            List<String> expected = walk(TestStore.CLINIC, ALL, query);
            HistoryPage first = reader.page(query);
            patient("bea");
            patient("cid");
            List<HistoryEntry> rest = reader.all(first.next().orElseThrow());

            assertThat(names(first.entries())).isEqualTo(expected.subList(0, 2));
            assertThat(names(rest)).isEqualTo(expected.subList(2, expected.size()));
        }
    }

    /** The link of a feed is always there, and shows later what came since. */
    @Test
    void goesOnWhereAFeedWasLeft() {
        HistoryWalk reader = new HistoryWalk(store, TestStore.CLINIC, PATIENTS);
        HistoryPage all = reader.page("_sort=_lastUpdated");
        HistoryPage none = reader.page(all.next().orElseThrow());
        infusion("ann");
        HistoryPage stillNone = reader.page(none.next().orElseThrow());
        patient("ann");
        patient("bea");

        assertThat(names(all.entries())).containsExactly("Patient/ann/1", "Patient/bea/1", "Patient/ann/2");
        assertThat(none.entries()).isEmpty();
        assertThat(none.next()).isEqualTo(all.next());
        assertThat(stillNone.entries()).isEmpty();
        for (HistoryPage stored : List.of(all, none, stillNone)) {
            assertThat(names(reader.page(stored.next().orElseThrow()).entries()))
                    .containsExactly("Patient/ann/3", "Patient/bea/2");
        }
    }

    @Test
    void tellsTheTotalOnlyWhenThePageShowsAll() {
        HistoryWalk reader = new HistoryWalk(store, TestStore.CLINIC, ALL);
        assertThat(reader.page("_count=6").total()).hasValue(6);
        assertThat(reader.page("_count=6").next()).isEmpty();
        assertThat(reader.page("_count=5").total()).isEmpty();
        assertThat(reader.page(reader.page("_count=5").next().orElseThrow()).total())
                .isEmpty();
        assertThat(reader.page("_sort=_lastUpdated").total()).isEmpty();
    }

    /** R4 lets a server return fewer than asked for, and never more. */
    @Test
    void takesACountOf1000AndCutsOneMore() {
        for (int i = 0; i < 1000; i++) {
            patient("many");
        }
        HistoryWalk reader = new HistoryWalk(store, TestStore.CLINIC, new HistoryTarget.OfResource("Patient", "many"));
        assertThat(reader.page("_count=1000").entries()).hasSize(1000);
        assertThat(reader.page("_count=1000").next()).isEmpty();
        patient("many");
        assertThat(reader.page("_count=1001").entries()).hasSize(1000);
        assertThat(reader.page("_count=1001").applied()).isEqualTo("_count=1000");
        assertThat(reader.page("_count=1001").next()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_count=0",
                "_count=-1",
                "_count=",
                "_count=1e3",
                "_count=2&_count=2",
                "_since=2026",
                "_since=2026-11-01",
                "_since=2026-11-01T10:00:00",
                "_since=2026-11-01T10:00Z",
                "_since=2026-11-31T10:00:00Z",
                "_since=ge2026-11-01T10:00:00Z",
                "_since=%2B12026-11-01T10:00:00Z",
                "_at=",
                "_at=yesterday",
                "_at=ge2026",
                "_at=2026-13",
                "_sort=date",
                "_sort=_lastUpdated,-_lastUpdated",
                "_sort="
            })
    void refusesWhatItDoesNotUnderstand(String query) {
        assertThat(refusal(TestStore.CLINIC, ALL, query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "_since=2026-11-01T10:00:00Z",
                "_since=2026-11-01T10:00:00.123456789-05:00",
                "_since=2026-11-01T10:00:00 01:00",
                "_at=2026",
                "_at=2026-11",
                "_at=2026-11-01",
                "_at=2026-11-01T10:00",
                "_at=2026-11-01T10:00:00 01:00",
                "_sort=-_lastUpdated",
                "_since=0001-01-01T00:00:00Z",
                "_at=9999-12-31T23:59:59Z"
            })
    void understandsTheNearest(String query) {
        assertThat(new HistoryWalk(store, TestStore.CLINIC, ALL).page(query)).isNotNull();
    }

    /** The link repeats what was applied, with its plus signs escaped. */
    @Test
    void repeatsWhatWasAppliedInItsLinks() {
        HistoryPage page = new HistoryWalk(store, TestStore.CLINIC, ALL)
                .page("_count=1&_sort=-_lastUpdated&_since=2000-01-01T00:00:00%2B01:00&_at=2999");
        assertThat(page.applied())
                .isEqualTo("_since=2000-01-01T00:00:00%2B01:00&_at=2999&_sort=-_lastUpdated&_count=1");
        assertThat(page.next()).contains(page.applied() + "&_page=6.0.6");
    }

    private List<String> walk(Access access, HistoryTarget target, String query) {
        return names(new HistoryWalk(store, access, target).all(query));
    }

    private Refusal refusal(Access access, HistoryTarget target, String query) {
        return catchThrowableOfType(Refusal.class, () -> new HistoryWalk(store, access, target).page(query));
    }

    private static List<String> names(List<HistoryEntry> entries) {
        return entries.stream()
                .map(HistoryEntry::version)
                .map(version -> version.type() + "/" + version.id() + "/" + version.version())
                .toList();
    }
}
