package org.dripline.patch;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import org.dripline.document.Limits;
import org.dripline.outcome.Refusal;
import org.dripline.patch.XmlOperation.Position;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads an XML Patch (RFC 5261 and 7351); what is none is refused with 400. The root is called {@code diff} or
 * {@code patch}, since RFC 5261 leaves its name and namespace to others.
 */
final class XmlPatchReader {
    private static final Set<String> ROOTS = Set.of("diff", "patch");
    static final String RFC_7351 = "urn:ietf:rfc:7351";
    /** The levels of the patch around a value. */
    private static final int LEVELS = 2;

    private final Element operation;
    private final String where;

    private XmlPatchReader(Element operation, String where) {
        this.operation = operation;
        this.where = where;
    }

    static XmlPatch read(byte[] body, Limits limits) {
        if (body.length > limits.maxBytes()) {
            throw Refusal.tooLarge(
                    "body-size",
                    "The patch has " + body.length + " bytes; at most " + limits.maxBytes() + " are accepted.");
        }
        Document document = XmlTree.read(body, limits.maxDepth() + LEVELS);
        Element root = document.getDocumentElement();
        if (!ROOTS.contains(root.getLocalName())) {
            throw malformed("An XML Patch is a diff element that holds add, replace and remove elements.");
        }
        List<XmlOperation> operations = new ArrayList<>();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            String where = Refusals.operation(operations.size());
            if (child instanceof Element element) {
                if (operations.size() == Operations.MAX_OPERATIONS) {
                    throw Refusals.tooMany(operations.size() + 1);
                }
                boolean own = Objects.equals(element.getNamespaceURI(), root.getNamespaceURI());
                operations.add(new XmlPatchReader(element, where).operation(own ? element.getLocalName() : ""));
            } else if (!isBlank(child)) {
                throw malformed(where + " has text in front of it; remove it.");
            }
        }
        return new XmlPatch(operations, limits);
    }

    private XmlOperation operation(String name) {
        return switch (name) {
            case "add" -> attribute("type").isEmpty() ? add() : addAttribute();
            case "replace" -> new XmlOperation.Replace(target(), content(), operation.getTextContent());
            case "remove" -> remove();
            default -> throw malformed(where + " is no add, replace or remove in the namespace of the patch.");
        };
    }

    private XmlOperation add() {
        Position position = switch (attribute("pos")) {
            case "" -> Position.LAST_WITHIN;
            case "prepend" -> Position.FIRST_WITHIN;
            case "before" -> Position.BEFORE;
            case "after" -> Position.AFTER;
            default -> throw malformed(where + " has an unknown pos; use prepend, before or after.");
        };
        return new XmlOperation.Add(target(), position, content());
    }

    private XmlOperation addAttribute() {
        String type = attribute("type");
        if (!type.startsWith("@") || !attribute("pos").isEmpty()) {
            throw malformed(
                    where + " adds what a FHIR resource cannot have; its type is an attribute such as @id, without"
                            + " a pos.");
        }
        XmlName name = XmlSelectorParser.attribute(type, where, this::namespace);
        return new XmlOperation.AddAttribute(target(), name, text());
    }

    private XmlOperation remove() {
        Set<Position> blanks = switch (attribute("ws")) {
            case "" -> EnumSet.noneOf(Position.class);
            case "before" -> EnumSet.of(Position.BEFORE);
            case "after" -> EnumSet.of(Position.AFTER);
            case "both" -> EnumSet.of(Position.BEFORE, Position.AFTER);
            default -> throw malformed(where + " has an unknown ws; use before, after or both.");
        };
        return new XmlOperation.Remove(target(), blanks);
    }

    private XmlSelector target() {
        if (!operation.hasAttribute("sel")) {
            throw malformed(where + " needs a sel, such as Patient/name[1].");
        }
        return XmlSelectorParser.parse(attribute("sel"), where, this::namespace);
    }

    /** What a prefix means here. Names of elements without one are FHIR's unless the patch says XHTML. */
    private @Nullable String namespace(String prefix) {
        if (prefix.equals(XMLConstants.XML_NS_PREFIX)) {
            return XMLConstants.XML_NS_URI;
        }
        String declared = operation.lookupNamespaceURI(prefix.isEmpty() ? null : prefix);
        if (prefix.isEmpty()) {
            return XmlPatch.XHTML.equals(declared) ? declared : XmlPatch.FHIR;
        }
        // FHIR's own examples use f without declaring it.
        return declared == null && prefix.equals("f") ? XmlPatch.FHIR : declared;
    }

    private List<Node> content() {
        List<Node> content = new ArrayList<>();
        for (Node child = operation.getFirstChild(); child != null; child = child.getNextSibling()) {
            content.add(child);
        }
        return content;
    }

    private String text() {
        for (Node child = operation.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                throw malformed(where + " adds an attribute, whose value is text and no element.");
            }
        }
        return operation.getTextContent();
    }

    /** Empty when it is absent. */
    private String attribute(String name) {
        return operation.getAttribute(name);
    }

    static boolean isBlank(Node node) {
        return node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE
                || node.getTextContent().isBlank();
    }

    private static Refusal malformed(String text) {
        return Refusal.malformed("xml-patch", text);
    }
}
