package org.dripline.engine.mapping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;
import org.jspecify.annotations.Nullable;

/** Reads primitives out of JSON for columns, and notes what does not fit one. */
final class Values {
    /** A longer text has no column: an index could not hold it. */
    static final int MAX_TEXT = 512;

    /** More digits than this on either side of the point have no column. */
    private static final int MAX_DIGITS = 500;

    private final ElementPath path;
    private final Projection into;

    Values(ElementPath path, Projection into) {
        this.path = path;
        this.into = into;
    }

    /** The first value that is there: a primitive that has only extensions is padded with null. */
    static @Nullable Json first(List<Json> values) {
        return values.stream()
                .filter(value -> !(value instanceof Json.Null))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String text(@Nullable Json value) {
        return switch (value) {
            case Json.Text(String text) -> fitted(text);
            case Json.Bool(boolean flag) -> Boolean.toString(flag);
            case Json.Numeral(String text) -> fitted(text);
            case null, default -> null;
        };
    }

    @Nullable
    String fitted(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        unfit("longer than " + MAX_TEXT + " characters");
        return null;
    }

    /** As string searches compare it; null when that is too long. */
    @Nullable
    String folded(String text) {
        return fitted(FoldedText.of(text));
    }

    @Nullable
    BigDecimal number(@Nullable Json value) {
        if (!(value instanceof Json.Numeral numeral)) {
            return null;
        }
        BigDecimal number = numeral.value();
        if (Math.abs((long) number.scale()) > MAX_DIGITS || number.precision() > MAX_DIGITS) {
            unfit("of more than " + MAX_DIGITS + " digits");
            return null;
        }
        return number;
    }

    void unfit(String what) {
        into.note(Issue.information(
                        "incomplete",
                        "not-searchable",
                        "A value " + what + " is kept in the document, but has no column and cannot be searched.")
                .at(path.text()));
    }

    /** The codings of a CodeableConcept, or the Coding itself. */
    static Stream<JsonObject> codings(@Nullable Json value) {
        if (!(value instanceof JsonObject object)) {
            return Stream.empty();
        }
        return object.get("coding") == null ? Stream.of(object).filter(Values::isCoding) : objects(object, "coding");
    }

    private static boolean isCoding(JsonObject object) {
        return object.get("code") != null || object.get("system") != null || object.get("display") != null;
    }

    static Stream<JsonObject> objects(JsonObject parent, String name) {
        return parent.items(name).stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    /** The member of a choice such as {@code value[x]}: its name and value. */
    static Map.@Nullable Entry<String, Json> choice(JsonObject parent, String stem) {
        return parent.members().entrySet().stream()
                .filter(member -> member.getKey().startsWith(stem)
                        && member.getKey().length() > stem.length()
                        && Character.isUpperCase(member.getKey().charAt(stem.length())))
                .findFirst()
                .orElse(null);
    }
}
