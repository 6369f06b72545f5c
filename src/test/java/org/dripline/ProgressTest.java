package org.dripline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    @Test
    void rewritesItsLineOnATerminal() {
        assertThat(twoSteps(true)).isEqualTo("\rBaking: 1 of 2 loaves\rBaking: 2 of 2 loaves\n");
    }

    @Test
    void writesPlainLinesElsewhere() {
        assertThat(twoSteps(false).lines()).containsExactly("Baking: 1 of 2 loaves", "Baking: 2 of 2 loaves");
    }

    private static String twoSteps(boolean terminal) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Progress progress = new Progress(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, "Baking:");
        progress.step(1, 2, "loaves");
        progress.step(2, 2, "loaves");
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
