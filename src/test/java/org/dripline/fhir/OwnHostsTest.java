package org.dripline.fhir;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;

class OwnHostsTest {
    private final OwnHosts hosts = OwnHosts.of("https://Clinic.example/fhir");

    @Test
    void knowsTheLoopbackAndTheNameItIsGiven() {
        assertThatNoException().isThrownBy(() -> {
            hosts.check("localhost");
            hosts.check("127.0.0.1");
            hosts.check("clinic.EXAMPLE");
        });
    }

    @Test
    void refusesEveryOtherName() {
        assertThatThrownBy(() -> hosts.check("evil.example")).isInstanceOf(Refusal.class);
    }
}
