package org.dripline.document;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.text.translate.EntityArrays;
import org.dripline.outcome.Refusal;

/**
 * A narrative's {@code div} in one fixed spelling: the XHTML namespace as default on the {@code div}, entities as
 * characters, double quotes, no comments. What has that spelling goes through XML unchanged.
 */
final class Xhtml {
    private static final Pattern NAMED_ENTITY = Pattern.compile("&([A-Za-z][A-Za-z0-9]*+);");
    private static final Map<String, String> ENTITIES = entities();

    private final XmlSource source;
    private final Limits limits;
    private final Path path;
    private final StringBuilder text = new StringBuilder();
    /** Whether the last start tag still lacks its end: it ends in {@code />} when nothing follows. */
    private boolean open;

    private Xhtml(XmlSource source, Limits limits, Path path) {
        this.source = source;
        this.limits = limits;
        this.path = path;
    }

    /** Reads the {@code div} whose start tag the source stands at, up to its end tag. */
    static String read(XmlSource source, Limits limits, Path path) {
        return new Xhtml(source, limits, path).element();
    }

    /** The fixed spelling of a {@code div} from a JSON document. */
    static String normalised(String div) {
        try {
            XmlSource source = new XmlSource(withoutNamedEntities(div));
            if (source.nextTag(null) != XMLStreamConstants.START_ELEMENT
                    || !source.name().equals("div")) {
                throw new IllegalStateException("a narrative is not a div element");
            }
            String normalised = read(source, Limits.NONE, Path.root("Narrative"));
            source.nextTag(null);
            return normalised;
        } catch (Refusal refusal) {
            throw new IllegalStateException("a narrative is not XHTML: " + refusal.getMessage(), refusal);
        }
    }

    /** Whether a narrative of a JSON document can be written in that spelling. */
    static boolean isOneDiv(String div) {
        try {
            normalised(div);
            return true;
        } catch (IllegalStateException notXhtml) {
            return false;
        }
    }

    private String element() {
        int depth = 0;
        int event = XMLStreamConstants.START_ELEMENT;
        while (true) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> start(++depth);
                case XMLStreamConstants.END_ELEMENT -> {
                    end();
                    if (--depth == 0) {
                        return text.toString();
                    }
                }
                default -> {
                    closeTag();
                    XmlText.content(text, source.stream().getText());
                }
            }
            if (text.length() > limits.maxTextLength()) {
                throw source.refusal("xml-text", "The narrative is too long; shorten it", path);
            }
            event = source.next();
        }
    }

    private void start(int depth) {
        if (!source.isIn(XmlSource.XHTML)) {
            throw source.refusal(
                    "xml-namespace",
                    "An element of a narrative is not in the namespace " + XmlSource.XHTML + "; declare it on the div",
                    path);
        }
        if (depth > limits.maxDepth()) {
            throw source.refusal("xml-depth", "The narrative is nested more than " + limits.maxDepth() + " deep", path);
        }
        closeTag();
        text.append('<').append(source.name());
        if (depth == 1) {
            text.append(" xmlns=\"").append(XmlSource.XHTML).append('"');
        }
        attributes();
        open = true;
    }

    private void attributes() {
        XMLStreamReader stream = source.stream();
        for (int i = 0; i < stream.getAttributeCount(); i++) {
            String namespace = stream.getAttributeNamespace(i);
            boolean xml = XMLConstants.XML_NS_URI.equals(namespace);
            if (!xml && namespace != null && !namespace.isEmpty()) {
                throw source.refusal(
                        "xml-unknown-attribute",
                        "A narrative has an attribute of a foreign namespace; remove it",
                        path);
            }
            text.append(xml ? " xml:" : " ")
                    .append(stream.getAttributeLocalName(i))
                    .append("=\"");
            XmlText.attribute(text, stream.getAttributeValue(i));
            text.append('"');
        }
    }

    private void end() {
        if (open) {
            text.append("/>");
            open = false;
        } else {
            text.append("</").append(source.name()).append('>');
        }
    }

    private void closeTag() {
        if (open) {
            text.append('>');
            open = false;
        }
    }

    /** JSON narratives may use HTML's named entities, such as the one for a no-break space, which XML does not know. */
    private static String withoutNamedEntities(String div) {
        return NAMED_ENTITY
                .matcher(div)
                .replaceAll(entity -> Matcher.quoteReplacement(ENTITIES.getOrDefault(entity.group(), entity.group())));
    }

    private static Map<String, String> entities() {
        Map<String, String> entities = new HashMap<>();
        EntityArrays.ISO8859_1_UNESCAPE.forEach(
                (name, character) -> entities.put(name.toString(), character.toString()));
        EntityArrays.HTML40_EXTENDED_UNESCAPE.forEach(
                (name, character) -> entities.put(name.toString(), character.toString()));
        return entities;
    }
}
