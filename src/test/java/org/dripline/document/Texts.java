package org.dripline.document;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Generated strings and numbers that FHIR allows and that writers get wrong. */
final class Texts {
    private Texts() {}

    static Arbitrary<String> any() {
        Arbitrary<String> drawn = Arbitraries.strings()
                .withChars("aZ09 \t\n\r\"'\\/<>&;]éß€\u0085\u2028\uFFFD")
                .withCharRange(' ', '~')
                .ofMaxLength(12);
        return Arbitraries.oneOf(
                drawn, Arbitraries.of("", "😀", "a\uD83D\uDE00b", "]]>", "&amp;", "<!--", "\r\n", " x "));
    }

    static Arbitrary<String> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.of("0.50", "1.0e3", "12345678901234567890", "0.12345678901234567890", "-0", "1E-7", "1e+5"),
                Arbitraries.bigDecimals()
                        .between(BigDecimal.valueOf(-1e15), BigDecimal.valueOf(1e15))
                        .ofScale(6)
                        .map(BigDecimal::toString));
    }
}
