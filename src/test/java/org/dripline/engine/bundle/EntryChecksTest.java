package org.dripline.engine.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.dripline.document.JsonObject;
import org.dripline.engine.bundle.Change.Named;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;

class EntryChecksTest {
    @Test
    void saysWhenToComeBackThoughAnotherEntryIsWrong() {
        Refusal busy =
                Refusal.of(503, Issue.error("transient", "busy", "Try again.")).with("Retry-After", "2");
        Refusal wrong = Refusal.malformed("wrong", "This is no resource.");

        Refusal told = refusal(List.of(wrong, busy));

        assertThat(told.status()).isEqualTo(503);
        assertThat(told.headers()).containsEntry("Retry-After", "2");
    }

    @Test
    void tellsTheFaultsOfAllEntries() {
        Refusal told = refusal(List.of(
                Refusal.of(422, Issue.error("invariant", "profile", "It does not fit.")),
                Refusal.malformed("wrong", "This is no resource.")));

        assertThat(told.status()).isEqualTo(400);
        assertThat(told.issues())
                .extracting(Issue::expression)
                .containsExactly("Bundle.entry[0].resource", "Bundle.entry[1].resource");
    }

    @Test
    void keepsTheTimeToComeBackWhenItNamesThePlace() {
        Refusal busy =
                Refusal.of(503, Issue.error("transient", "busy", "Try again.")).with("Retry-After", "2");

        assertThat(Place.entry(1).at("request.url", busy).headers()).containsEntry("Retry-After", "2");
        assertThat(Place.entry(1).ofResource(busy).headers()).containsEntry("Retry-After", "2");
    }

    /** Of a transaction whose entries are refused so, one by one. */
    private static Refusal refusal(List<Refusal> refusals) {
        List<Resolved> changes = refusals.stream()
                .map(refusals::indexOf)
                .map(index -> new Resolved(
                        Change.create(Place.entry(index), Named.of("Patient", "p" + index), JsonObject.EMPTY),
                        List.of("p" + index),
                        List.of(),
                        null,
                        JsonObject.EMPTY))
                .toList();
        EntryCheck check = (reference, resource) -> {
            throw refusals.get(Integer.parseInt(reference.replaceAll("\\D", "")));
        };
        return catchThrowableOfType(Refusal.class, () -> EntryChecks.check(changes, documents -> check));
    }
}
