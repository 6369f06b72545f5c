package org.dripline.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dripline.document.ElementType.Child;

/**
 * Visits every string of a document that R4 defines an element for, extensions and contained resources included, and
 * puts the visitor's answer in its place. The entries of a Bundle are not entered: they are documents of their own.
 */
final class TreeWalk {
    /** What to do with one string. */
    interface Visitor {
        /** The string to stand in its place, often the same. */
        String visit(Path path, ElementType owner, Child child, String text);
    }

    private final Visitor visitor;

    private TreeWalk(Visitor visitor) {
        this.visitor = visitor;
    }

    /** The document with the visitor's strings; the same instance when none changed. */
    static JsonObject map(JsonObject resource, Visitor visitor) {
        return new TreeWalk(visitor).resource(resource, Path.root(resource.resourceType()));
    }

    private JsonObject resource(JsonObject resource, Path path) {
        Optional<ElementType> type = Definitions.resource(resource.resourceType());
        return type.isPresent() ? object(resource, type.get(), path) : resource;
    }

    private JsonObject object(JsonObject object, ElementType type, Path path) {
        Map<String, Json> changed = null;
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            Json before = member.getValue();
            Json after = member(member.getKey(), before, type, path);
            if (isOther(after, before)) {
                changed = changed == null ? new LinkedHashMap<>(object.members()) : changed;
                changed.put(member.getKey(), after);
            }
        }
        return changed == null ? object : new JsonObject(changed);
    }

    private Json member(String name, Json value, ElementType owner, Path path) {
        Child child = owner.childOfMember(name);
        if (child == null || isBundleEntry(owner, child)) {
            return value;
        }
        boolean shadow = ElementType.isShadow(name);
        if (!(value instanceof Json.Array array)) {
            return item(value, owner, child, shadow, path.child(child.element(), -1));
        }
        List<Json> changed = null;
        for (int i = 0; i < array.items().size(); i++) {
            Json before = array.items().get(i);
            Json after = item(before, owner, child, shadow, path.child(child.element(), i));
            if (isOther(after, before)) {
                changed = changed == null ? new ArrayList<>(array.items()) : changed;
                changed.set(i, after);
            }
        }
        return changed == null ? array : new Json.Array(changed);
    }

    private Json item(Json value, ElementType owner, Child child, boolean shadow, Path path) {
        ElementType type = child.type();
        return switch (value) {
            case Json.Text text when !shadow -> text(text, visitor.visit(path, owner, child, text.value()));
            case JsonObject object when type.form() == ElementType.Form.RESOURCE -> resource(object, path);
            case JsonObject object when shadow || type.form() == ElementType.Form.COMPLEX -> object(object, type, path);
            default -> value;
        };
    }

    private static Json text(Json.Text before, String after) {
        return before.value().equals(after) ? before : Json.of(after);
    }

    @SuppressWarnings(
            "ReferenceEquality") // what the visitor left alone is the same instance; equals would walk it again
    private static boolean isOther(Json after, Json before) {
        return after != before;
    }

    private static boolean isBundleEntry(ElementType owner, Child child) {
        return owner.name().equals("Bundle") && child.name().equals("entry");
    }
}
