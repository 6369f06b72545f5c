package org.dripline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.dripline.access.Access;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;

class PageTokensTest {
    private static final Access CALLER = Access.ofPatient("portal", "a");
    private final PageTokens tokens = new PageTokens(new byte[32]);
    private final Walk walk = new Walk(Instant.ofEpochMilli(1_000), List.of("2026-01-05T14:00Z", ""), 42);

    @Test
    void readsBackWhatItWrote() {
        assertThat(tokens.read(CALLER, "Procedure?a=b", tokens.write(CALLER, "Procedure?a=b", walk)))
                .isEqualTo(walk);
    }

    @Test
    void refusesAnotherCallerSearchStoreOrForgery() {
        String token = tokens.write(CALLER, "Procedure?a=b", walk);
        assertThatThrownBy(() -> tokens.read(Access.ofPatient("portal", "b"), "Procedure?a=b", token))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tokens.read(CALLER, "Procedure?a=c", token)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new PageTokens(new byte[] {1}).read(CALLER, "Procedure?a=b", token))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tokens.read(CALLER, "Procedure?a=b", token.substring(0, 20)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tokens.read(CALLER, "Procedure?a=b", "not base64!"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> tokens.read(CALLER, "Procedure?a=b", "A" + token.substring(1)))
                .isInstanceOf(Refusal.class);
    }
}
