package org.dripline.patch;

import java.util.ArrayList;
import java.util.List;
import org.dripline.document.Definitions;
import org.dripline.document.ElementType;
import org.dripline.document.ElementType.Child;
import org.dripline.document.ElementType.Form;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Property;
import org.jspecify.annotations.Nullable;

/**
 * One element of a document as HAPI's FHIRPath engine wants to see it, knowing where in the JSON it stands. So a path
 * is evaluated on the very tree that is patched: HAPI's own model would lose some of it.
 */
@SuppressWarnings("serial") // HAPI's base class is serialisable; this lives for one evaluation.
final class ElementNode extends Base {
    /** What a node costs beside the step that any item of a list costs. */
    private static final int NODE_STEPS = 10;

    private final @Nullable ElementNode parent;
    private final @Nullable Child child;
    private final int index;
    private final ElementType type;
    private final ElementSlot slot;
    private final Work work;

    private ElementNode(
            @Nullable ElementNode parent,
            @Nullable Child child,
            int index,
            ElementSlot slot,
            ElementType type,
            Work work) {
        this.parent = parent;
        this.child = child;
        this.index = index;
        this.slot = slot;
        this.type = type;
        this.work = work;
    }

    static ElementNode root(JsonObject resource, ElementType type, Work work) {
        return new ElementNode(null, null, 0, ElementSlot.of(resource), type, work);
    }

    /** Absent at the root. */
    @Nullable
    ElementNode parent() {
        return parent;
    }

    /** Absent at the root. */
    @Nullable
    Child child() {
        return child;
    }

    /** Which occurrence it is, counted from 0. */
    int index() {
        return index;
    }

    ElementType type() {
        return type;
    }

    ElementSlot slot() {
        return slot;
    }

    /** The object that holds its elements: of a primitive that of its id and extensions. */
    JsonObject object() {
        Json json = type.isPrimitive() ? slot.shadow() : slot.plain();
        return json instanceof JsonObject object ? object : JsonObject.EMPTY;
    }

    /** The document with another object in the place of this element's own. */
    JsonObject rooted(JsonObject changed) {
        work.step(changed.members().size());
        if (parent == null || child == null) {
            return changed;
        }
        ElementSlot after = type.isPrimitive() ? slot.withShadow(changed) : ElementSlot.of(changed);
        ElementSlots siblings = ElementSlots.of(parent.object(), child);
        work.step(siblings.size());
        ElementSlots rest = after.isEmpty() ? siblings.without(index) : siblings.with(index, after);
        return parent.rooted(rest.in(parent.object()));
    }

    /** Objects and arrays around what its object holds. */
    int depth() {
        if (parent == null || child == null) {
            return 1;
        }
        return parent.depth() + (child.many() ? 2 : 1);
    }

    /** As FHIRPath, {@code Patient.name[0].family}. */
    String path() {
        if (parent == null || child == null) {
            return type.name();
        }
        return parent.path() + "." + child.element() + (child.many() ? "[" + index + "]" : "");
    }

    /** The path of what it lies in; empty at the root. */
    String parentPath() {
        return parent == null ? "" : parent.path();
    }

    @Override
    public Base[] listChildrenByName(String name, boolean checkValid) {
        List<Base> found = new ArrayList<>();
        boolean known = false;
        for (Child each : type.elements()) {
            if (each.element().equals(name) || each.name().equals(name)) {
                known = true;
                addOccurrences(each, found);
            }
        }
        if (!known) {
            UnknownElement.check(this, name);
        }
        return found.toArray(Base[]::new);
    }

    private void addOccurrences(Child each, List<Base> found) {
        ElementSlots slots = ElementSlots.of(object(), each);
        work.step(1 + (long) NODE_STEPS * slots.size());
        for (int i = 0; i < slots.size(); i++) {
            ElementSlot occurrence = slots.slots().get(i);
            if (!occurrence.isEmpty()) {
                found.add(new ElementNode(this, each, i, occurrence, typeOf(each, occurrence), work));
            }
        }
    }

    private static ElementType typeOf(Child child, ElementSlot occurrence) {
        if (child.type().form() == Form.RESOURCE && occurrence.plain() instanceof JsonObject resource) {
            return Definitions.resource(resource.resourceType()).orElse(child.type());
        }
        return child.type();
    }

    @Override
    public String fhirType() {
        return type.name();
    }

    @Override
    public boolean isResource() {
        return child == null || child.type().form() == Form.RESOURCE;
    }

    @Override
    public boolean isPrimitive() {
        return type.isPrimitive() || type.form() == Form.XHTML;
    }

    @Override
    public boolean isBooleanPrimitive() {
        return type.form() == Form.BOOLEAN;
    }

    @Override
    public boolean hasPrimitiveValue() {
        return primitiveValue() != null;
    }

    @Override
    public @Nullable String primitiveValue() {
        return switch (slot.plain()) {
            case Json.Text text -> {
                work.step(text.value().length() / 64);
                yield text.value();
            }
            case Json.Numeral number -> number.text();
            case Json.Bool bool -> Boolean.toString(bool.value());
            case null, default -> null;
        };
    }

    @Override
    public boolean isDateTime() {
        return switch (type.name()) {
            case "date", "dateTime", "instant" -> true;
            default -> false;
        };
    }

    @Override
    public BaseDateTimeType dateTimeValue() {
        return new DateTimeType(primitiveValue());
    }

    /** HAPI's own answer is true whatever the other is. */
    @Override
    public boolean equalsDeep(Base other) {
        return other instanceof ElementNode node && slot.equals(node.slot);
    }

    @Override
    public boolean equalsShallow(Base other) {
        return equalsDeep(other);
    }

    @Override
    public boolean isEmpty() {
        return slot.isEmpty();
    }

    @Override
    protected void listChildren(List<Property> result) {
        // Only functions that walk the whole tree ask for this, and they are not allowed.
    }

    @Override
    public Base copy() {
        return this;
    }

    @Override
    public @Nullable String getIdBase() {
        return object().text("id").orElse(null);
    }

    @Override
    public void setIdBase(String value) {
        throw new UnsupportedOperationException("an evaluation changes nothing");
    }
}
