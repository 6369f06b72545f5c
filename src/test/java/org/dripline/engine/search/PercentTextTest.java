package org.dripline.engine.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTextTest {
    @ParameterizedTest
    @CsvSource({"abc,abc", "a%20b,a b", "a+b,a b", "%C3%A9,é", "%F0%9F%98%80,😀", "100%25,100%", "a|b,a|b"})
    void decodesQueries(String raw, String decoded) {
        assertThat(PercentText.query(raw)).isEqualTo(decoded);
    }

    @Test
    void keepsPlusInPaths() {
        assertThat(PercentText.path("a+b%2Bc")).isEqualTo("a+b+c");
    }

    @Test
    void readsUnescapedUtf8BytesAsTomcatHandsThemOn() {
        assertThat(PercentText.query("\u00C3\u00A9")).isEqualTo("é");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "%", "a%2", "%-1", "%C3", "%ED%A0%80", "%C0%AF", "%00", "\u00E9", "\u4E00"})
    void refusesWhatCannotBeRight(String raw) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PercentText.query(raw))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
    }
}
