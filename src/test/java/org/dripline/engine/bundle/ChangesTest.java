package org.dripline.engine.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.OptionalLong;
import org.dripline.access.Access;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.engine.TestStore;
import org.dripline.engine.bundle.Change.Named;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.store.Written;
import org.dripline.engine.store.Written.Effect;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the stories cannot show: deletions of several, and callers who see one patient only. */
class ChangesTest {
    private final TestStore test = TestStore.enforcing();

    @AfterEach
    void close() {
        test.close();
    }

    private static JsonObject patient(String id) {
        return TestStore.read("""
                {"resourceType":"Patient","id":"%s","identifier":[{"value":"same"}]}""".formatted(id));
    }

    private static JsonObject observation(String id, String subject) {
        return TestStore.read("""
                {"resourceType":"Observation","id":"%s","status":"final","subject":{"reference":"%s"}}""".formatted(id, subject));
    }

    private List<Written> run(boolean deletesMany, Access access, Change change) {
        Changes changes = new Changes(test.store, test.search, test.catalog, deletesMany, Shipped.NONE);
        return changes.run(
                        new Changes.Task(access, entries -> (reference, resource) -> List.of(), null), List.of(change))
                .getFirst();
    }

    private Change deleteSame(OptionalLong ifMatch) {
        Changes changes = new Changes(test.store, test.search, test.catalog, true, Shipped.NONE);
        return Change.delete(
                Named.by(changes.criteria("Patient", List.of(new Parameter("identifier", "same")))), ifMatch);
    }

    private Change put(JsonObject document) {
        Named named = Named.of(document.resourceType(), document.text("id").orElseThrow());
        return Change.update(named, document, OptionalLong.empty());
    }

    private Refusal refused(Access access, Change change) {
        return catchThrowableOfType(Refusal.class, () -> run(true, access, change));
    }

    /** R4, http.html#delete: "A server may choose to delete all the matching resources". */
    @Test
    void deletesAllThatTheCriteriaNameWhereThatIsAllowed() {
        for (String id : List.of("a", "b", "c")) {
            test.put(patient(id));
        }

        Refusal single = catchThrowableOfType(
                Refusal.class, () -> run(false, TestStore.CLINIC, deleteSame(OptionalLong.empty())));
        List<Written> deleted = run(true, TestStore.CLINIC, deleteSame(OptionalLong.empty()));
        List<Written> again = run(true, TestStore.CLINIC, deleteSame(OptionalLong.empty()));

        assertThat(single.status()).isEqualTo(412);
        assertThat(deleted).hasSize(3).extracting(Written::effect).containsOnly(Effect.DELETED);
        assertThat(again).isEmpty();
    }

    /** All or none: one that is referred to keeps the others. */
    @Test
    void deletesNoneWhenOneMustStay() {
        test.put(patient("a"));
        test.put(patient("b"));
        test.put(observation("o", "Patient/b"));

        assertThat(refused(TestStore.CLINIC, deleteSame(OptionalLong.empty())).status())
                .isEqualTo(409);
        assertThat(refused(TestStore.CLINIC, deleteSame(OptionalLong.of(2))).status())
                .isEqualTo(412);

        assertThat(test.store
                        .read(TestStore.CLINIC, "Patient", "a")
                        .orElseThrow()
                        .deleted())
                .isFalse();
    }

    /** Hidden and absent are told alike, so that nobody can find out who is treated here. */
    @Test
    void tellsTheHiddenLikeTheAbsent() {
        test.put(patient("mine"));
        test.put(patient("theirs"));
        test.put(observation("hers", "Patient/theirs"));
        Access mine = Access.ofPatient("me", "mine");
        JsonObject member = observation("o", "Patient/mine");

        Refusal hidden = refused(mine, put(with(member, "Observation/hers")));
        Refusal absent = refused(mine, put(with(member, "Observation/none")));

        assertThat(hidden.status()).isEqualTo(422);
        assertThat(hidden.issues()).isEqualTo(absent.issues());
        assertThat(refused(mine, put(observation("hers", "Patient/mine"))).status())
                .isEqualTo(404);
        assertThat(run(true, mine, put(member)).getFirst().effect()).isEqualTo(Effect.CREATED);
    }

    private static JsonObject with(JsonObject observation, String member) {
        JsonObject reference = JsonObject.EMPTY.with("reference", Json.of(member));
        return observation.with("hasMember", new Json.Array(List.of(reference)));
    }

    /** Only the caller's own referrers are named. */
    @Test
    void namesNoReferrerThatIsHidden() {
        test.put(patient("mine"));
        test.put(TestStore.read("{\"resourceType\":\"Organization\",\"id\":\"shared\"}"));
        test.put(TestStore.read("""
                {"resourceType":"Patient","id":"theirs","managingOrganization":{"reference":"Organization/shared"}}"""));

        assertThat(test.store.read(Access.ofPatient("me", "mine"), "Patient", "theirs"))
                .isEmpty();

        Refusal refused = refused(
                Access.ofPatient("me", "mine"),
                Change.delete(Named.of("Organization", "shared"), OptionalLong.empty()));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.issues().getFirst().text()).doesNotContain("theirs").contains("Other resources");
    }
}
