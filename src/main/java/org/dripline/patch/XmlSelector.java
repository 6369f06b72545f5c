package org.dripline.patch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A selector as RFC 5261 restricts XPath 1.0: elements by name and condition from the root down, and at the end
 * perhaps an attribute or a text. It needs no XPath engine, cannot leave the document and costs what it looks at.
 *
 * @param text as written, without what is compared with, since that may be somebody's data
 */
record XmlSelector(String text, List<Step> steps, Last last) {
    /** One step down to elements. */
    record Step(XmlName name, List<Condition> conditions) {
        Step {
            conditions = List.copyOf(conditions);
        }
    }

    /** What an element must fulfil. */
    sealed interface Condition {
        /** Its position, counted from 1, among those that fulfil the conditions before. */
        record Index(int position) implements Condition {}

        /** One of the nodes that lie below it on a path has that text. */
        record Equal(List<XmlName> path, @Nullable XmlName attribute, String value) implements Condition {}
    }

    /** What is selected of the elements that the steps lead to. */
    sealed interface Last {
        /** They themselves. */
        record Elements() implements Last {}

        /** An attribute of each. */
        record Attribute(XmlName name) implements Last {}

        /** The texts in each, or the one at that position. */
        record Text(@Nullable Integer position) implements Last {}
    }

    XmlSelector {
        steps = List.copyOf(steps);
    }

    /** Every node that is selected. */
    List<Node> in(Document document, Work work) {
        List<Node> found = List.of(document);
        for (Step step : steps) {
            List<Node> next = new ArrayList<>();
            for (Node parent : found) {
                next.addAll(children(parent, step, work));
            }
            found = next;
        }
        List<Node> selected = new ArrayList<>();
        for (Node node : found) {
            switch (last) {
                case Last.Elements elements -> selected.add(node);
                case Last.Attribute attribute -> addAttribute(node, attribute.name(), selected);
                case Last.Text text -> addTexts(node, text.position(), selected, work);
            }
        }
        return selected;
    }

    private static List<Node> children(Node parent, Step step, Work work) {
        List<Node> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            work.step(1);
            if (child instanceof Element && step.name().names(child)) {
                found.add(child);
            }
        }
        for (Condition condition : step.conditions()) {
            found = fulfilling(condition, found, work);
        }
        return found;
    }

    private static List<Node> fulfilling(Condition condition, List<Node> nodes, Work work) {
        return switch (condition) {
            case Condition.Index index ->
                index.position() <= nodes.size() ? List.of(nodes.get(index.position() - 1)) : List.of();
            case Condition.Equal equal ->
                nodes.stream().filter(node -> matches(node, equal, work)).toList();
        };
    }

    private static boolean matches(Node node, Condition.Equal equal, Work work) {
        List<Node> found = List.of(node);
        for (XmlName name : equal.path()) {
            List<Node> next = new ArrayList<>();
            for (Node parent : found) {
                next.addAll(children(parent, new Step(name, List.of()), work));
            }
            found = next;
        }
        for (Node each : found) {
            List<Node> values = new ArrayList<>();
            if (equal.attribute() == null) {
                values.add(each);
            } else {
                addAttribute(each, equal.attribute(), values);
            }
            for (Node value : values) {
                StringBuilder content = new StringBuilder();
                addContent(value, content, work);
                if (equal.value().contentEquals(content)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** All text of it, as XPath compares it; looks at every node below, though FHIR's elements have no text. */
    private static void addContent(Node node, StringBuilder to, Work work) {
        String value = node.getNodeValue();
        work.step(1 + (value == null ? 0 : value.length() / 64));
        if (value != null) {
            to.append(value);
            return;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() != Node.PROCESSING_INSTRUCTION_NODE) {
                addContent(child, to, work);
            }
        }
    }

    private static void addAttribute(Node element, XmlName name, List<Node> to) {
        Attr attribute = ((Element) element).getAttributeNodeNS(name.namespace(), name.local());
        if (attribute != null) {
            to.add(attribute);
        }
    }

    private static void addTexts(Node element, @Nullable Integer position, List<Node> to, Work work) {
        int count = 0;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            work.step(1);
            if (child.getNodeType() == Node.TEXT_NODE) {
                count++;
                if (position == null || position == count) {
                    to.add(child);
                }
            }
        }
    }
}
