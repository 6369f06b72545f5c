package org.dripline.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.dripline.document.ElementType.Child;
import org.dripline.document.ElementType.Form;

/**
 * Makes documents of any R4 type by chance: structure by the definitions, values without medical sense, and often what
 * converters lose: ids and extensions on everything, holes in arrays, odd numbers and characters.
 */
final class DocumentGenerator {
    private static final List<String> TEXTS = List.of(
            "a",
            " b ",
            "é€😀",
            "line\nline\r\n\tend",
            "\"<&>'",
            "]]>",
            "urn:uuid:0",
            "Patient/1/_history/2",
            "#p",
            "\u0085\u2028");
    private static final List<String> NUMBERS =
            List.of("0", "-1", "0.50", "1.0e3", "12345678901234567890", "0.10000000000000000001", "1E-7", "-0.00");
    private static final List<String> DIVS = List.of(
            "<div xmlns=\"http://www.w3.org/1999/xhtml\"/>",
            "<div xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"en\">a<br/>b\n  <p class=\"x y\">1 &lt; 2 &amp; é😀</p> </div>",
            "<div xmlns=\"http://www.w3.org/1999/xhtml\"><a href=\"urn:uuid:0\">x</a><img src=\"#i\" alt=\"&quot;\"/></div>");
    private static final List<String> NESTED = List.of("Patient", "Observation", "Binary", "Parameters");

    private final Random random;

    DocumentGenerator(long seed) {
        this.random = new Random(seed);
    }

    JsonObject document(String resourceType) {
        return resource(resourceType, 4);
    }

    private JsonObject resource(String name, int levels) {
        Map<String, Json> members = new LinkedHashMap<>();
        members.put("resourceType", Json.of(name));
        fill(members, Definitions.resource(name).orElseThrow(), levels);
        return new JsonObject(members);
    }

    private void fill(Map<String, Json> members, ElementType type, int levels) {
        List<Child> children = new ArrayList<>(type.elements());
        children.sort((a, b) -> a.name().compareTo(b.name()));
        int wanted = 1 + random.nextInt(5);
        Set<String> elements = new HashSet<>();
        for (int i = 0; i < wanted; i++) {
            Child child = children.get(random.nextInt(children.size()));
            boolean deep = !child.type().isPrimitive() && child.type().form() != Form.XHTML;
            if ((levels > 0 || !deep) && elements.add(child.element())) {
                put(members, child, levels - 1);
            }
        }
    }

    private void put(Map<String, Json> members, Child child, int levels) {
        int count = child.many() ? 1 + random.nextInt(3) : 1;
        List<Json> plains = new ArrayList<>();
        List<Json> shadows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean shadowed = child.type().isPrimitive() && !child.attribute() && random.nextInt(3) == 0;
            boolean valued = !shadowed || random.nextBoolean();
            plains.add(valued ? value(child.type(), levels) : new Json.Null());
            shadows.add(shadowed ? object(child.type(), levels) : new Json.Null());
        }
        put(members, child.name(), child.many(), plains);
        put(members, "_" + child.name(), child.many(), shadows);
    }

    private static void put(Map<String, Json> members, String name, boolean many, List<Json> items) {
        if (!items.stream().allMatch(Json.Null.class::isInstance)) {
            members.put(name, many ? new Json.Array(items) : items.getFirst());
        }
    }

    private Json value(ElementType type, int levels) {
        return switch (type.form()) {
            case TEXT -> Json.of(one(TEXTS));
            case NUMBER -> new Json.Numeral(one(NUMBERS));
            case BOOLEAN -> new Json.Bool(random.nextBoolean());
            case XHTML -> Json.of(one(DIVS));
            case COMPLEX -> object(type, levels);
            case RESOURCE -> resource(one(NESTED), levels);
        };
    }

    private JsonObject object(ElementType type, int levels) {
        Map<String, Json> members = new LinkedHashMap<>();
        fill(members, type, levels);
        if (members.isEmpty()) {
            members.put("id", Json.of(one(TEXTS)));
        }
        return new JsonObject(members);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
