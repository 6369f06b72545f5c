package org.dripline.patch;

import java.util.ArrayList;
import java.util.List;
import org.dripline.outcome.Refusal;
import org.dripline.patch.XmlOperation.Position;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * One operation of an XML Patch at work.
 *
 * @param index of the operation in the patch
 */
record XmlEdit(Document document, Work work, int index) {
    void apply(XmlOperation operation) {
        XmlSelector target = operation.target();
        List<Node> found = target.in(document, work);
        if (found.size() != 1) {
            throw inapplicable(
                    target,
                    found.isEmpty()
                            ? "nothing is at " + target.text()
                            : target.text() + " selects " + found.size() + " nodes; narrow it, as by [1]");
        }
        Node node = found.getFirst();
        switch (operation) {
            case XmlOperation.Add add -> add(node, add);
            case XmlOperation.AddAttribute attribute -> addAttribute(node, attribute);
            case XmlOperation.Replace replace -> replace(node, replace);
            case XmlOperation.Remove remove -> remove(node, remove);
        }
    }

    private void add(Node node, XmlOperation.Add add) {
        boolean beside = add.position() == Position.BEFORE || add.position() == Position.AFTER;
        Node parent = beside ? node.getParentNode() : node;
        if (node instanceof Attr || !(parent instanceof Element within)) {
            throw inapplicable(add.target(), "content can be added in or beside an element within the resource only");
        }
        Node next = switch (add.position()) {
            case BEFORE -> node;
            case AFTER -> node.getNextSibling();
            case FIRST_WITHIN -> node.getFirstChild();
            case LAST_WITHIN -> null;
        };
        for (Node content : imported(add.content(), within)) {
            within.insertBefore(content, next);
            joinText(content);
        }
        joinText(next);
    }

    /**
     * Makes one of two texts that stand side by side. Their parent could do it too, but looks at all that lies in it.
     */
    private static void joinText(@Nullable Node second) {
        if (second instanceof Text && second.getPreviousSibling() instanceof Text first) {
            second.setNodeValue(first.getData() + second.getNodeValue());
            first.getParentNode().removeChild(first);
        }
    }

    private void addAttribute(Node node, XmlOperation.AddAttribute attribute) {
        XmlName name = attribute.name();
        if (!(node instanceof Element element)) {
            throw inapplicable(attribute.target(), "only an element has attributes");
        }
        if (element.hasAttributeNS(name.namespace(), name.local())) {
            throw inapplicable(attribute.target(), "the attribute @" + name.local() + " is there already; use replace");
        }
        element.setAttributeNS(name.namespace(), qualified(name), attribute.value());
    }

    /** Only {@code xml:lang} and {@code xml:space} have a namespace that FHIR's narratives know. */
    private static String qualified(XmlName name) {
        return name.namespace() == null ? name.local() : "xml:" + name.local();
    }

    private void replace(Node node, XmlOperation.Replace replace) {
        if (node instanceof Attr attribute) {
            attribute.setValue(replace.text());
            return;
        }
        if (node instanceof Element element) {
            replaceElement(element, replace);
            return;
        }
        node.setNodeValue(replace.text());
    }

    private void replaceElement(Element element, XmlOperation.Replace replace) {
        List<Node> elements =
                replace.content().stream().filter(Element.class::isInstance).toList();
        boolean other = replace.content().stream()
                .anyMatch(node -> !(node instanceof Element) && !XmlPatchReader.isBlank(node));
        if (elements.size() != 1 || other) {
            throw inapplicable(replace.target(), "an element is replaced by exactly one element");
        }
        Node parent = element.getParentNode();
        parent.replaceChild(imported(elements.getFirst()), element);
    }

    private void remove(Node node, XmlOperation.Remove remove) {
        if (node instanceof Attr attribute) {
            attribute.getOwnerElement().removeAttributeNode(attribute);
            return;
        }
        Node parent = node.getParentNode();
        if (!(parent instanceof Element)) {
            throw inapplicable(remove.target(), "the resource itself cannot be removed; use DELETE");
        }
        // Outside of narratives a stored resource has no white space, so there is none to remove.
        if (isNarrative(parent)) {
            for (Position side : remove.blanks()) {
                removeBlank(side == Position.BEFORE ? node.getPreviousSibling() : node.getNextSibling(), remove);
            }
        }
        Node next = node.getNextSibling();
        parent.removeChild(node);
        joinText(next);
    }

    private void removeBlank(@Nullable Node blank, XmlOperation.Remove remove) {
        if (blank == null
                || blank.getNodeType() != Node.TEXT_NODE
                || !blank.getTextContent().isBlank()) {
            throw inapplicable(remove.target(), "no white space stands beside it, as its ws says");
        }
        blank.getParentNode().removeChild(blank);
    }

    /** Copies of the content; white space between elements counts in narratives only. */
    private List<Node> imported(List<Node> content, Element within) {
        List<Node> copies = new ArrayList<>();
        for (Node node : content) {
            boolean text = node.getNodeType() == Node.TEXT_NODE;
            if (node instanceof Element || (text && (isNarrative(within) || !XmlPatchReader.isBlank(node)))) {
                copies.add(imported(node));
            }
        }
        return copies;
    }

    private Node imported(Node node) {
        Node copy = document.importNode(node, true);
        return copy instanceof Element element ? inFhir(element) : copy;
    }

    /** In a patch without namespaces, or in that of patches, names without a prefix are FHIR's. */
    private Node inFhir(Element element) {
        Node child = element.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child instanceof Element nested) {
                element.replaceChild(inFhir(nested), nested);
            }
            child = next;
        }
        String namespace = element.getNamespaceURI();
        boolean none = namespace == null || namespace.equals(XmlPatchReader.RFC_7351);
        return none ? document.renameNode(element, XmlPatch.FHIR, element.getLocalName()) : element;
    }

    private static boolean isNarrative(Node node) {
        return XmlPatch.XHTML.equals(node.getNamespaceURI());
    }

    private Refusal inapplicable(XmlSelector target, String text) {
        return Refusals.inapplicable(Refusals.operation(index) + ": " + text + ".", target.text());
    }
}
