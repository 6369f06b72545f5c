package org.dripline.patch;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Issue.Place;
import org.dripline.outcome.Refusal;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** XML as a tree that can be changed. Reads no document types and no entities, and fetches nothing. */
final class XmlTree {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String DEPTH = "jdk.xml.maxElementDepth";

    private XmlTree() {}

    /**
     * Reads XML in UTF-8; refuses with 400 what is none.
     *
     * @param maxDepth elements within each other
     */
    static Document read(byte[] xml, int maxDepth) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(xml))
                    .toString();
            DocumentBuilder builder = builder(maxDepth);
            // The default handler prints to the console.
            builder.setErrorHandler(new DefaultHandler() {
                @Override
                public void fatalError(SAXParseException fault) throws SAXException {
                    throw fault;
                }
            });
            return builder.parse(
                    new InputSource(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text)));
        } catch (CharacterCodingException notUtf8) {
            throw malformed("The patch is not valid UTF-8. Encode it as UTF-8.", 1, 1);
        } catch (SAXParseException notXml) {
            throw malformed(
                    "The patch is not well-formed XML here, has a document type or is nested too deep: check tags, quotes,"
                            + " prefixes and entities.",
                    notXml.getLineNumber(),
                    notXml.getColumnNumber());
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new IllegalStateException("the XML parser does not work", broken);
        }
    }

    static byte[] write(Document document) {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(document), new StreamResult(text));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (TransformerException broken) {
            throw new IllegalStateException("the XML writer does not work", broken);
        }
    }

    private static DocumentBuilder builder(int maxDepth) throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature(NO_DOCTYPE, true);
        factory.setAttribute(DEPTH, Integer.toString(maxDepth));
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        factory.setCoalescing(true);
        factory.setIgnoringComments(true);
        return factory.newDocumentBuilder();
    }

    private static Refusal malformed(String text, int line, int column) {
        Place place = new Place(Math.max(1, line), Math.max(1, column));
        return Refusal.of(400, Issue.error("structure", "xml-syntax", text).at(place));
    }
}
