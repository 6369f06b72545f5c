package org.dripline.laws;

import java.util.List;
import java.util.Locale;
import org.dripline.document.Json;

/** Values of R4's primitive types: few enough to meet again in searches, and among them those that converters spoil. */
final class GeneratedPrimitives {
    static final List<String> CODES = List.of("a", "A", "b-1", "two words", "c,d", "x|y", "e\\f", "g$h", "ü");
    static final List<String> IDS =
            List.of("1", "a", "A", "b-2.c", "0123456789-0123456789-0123456789-0123456789-0123456789-01234567");

    private static final List<String> TEXTS = List.of(
            "a",
            "Ann",
            "Anna",
            "ANN-MARIE O'Neill, Jr.",
            "Müller-Groß",
            "MULLER",
            "José  Núñez",
            "Łódź \u039F\u0394\u039F\u03A3",
            "50% of_all \\_ 'x'",
            "e\u0301 is two characters, \u00e9 is one",
            "\uD83D\uDC89 infusion \uD83E\uDDD1\u200D\u2695\uFE0F",
            "\u05D0\u05D1\u05D2 \u0645\u0631\u062D\u0628\u0627",
            "line\nline\r\n\tindented",
            "\"<&>' ]]> \\ / {}[] %zz ?&=+",
            "a,b|c$d\\e",
            "12345678901234567890",
            "\u2028\u0085\uFFFD");
    private static final List<String> DECIMALS = List.of(
            "0.50", "1.0e3", "-0.00", "12345678901234567890", "0.12345678901234567890", "1E-7", "2.5e+2", "0", "37.20");
    private static final List<String> URIS = List.of(
            "https://codes.example/a",
            "https://codes.example/a/",
            "urn:oid:2.16.840.1.113883.4.999",
            "urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee120877b7",
            "https://forms.example/Questionnaire/mood?x=1,2&y=%20#part");
    private static final List<String> ZONES = List.of("Z", "Z", "+01:00", "-05:00", "+14:00", "-12:00", "+05:45");
    private static final List<String> FRACTIONS = List.of("", "", ".5", ".120", ".123456", ".123456789");
    private static final int LONG_TEXT = 600;

    private final Chance chance;

    GeneratedPrimitives(Chance chance) {
        this.chance = chance;
    }

    Json value(String type) {
        return switch (type) {
            case "boolean" -> new Json.Bool(chance.oneIn(2));
            case "decimal" -> new Json.Numeral(decimal());
            case "integer" -> new Json.Numeral(chance.one(List.of("0", "-1", "3", "2147483647", "-2147483648")));
            case "positiveInt" -> new Json.Numeral(chance.one(List.of("1", "7", "2147483647")));
            case "unsignedInt" -> new Json.Numeral(chance.one(List.of("0", "7", "2147483647")));
            default -> Json.of(text(type));
        };
    }

    private String text(String type) {
        return switch (type) {
            case "string" -> string();
            case "markdown" -> "# " + string() + "\n\n* *" + chance.one(CODES) + "*";
            case "code" -> chance.one(CODES);
            case "id" -> chance.one(IDS);
            case "uri" -> chance.one(URIS);
            case "url" -> chance.one(List.of("https://clinic.example/x", "mailto:a@clinic.example"));
            case "canonical" -> canonical();
            case "oid" -> "urn:oid:1.2.840." + (1 + chance.below(9));
            case "uuid" -> "urn:uuid:53fefa32-fcbb-4ff8-8a92-55ee1208770" + chance.below(10);
            case "date" -> date(chance.below(3));
            case "dateTime" -> chance.oneIn(2) ? instant() : date(chance.below(3));
            case "instant" -> instant();
            case "time" -> chance.one(List.of("00:00:00", "14:05:09", "23:59:59"));
            case "xhtml" -> "<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>";
            case "base64Binary" -> chance.one(List.of("AAAA", "8J+SiQ==", "/+8="));
            default -> throw new IllegalArgumentException("no values for the primitive type " + type);
        };
    }

    private String string() {
        if (chance.oneIn(150)) {
            return "long ".repeat(LONG_TEXT / 5) + "end";
        }
        return chance.one(TEXTS);
    }

    private String decimal() {
        return chance.oneIn(3) ? chance.below(400) + "." + chance.below(10) + "0" : chance.one(DECIMALS);
    }

    private String canonical() {
        String url = chance.one(List.of("https://forms.example/Questionnaire/mood", "https://forms.example/q,1"));
        return chance.one(List.of(url, url + "|1.0", url + "|2.0-beta"));
    }

    /** @param parts 0 for a year, 1 for a month, 2 for a day */
    private String date(int parts) {
        String year = chance.one(List.of("1904", "1971", "2024", "2025", "2026", "2026", "2026"));
        if (parts == 0) {
            return year;
        }
        String month = year + String.format(Locale.ROOT, "-%02d", 1 + chance.below(3));
        if (parts == 1) {
            return month;
        }
        return month.equals("2024-02")
                ? "2024-02-29"
                : month + String.format(Locale.ROOT, "-%02d", 1 + chance.below(28));
    }

    private String instant() {
        String time = chance.oneIn(8)
                ? chance.one(List.of("00:00:00", "23:59:59"))
                : String.format(Locale.ROOT, "%02d:%02d:00", chance.below(24), 15 * chance.below(4));
        return date(2) + "T" + time + chance.one(FRACTIONS) + chance.one(ZONES);
    }
}
