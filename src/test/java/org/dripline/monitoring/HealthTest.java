package org.dripline.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.dripline.monitoring.Health.State;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;

class HealthTest {
    private static final long SECOND = 1_000_000_000;

    private final ApplicationAvailabilityBean availability = new ApplicationAvailabilityBean();
    private boolean databaseAnswers = true;
    private int asked;
    private long now = 5 * SECOND;
    private final Health health = new Health(
            availability,
            () -> {
                asked++;
                return databaseAnswers;
            },
            () -> now);

    private void say(LivenessState state) {
        availability.onApplicationEvent(new AvailabilityChangeEvent<>(this, state));
    }

    private void say(ReadinessState state) {
        availability.onApplicationEvent(new AvailabilityChangeEvent<>(this, state));
    }

    @Test
    void isAliveButNotReadyWhileItStarts() {
        say(LivenessState.CORRECT);
        assertThat(health.liveness()).isEqualTo(State.UP);
        assertThat(health.readiness()).isEqualTo(State.OUT_OF_SERVICE);
        assertThat(health.whole()).isEqualTo(State.OUT_OF_SERVICE);
        assertThat(asked).isZero();
    }

    @Test
    void isReadyUntilItStops() {
        say(LivenessState.CORRECT);
        say(ReadinessState.ACCEPTING_TRAFFIC);
        assertThat(health.whole()).isEqualTo(State.UP);
        say(ReadinessState.REFUSING_TRAFFIC);
        assertThat(health.readiness()).isEqualTo(State.OUT_OF_SERVICE);
    }

    @Test
    void isNotReadyWithoutItsDatabaseThoughAlive() {
        say(LivenessState.CORRECT);
        say(ReadinessState.ACCEPTING_TRAFFIC);
        databaseAnswers = false;
        assertThat(health.readiness()).isEqualTo(State.DOWN);
        assertThat(health.whole()).isEqualTo(State.DOWN);
        assertThat(health.liveness()).isEqualTo(State.UP);
    }

    @Test
    void asksTheDatabaseOnceASecondAtMost() {
        say(ReadinessState.ACCEPTING_TRAFFIC);
        assertThat(health.readiness()).isEqualTo(State.UP);
        databaseAnswers = false;
        now += SECOND - 1;
        assertThat(health.readiness()).isEqualTo(State.UP);
        assertThat(asked).isEqualTo(1);
        now += 1;
        assertThat(health.readiness()).isEqualTo(State.DOWN);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void isDownWhenItIsBroken() {
        say(LivenessState.BROKEN);
        say(ReadinessState.ACCEPTING_TRAFFIC);
        assertThat(health.liveness()).isEqualTo(State.DOWN);
        assertThat(health.whole()).isEqualTo(State.DOWN);
    }
}
