package org.dripline.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A piece of HTML as an immutable value. All text and every attribute value is escaped when it is written, so no page
 * can forget it; names of elements and attributes come from our code only.
 */
public sealed interface Html {
    /** Elements without an end tag that the pages use. */
    Set<String> VOID = Set.of("meta", "link", "wbr", "input");

    void writeTo(StringBuilder out);

    /** Characters. */
    record Text(String value) implements Html {
        @Override
        public void writeTo(StringBuilder out) {
            escape(value, out);
        }
    }

    /** Pieces in a row. */
    record Several(List<Html> pieces) implements Html {
        public Several {
            pieces = List.copyOf(pieces);
        }

        @Override
        public void writeTo(StringBuilder out) {
            pieces.forEach(piece -> piece.writeTo(out));
        }
    }

    /** An element with what stands in it. */
    record Element(String name, Map<String, String> attributes, List<Html> children) implements Html {
        public Element {
            attributes = new LinkedHashMap<>(attributes);
            children = List.copyOf(children);
        }

        /** A copy with one attribute more. */
        public Element with(String attribute, String value) {
            Map<String, String> copy = new LinkedHashMap<>(attributes);
            copy.put(attribute, value);
            return new Element(name, copy, children);
        }

        /** A copy with more in it. */
        public Element add(Html... more) {
            List<Html> copy = new ArrayList<>(children);
            copy.addAll(List.of(more));
            return new Element(name, attributes, copy);
        }

        @Override
        public void writeTo(StringBuilder out) {
            out.append('<').append(name);
            attributes.forEach((attribute, value) -> {
                out.append(' ').append(attribute).append("=\"");
                escape(value, out);
                out.append('"');
            });
            out.append('>');
            if (!VOID.contains(name)) {
                children.forEach(child -> child.writeTo(out));
                out.append("</").append(name).append('>');
            }
        }
    }

    static Html text(String value) {
        return new Text(value);
    }

    static Html none() {
        return new Several(List.of());
    }

    static Html several(Html... pieces) {
        return new Several(List.of(pieces));
    }

    static Html several(List<? extends Html> pieces) {
        return new Several(List.copyOf(pieces));
    }

    static Element element(String name, Html... children) {
        return new Element(name, Map.of(), List.of(children));
    }

    /** A paragraph that may hold what opens, which a {@code p} may not. */
    static Element line(Html... children) {
        return element("div", children).with("class", "line");
    }

    static Element element(String name, String text) {
        return element(name, text(text));
    }

    /** A link; what is neither http nor relative stays text, since an address may come from a definition. */
    static Html link(String address, String text) {
        boolean followed = address.matches("https?://.*") || !address.contains(":");
        return followed ? element("a", text).with("href", address) : text(text);
    }

    /** The pieces with a separator between each two. */
    static Html joined(String separator, List<? extends Html> pieces) {
        List<Html> all = new ArrayList<>();
        for (Html piece : pieces) {
            if (!all.isEmpty()) {
                all.add(text(separator));
            }
            all.add(piece);
        }
        return several(all);
    }

    private static void escape(String value, StringBuilder out) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
    }
}
