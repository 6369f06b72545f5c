package org.dripline.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dripline.document.ElementType.Child;
import org.dripline.document.ElementType.Form;

/**
 * What a summary holds of one member, at every depth: what R4 marks as summary, what is mandatory, what may change the
 * meaning of the rest, and the ids and extensions of all that. R4 marks every modifier but the modifier extensions of
 * a resource itself; to lose these would be to say something else than the author.
 */
final class Summaries {
    private Summaries() {}

    /** Empty when nothing of it is left. */
    static Optional<Json> of(Child child, Json value) {
        Marks marks = child.marks();
        if (!marks.summary() && !marks.mandatory() && !marks.modifier()) {
            return Optional.empty();
        }
        return inside(child, value);
    }

    private static Optional<Json> inside(Child child, Json value) {
        if (child.type().form() != Form.COMPLEX || child.type().name().equals("Extension")) {
            return Optional.of(value);
        }
        return switch (value) {
            case JsonObject object -> part(child, object).map(Json.class::cast);
            case Json.Array array -> {
                List<Json> items = array.items().stream()
                        .flatMap(item -> inside(child, item).stream())
                        .toList();
                yield items.isEmpty() ? Optional.empty() : Optional.of(new Json.Array(items));
            }
            case Json.Text text -> Optional.of(text);
            case Json.Numeral number -> Optional.of(number);
            case Json.Bool bool -> Optional.of(bool);
            case Json.Null none -> Optional.of(none);
        };
    }

    /** An element of which nothing but its id would be left is left out, or is kept whole when it is mandatory. */
    private static Optional<JsonObject> part(Child child, JsonObject object) {
        Map<String, Json> part = new LinkedHashMap<>();
        object.members().forEach((name, value) -> {
            Child inner = child.type().childOfMember(name);
            Optional<Json> rest = inner == null || isOwn(inner) ? Optional.of(value) : of(inner, value);
            rest.ifPresent(left -> part.put(name, left));
        });
        boolean bare = Set.of("id").containsAll(part.keySet());
        if (bare && part.size() < object.members().size()) {
            return child.marks().mandatory() ? Optional.of(object) : Optional.empty();
        }
        return Optional.of(new JsonObject(part));
    }

    private static boolean isOwn(Child child) {
        return child.element().equals("id") || child.element().equals("extension");
    }
}
