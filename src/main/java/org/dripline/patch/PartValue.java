package org.dripline.patch;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dripline.document.Definitions;
import org.dripline.document.ElementType;
import org.dripline.document.ElementType.Child;
import org.dripline.document.ElementType.Form;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A value as a Parameters resource gives it: of a datatype in {@code value[x]}, a resource, or parts that are named
 * like the elements of a type without a name (R4, fhirpatch.html#anonymous).
 *
 * @param part the parameter that holds it
 * @param type of {@code value[x]}; absent for a resource or for parts
 */
record PartValue(JsonObject part, @Nullable Child type, String where) {
    private static final ElementType PARAMETER = parameter();
    private static final Set<String> OTHER = Set.of("id", "extension", "name", "part", "resource");

    /**
     * What a type may be written as: R4 derives the second from the first, or every text of the one is one of the
     * other.
     */
    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("string", "code", "id", "markdown", "xhtml"),
            Set.of("uri", "url", "canonical", "oid", "uuid"),
            Set.of("integer", "positiveInt", "unsignedInt"),
            Set.of("date", "dateTime"),
            Set.of("Quantity", "SimpleQuantity", "Age", "Count", "Distance", "Duration"));

    /** Refuses with 400 a parameter that holds no value, or more than one. */
    static PartValue of(JsonObject part, String where) {
        Set<String> values = new HashSet<>();
        Child type = null;
        for (String member : part.members().keySet()) {
            Child child = PARAMETER.childOfMember(member);
            if (child != null && child.element().equals("value")) {
                type = child;
                values.add(child.name());
            } else if (!OTHER.contains(member)) {
                throw malformed(where
                        + " has a value that is no value[x] of R4, such as valueString, no part and no resource.");
            }
        }
        List<Json> parts = part.items("part");
        if (values.size() + (parts.isEmpty() ? 0 : 1) + (part.get("resource") == null ? 0 : 1) != 1) {
            throw malformed(where + " needs one value[x], one resource or parts for a value, and not two of them.");
        }
        for (Json nested : parts) {
            if (!(nested instanceof JsonObject object) || object.text("name").isEmpty()) {
                throw malformed(where + " has a part without a name within its value.");
            }
            of(object, where);
        }
        return new PartValue(part, type, where);
    }

    /** Whether the value is made of parts, so that only its place tells the type. */
    boolean isAnonymous() {
        return type == null;
    }

    /**
     * The element that a type has under that name, or under the name of a choice and the type of this value.
     *
     * @param place what is of that type, as a path
     * @param name such as {@code birthDate}, {@code value}, {@code value[x]} or {@code valueQuantity}
     */
    Child childOf(ElementType owner, String place, String name) {
        String stem = name.endsWith("[x]") ? name.substring(0, name.length() - 3) : name;
        Child direct = owner.child(stem);
        if (direct != null) {
            return direct;
        }
        if (owner.elements().stream().noneMatch(each -> each.element().equals(stem))) {
            throw UnknownElement.refusal(owner, place, stem, where);
        }
        Child chosen = type == null ? null : owner.child(stem + type.name().substring("value".length()));
        if (chosen == null) {
            throw wrongType(place + "." + stem, "one of R4's types for it; made of parts, it is named with its type");
        }
        return chosen;
    }

    /** This value as an occurrence of an element; refused with 422 when it is of another type. */
    ElementSlot slot(Child child) {
        ElementType expected = child.type();
        if (type != null) {
            requireType(type.type().name(), child);
            return new ElementSlot(part.get(type.name()), part.get("_" + type.name()));
        }
        Json resource = part.get("resource");
        if (resource != null ? expected.form() != Form.RESOURCE : expected.form() != Form.COMPLEX) {
            throw wrongType(child.element(), kind(expected));
        }
        return ElementSlot.of(resource != null ? resource : object(child));
    }

    private JsonObject object(Child of) {
        JsonObject object = JsonObject.EMPTY;
        for (Json item : part.items("part")) {
            PartValue nested = of((JsonObject) item, where);
            Child child = nested.childOf(
                    of.type(), of.element(), nested.part().text("name").orElse(""));
            ElementSlots slots = ElementSlots.of(object, child);
            if (slots.size() > 0 && !child.many()) {
                throw wrongType(of.element() + "." + child.element(), "one value, since it does not repeat");
            }
            object = slots.inserted(slots.size(), nested.slot(child)).in(object);
        }
        return object;
    }

    private void requireType(String given, Child child) {
        String expected = child.type().name();
        boolean related = FAMILIES.stream().anyMatch(family -> family.contains(given) && family.contains(expected));
        if (!given.equals(expected) && !related) {
            throw wrongType(child.element(), kind(child.type()) + ", not " + given);
        }
    }

    private static String kind(ElementType type) {
        return switch (type.form()) {
            case RESOURCE -> "a resource";
            case COMPLEX ->
                isDatatype(type) ? type.name() + " or parts named like its elements" : "parts named like its elements";
            case TEXT, NUMBER, BOOLEAN, XHTML -> type.name();
        };
    }

    private static boolean isDatatype(ElementType type) {
        return PARAMETER.child("value" + type.name()) != null;
    }

    private Refusal wrongType(String element, String expected) {
        return Refusal.of(
                422,
                Issue.error("value", "patch-type", where + ": " + element + " takes " + expected + ".")
                        .at(element));
    }

    private static Refusal malformed(String text) {
        return Refusal.malformed("fhirpath-patch", text);
    }

    private static ElementType parameter() {
        Child child = Definitions.resource("Parameters").orElseThrow().child("parameter");
        if (child == null) {
            throw new IllegalStateException("Parameters has no parameter");
        }
        return child.type();
    }
}
