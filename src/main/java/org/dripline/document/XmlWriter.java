package org.dripline.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dripline.document.ElementType.Child;
import org.jspecify.annotations.Nullable;

/**
 * Writes a document as FHIR XML in UTF-8, its elements in the order of R4's definitions. The document is one the
 * validator accepted: what XML has no place for is a defect, an {@link IllegalStateException}.
 */
public final class XmlWriter {
    private final boolean pretty;
    private final StringBuilder text = new StringBuilder(4096);

    private XmlWriter(boolean pretty) {
        this.pretty = pretty;
    }

    /** Without any blank between elements. */
    public static byte[] bytes(JsonObject resource) {
        return write(resource, false);
    }

    /** One element a line, indented by two blanks; narratives stay on one line. */
    public static byte[] pretty(JsonObject resource) {
        return write(resource, true);
    }

    private static byte[] write(JsonObject resource, boolean pretty) {
        XmlWriter writer = new XmlWriter(pretty);
        writer.resource(resource, 0);
        return writer.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void resource(JsonObject resource, int indent) {
        String name = resource.resourceType();
        ElementType type = Definitions.resource(name).orElseThrow(() -> unwritable("a resource of unknown type"));
        element(name, type, null, resource.without("resourceType"), indent);
    }

    /** One element: the value of a primitive, and the members that are its attributes and elements. */
    private void element(String name, ElementType type, @Nullable String value, JsonObject members, int indent) {
        List<Child> children = children(type, members);
        text.append('<').append(name);
        if (indent == 0) {
            text.append(" xmlns=\"").append(XmlSource.FHIR).append('"');
        }
        boolean empty = true;
        for (Child child : children) {
            if (child.attribute()) {
                attribute(child.name(), lexeme(child.type(), members.get(child.name())));
            }
            empty &= child.attribute();
        }
        if (value != null) {
            attribute("value", value);
        }
        if (empty) {
            text.append("/>");
            return;
        }
        text.append('>');
        for (Child child : children) {
            if (!child.attribute()) {
                occurrences(child, members, indent + 1);
            }
        }
        end(name, indent);
    }

    private void occurrences(Child child, JsonObject owner, int indent) {
        Json plain = owner.get(child.name());
        Json shadow = owner.get("_" + child.name());
        if (!child.many()) {
            occurrence(child, plain, shadow, indent);
            return;
        }
        List<Json> plains = items(child, plain);
        List<Json> shadows = items(child, shadow);
        int count = Math.max(plains.size(), shadows.size());
        if (count == 0) {
            throw unwritable("the empty array " + child.name());
        }
        for (int i = 0; i < count; i++) {
            Json plainItem = i < plains.size() ? plains.get(i) : null;
            Json shadowItem = i < shadows.size() ? shadows.get(i) : null;
            occurrence(child, plainItem, shadowItem, indent);
        }
    }

    private void occurrence(Child child, @Nullable Json plain, @Nullable Json shadow, int indent) {
        line(indent);
        ElementType type = child.type();
        if (type.isPrimitive()) {
            primitive(child, plain, shadow, indent);
            return;
        }
        if (shadow != null) {
            throw unwritable("the member _" + child.name());
        }
        if (type.form() == ElementType.Form.XHTML) {
            text.append(Xhtml.normalised(lexeme(type, plain)));
            return;
        }
        if (!(plain instanceof JsonObject object)) {
            throw unwritable("the element " + child.name() + ", which is not an object");
        }
        if (type.form() == ElementType.Form.COMPLEX) {
            element(child.name(), type, null, object, indent);
            return;
        }
        text.append('<').append(child.name()).append('>');
        line(indent + 1);
        resource(object, indent + 1);
        end(child.name(), indent);
    }

    private void primitive(Child child, @Nullable Json plain, @Nullable Json shadow, int indent) {
        String value = isAbsent(plain) ? null : lexeme(child.type(), plain);
        JsonObject members = shadow instanceof JsonObject object ? object : JsonObject.EMPTY;
        boolean misfit = !isAbsent(shadow) && !(shadow instanceof JsonObject);
        if (misfit || (value == null && isAbsent(shadow))) {
            throw unwritable("the element " + child.name() + ", which has neither value nor extension");
        }
        element(child.name(), child.type(), value, members, indent);
    }

    private static List<Child> children(ElementType type, JsonObject members) {
        List<Child> children = new ArrayList<>(members.members().size());
        for (String member : members.members().keySet()) {
            Child child = type.childOfMember(member);
            if (child == null || (child.attribute() && ElementType.isShadow(member))) {
                throw unwritable("the member " + member + " of " + type.name());
            }
            if (!children.contains(child)) {
                children.add(child);
            }
        }
        children.sort(Comparator.comparingInt(Child::position));
        return children;
    }

    private static List<Json> items(Child child, @Nullable Json member) {
        return switch (member) {
            case null -> List.of();
            case Json.Array array -> array.items();
            default -> throw unwritable("the element " + child.name() + ", which is not an array");
        };
    }

    private static String lexeme(ElementType type, @Nullable Json value) {
        return switch (value) {
            case Json.Numeral number when type.form() == ElementType.Form.NUMBER -> number.text();
            case Json.Bool bool when type.form() == ElementType.Form.BOOLEAN -> Boolean.toString(bool.value());
            case Json.Text written
            when type.form() == ElementType.Form.TEXT || type.form() == ElementType.Form.XHTML -> written.value();
            case null, default -> throw unwritable("a value that is not of type " + type.name());
        };
    }

    private static boolean isAbsent(@Nullable Json json) {
        return json == null || json instanceof Json.Null;
    }

    private void attribute(String name, String value) {
        String fault = Lexemes.textFault(value, Limits.NONE);
        if (fault != null) {
            throw unwritable("a value: " + fault);
        }
        text.append(' ').append(name).append("=\"");
        XmlText.attribute(text, value);
        text.append('"');
    }

    private void end(String name, int indent) {
        line(indent);
        text.append("</").append(name).append('>');
    }

    private void line(int indent) {
        if (pretty) {
            text.append('\n').repeat("  ", indent);
        }
    }

    private static IllegalStateException unwritable(String what) {
        return new IllegalStateException("XML cannot hold " + what);
    }
}
