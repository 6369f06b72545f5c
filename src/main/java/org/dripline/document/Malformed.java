package org.dripline.document;

import org.dripline.outcome.Issue;
import org.dripline.outcome.Issue.Place;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/** Makes the 400 that says what is wrong with a body and where. Its texts name elements, never values. */
final class Malformed {
    private Malformed() {}

    static Refusal structure(String rule, String text, Place place) {
        return Refusal.of(
                400, Issue.error("structure", rule, text + where(place)).at(place));
    }

    static Refusal structure(String rule, String text, Place place, @Nullable String fhirPath) {
        return Refusal.of(
                400,
                Issue.error("structure", rule, text + where(place)).at(place).at(fhirPath));
    }

    static Refusal value(String rule, String text, Place place, @Nullable String fhirPath) {
        return Refusal.of(
                400, Issue.error("value", rule, text + where(place)).at(place).at(fhirPath));
    }

    /** The name in quotes, or just its kind: what does not look like an element's name may hold patient data. */
    static String named(String kind, String name) {
        boolean plain = name.length() <= 64 && name.chars().allMatch(Malformed::isNamePart);
        return plain && !name.isEmpty() ? kind + " \"" + name + "\"" : kind;
    }

    private static boolean isNamePart(int character) {
        return character < 0x80 && (Character.isLetterOrDigit(character) || character == '_');
    }

    private static String where(Place place) {
        return " (line " + place.line() + ", column " + place.column() + ")";
    }
}
