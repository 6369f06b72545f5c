package org.dripline.document;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.dripline.document.ElementType.Child;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads a FHIR XML body into the tree that FHIR's JSON format prescribes for it. Guided by R4's definitions: they tell
 * arrays from single values and numbers from strings. Whatever is wrong with the body is a {@link Refusal}; the order
 * and the number of required elements are for the validator to judge.
 */
public final class XmlReader {
    private final XmlSource source;
    private final Limits limits;

    private XmlReader(XmlSource source, Limits limits) {
        this.source = source;
        this.limits = limits;
    }

    public static JsonObject read(byte[] body, Limits limits) {
        XmlSource source = new XmlSource(BodyText.decode(body, limits, "xml-utf8"));
        source.nextTag(null);
        JsonObject root = new XmlReader(source, limits).resource(null, 1);
        // What follows the root is the parser's to refuse.
        source.nextTag(null);
        return root;
    }

    private JsonObject resource(@Nullable Path at, int depth) {
        requireFhir(at);
        String name = source.name();
        ElementType type = Definitions.resource(name)
                .orElseThrow(() -> source.refusal(
                        "xml-unknown-element",
                        Malformed.named("Element", name) + " is not a resource type of FHIR R4",
                        at));
        Path path = at == null ? Path.root(name) : at;
        ElementMembers members = new ElementMembers();
        fill(members, type, path, depth);
        Map<String, Json> resource = new LinkedHashMap<>();
        resource.put("resourceType", Json.of(name));
        members.writeTo(resource);
        return new JsonObject(resource);
    }

    /** Reads the attributes of the start tag the source stands at, and the elements up to its end tag. */
    private void fill(ElementMembers members, ElementType type, Path path, int depth) {
        attributes(members, type, path);
        while (source.nextTag(path) == XMLStreamConstants.START_ELEMENT) {
            Child child = child(type, path);
            int index = members.count(child);
            if (index > 0 && !child.many()) {
                throw source.refusal(
                        "xml-repeated-element",
                        Malformed.named("Element", child.name()) + " may occur only once here",
                        path.child(child.element(), -1));
            }
            Path at = path.child(child.element(), child.many() ? index : -1);
            // In JSON what repeats sits in an array, which is a level of its own.
            element(members, child, at, child.many() ? depth + 2 : depth + 1);
        }
    }

    private void element(ElementMembers owner, Child child, Path path, int depth) {
        switch (child.type().form()) {
            case TEXT, NUMBER, BOOLEAN -> primitive(owner, child, path, depth);
            case XHTML -> owner.add(child, Json.of(Xhtml.read(source, limits, path)), null);
            case COMPLEX -> {
                requireDepth(depth, path);
                ElementMembers members = new ElementMembers();
                fill(members, child.type(), path, depth);
                owner.add(child, members.toObject(), null);
            }
            case RESOURCE -> {
                requireDepth(depth, path);
                owner.add(child, nestedResource(child, path, depth), null);
            }
        }
    }

    private void primitive(ElementMembers owner, Child child, Path path, int depth) {
        String lexeme = source.stream().getAttributeValue(XMLConstants.NULL_NS_URI, "value");
        Json value = lexeme == null ? null : value(child.type(), lexeme, path);
        ElementMembers members = new ElementMembers();
        fill(members, child.type(), path, depth);
        // An element without anything is kept as an empty object, for the validator to see.
        boolean shadowed = value == null || !members.isEmpty();
        requireDepth(shadowed ? depth : depth - 1, path);
        owner.add(child, value, shadowed ? members.toObject() : null);
    }

    private JsonObject nestedResource(Child child, Path path, int depth) {
        attributes(new ElementMembers(), child.type(), path);
        if (source.nextTag(path) != XMLStreamConstants.START_ELEMENT) {
            throw source.refusal("xml-missing-resource", "A resource is expected in this element", path);
        }
        JsonObject resource = resource(path, depth);
        if (source.nextTag(path) == XMLStreamConstants.START_ELEMENT) {
            throw source.refusal(
                    "xml-repeated-element",
                    "This element holds more than one resource; repeat the element around each",
                    path);
        }
        return resource;
    }

    private void attributes(ElementMembers members, ElementType type, Path path) {
        XMLStreamReader stream = source.stream();
        for (int i = 0; i < stream.getAttributeCount(); i++) {
            String namespace = stream.getAttributeNamespace(i);
            String name = stream.getAttributeLocalName(i);
            boolean foreign = namespace != null && !namespace.isEmpty();
            if (foreign ? isSchemaLocation(namespace, name) : isValue(type, name)) {
                continue;
            }
            Child child = foreign ? null : type.child(name);
            if (child == null || !child.attribute()) {
                throw source.refusal(
                        "xml-unknown-attribute",
                        Malformed.named("Attribute", name) + " is not known here; FHIR R4 has no such attribute",
                        path);
            }
            members.add(child, value(child.type(), stream.getAttributeValue(i), path), null);
        }
    }

    private Child child(ElementType type, Path path) {
        String name = source.name();
        Child child = type.child(name);
        if (child == null || child.attribute()) {
            requireFhir(path);
            throw source.refusal(
                    "xml-unknown-element",
                    Malformed.named("Element", name) + " is not known in " + path
                            + "; FHIR R4 has no such element there",
                    path);
        }
        if (child.type().form() != ElementType.Form.XHTML) {
            requireFhir(path);
        }
        return child;
    }

    private Json value(ElementType type, String lexeme, Path path) {
        return switch (type.form()) {
            case NUMBER -> {
                requireFaultless("xml-number", Lexemes.numberFault(lexeme, limits), path);
                yield new Json.Numeral(lexeme);
            }
            case BOOLEAN -> {
                boolean known = lexeme.equals("true") || lexeme.equals("false");
                requireFaultless("xml-boolean", known ? null : "Expected true or false", path);
                yield new Json.Bool(lexeme.equals("true"));
            }
            case TEXT, XHTML, COMPLEX, RESOURCE -> {
                requireFaultless("xml-text", Lexemes.textFault(lexeme, limits), path);
                yield Json.of(lexeme);
            }
        };
    }

    private void requireFaultless(String rule, @Nullable String fault, Path path) {
        if (fault != null) {
            throw Malformed.value(rule, fault, source.place(), path.toString());
        }
    }

    private void requireDepth(int depth, Path path) {
        if (depth > limits.maxDepth()) {
            throw source.refusal(
                    "xml-depth",
                    "Elements are nested more than " + limits.maxDepth() + " deep, counted as in JSON; nest them less",
                    path);
        }
    }

    private void requireFhir(@Nullable Path path) {
        if (!source.isIn(XmlSource.FHIR)) {
            throw source.refusal(
                    "xml-namespace",
                    "An element is not in FHIR's namespace; declare xmlns=\"" + XmlSource.FHIR + "\"",
                    path);
        }
    }

    private static boolean isValue(ElementType type, String name) {
        return type.isPrimitive() && name.equals("value");
    }

    private static boolean isSchemaLocation(String namespace, String name) {
        return namespace.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI) && name.equals("schemaLocation");
    }
}
