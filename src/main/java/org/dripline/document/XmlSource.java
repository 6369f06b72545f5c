package org.dripline.document;

import java.io.StringReader;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dripline.outcome.Issue.Place;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The tags and texts of one XML body. Comments and processing instructions are skipped; document types are refused, so
 * that no entity is ever declared or fetched; what the parser cannot read is refused.
 */
final class XmlSource {
    static final String FHIR = "http://hl7.org/fhir";
    static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final XMLStreamReader stream;

    XmlSource(String text) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            this.stream = factory.createXMLStreamReader(new StringReader(text));
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
        requireVersionAndEncoding();
    }

    /** Moves to the next start tag, end tag, text or the end of the document. */
    int next() {
        try {
            while (true) {
                int event = stream.next();
                switch (event) {
                    case XMLStreamConstants.DTD ->
                        throw refusal("xml-dtd", "A document type (DOCTYPE) is not accepted; remove it", null);
                    case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                    default -> {
                        return event;
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** Moves to the next tag or the end of the document; only white space may come before it. */
    int nextTag(@Nullable Path inside) {
        while (true) {
            int event = next();
            if (event != XMLStreamConstants.CHARACTERS && event != XMLStreamConstants.SPACE) {
                return event;
            }
            if (!stream.isWhiteSpace()) {
                throw refusal(
                        "xml-stray-text",
                        "Text stands between elements; FHIR puts values into attributes named value",
                        inside);
            }
        }
    }

    XMLStreamReader stream() {
        return stream;
    }

    String name() {
        return stream.getLocalName();
    }

    boolean isIn(String namespace) {
        return namespace.equals(stream.getNamespaceURI());
    }

    Place place() {
        return place(stream.getLocation());
    }

    Refusal refusal(String rule, String text, @Nullable Path path) {
        return Malformed.structure(rule, text, place(), path == null ? null : path.toString());
    }

    private void requireVersionAndEncoding() {
        String encoding = stream.getCharacterEncodingScheme();
        if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
            throw refusal("xml-encoding", "The XML declares another encoding; FHIR requires UTF-8", null);
        }
        String version = stream.getVersion();
        if (version != null && !version.equals("1.0")) {
            throw refusal("xml-syntax", "The XML declares another version; FHIR requires XML 1.0", null);
        }
    }

    /** The parser's own message quotes the body, so only its place is used. */
    private static Refusal malformed(XMLStreamException cause) {
        return Malformed.structure(
                "xml-syntax",
                "The body is not well-formed XML here: check tags, quotes, entities and characters",
                place(cause.getLocation()));
    }

    private static Place place(@Nullable Location location) {
        return location == null
                ? new Place(1, 1)
                : new Place(Math.max(1, location.getLineNumber()), Math.max(1, location.getColumnNumber()));
    }
}
