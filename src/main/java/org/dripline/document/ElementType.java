package org.dripline.document;

import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One FHIR type as a document shows it: how a value is written, and which elements it has in which order. */
public final class ElementType {
    /** How a value of a type is written in JSON. */
    public enum Form {
        /** A string. */
        TEXT,
        /** A number: decimal and the integers. */
        NUMBER,
        BOOLEAN,
        /** XHTML, a string in JSON and an element in XML. */
        XHTML,
        /** An object with elements of its own. */
        COMPLEX,
        /** Any resource: an object with a resourceType. */
        RESOURCE
    }

    /**
     * One element of a type under one of its names.
     *
     * @param name as in JSON and XML, such as {@code valueQuantity}
     * @param element as in FHIRPath, such as {@code value}
     * @param position in the order of the definition
     * @param many whether it may repeat, and so is an array in JSON
     * @param attribute whether XML writes it as an attribute
     */
    public record Child(
            String name,
            String element,
            int position,
            boolean many,
            boolean attribute,
            Marks marks,
            ElementType type) {}

    private final String name;
    private final Form form;
    private final Supplier<Map<String, Child>> definition;
    /** Filled at first use, since types contain each other; filling it twice does no harm. */
    private volatile @Nullable Map<String, Child> children;

    ElementType(String name, Form form, Supplier<Map<String, Child>> definition) {
        this.name = name;
        this.form = form;
        this.definition = definition;
    }

    /** FHIR's name for a datatype or resource, HAPI's for a part of a resource. */
    public String name() {
        return name;
    }

    public Form form() {
        return form;
    }

    /** Whether JSON writes it as a plain value, with id and extensions in a sibling {@code _name}. */
    public boolean isPrimitive() {
        return form == Form.TEXT || form == Form.NUMBER || form == Form.BOOLEAN;
    }

    public @Nullable Child child(String elementName) {
        return children().get(elementName);
    }

    /** Every element under each of its names, in the order of the definition. */
    public Collection<Child> elements() {
        return children().values();
    }

    /** The element that a JSON member belongs to: {@code _birthDate} belongs to {@code birthDate}. */
    public @Nullable Child childOfMember(String member) {
        return child(isShadow(member) ? member.substring(1) : member);
    }

    /** Whether a JSON member holds the id and extensions of a primitive. */
    public static boolean isShadow(String member) {
        return member.startsWith("_");
    }

    private Map<String, Child> children() {
        Map<String, Child> known = children;
        if (known == null) {
            known = definition.get();
            children = known;
        }
        return known;
    }
}
