package org.dripline.web.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MissingTest {
    @Test
    void saysOnceWhatManyInfusionsMiss() {
        assertThat(Missing.together(List.of(
                        "no consent on file",
                        "no reading before infusion 2",
                        "no reading of the heart rate in infusion 2",
                        "no reading before infusion 3",
                        "no reading before infusion 4",
                        "no reading before infusion 7")))
                .containsExactly(
                        "no consent on file",
                        "no reading before infusions 2–4, 7",
                        "no reading of the heart rate in infusion 2");
    }

    @Test
    void leavesAsItIsWhatEndsOtherwise() {
        List<String> said = List.of("infusion 3 has no dose", "no reading in an infusion without a number");

        assertThat(Missing.together(said)).isEqualTo(said);
    }
}
