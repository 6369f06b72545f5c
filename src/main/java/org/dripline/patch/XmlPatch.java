package org.dripline.patch;

import java.util.List;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.Limits;
import org.dripline.document.XmlReader;
import org.dripline.document.XmlWriter;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.w3c.dom.Document;

/** An XML Patch (RFC 5261): operations on the resource as XML, which then is read back into the tree. */
record XmlPatch(List<XmlOperation> operations, Limits limits) implements Operations {
    static final String FHIR = "http://hl7.org/fhir";
    static final String XHTML = "http://www.w3.org/1999/xhtml";

    XmlPatch {
        operations = List.copyOf(operations);
    }

    @Override
    public Json apply(JsonObject resource, Work work) {
        Document document = XmlTree.read(XmlWriter.bytes(resource), Integer.MAX_VALUE);
        JsonObject unpatched = read(XmlTree.write(document));
        for (int i = 0; i < operations.size(); i++) {
            new XmlEdit(document, work, i).apply(operations.get(i));
        }
        JsonObject patched = read(XmlTree.write(document));
        return new Narratives(resource, unpatched).restoredIn(patched);
    }

    private JsonObject read(byte[] xml) {
        // The same document is longer in XML; the result is measured as JSON.
        Limits unbounded = new Limits(
                Integer.MAX_VALUE,
                limits.maxDepth(),
                limits.maxNumberLength(),
                limits.maxExponent(),
                limits.maxTextLength());
        try {
            return XmlReader.read(xml, unbounded);
        } catch (Refusal refusal) {
            // Its places are those of a text that the caller never saw.
            throw Refusal.of(
                    refusal.status(),
                    refusal.issues().stream().map(XmlPatch::withoutPlace).toList());
        }
    }

    private static Issue withoutPlace(Issue issue) {
        return new Issue(
                issue.severity(),
                issue.code(),
                issue.rule(),
                "After the patch: " + issue.text().replaceFirst(" \\(line \\d+, column \\d+\\)$", ""),
                issue.expression(),
                null);
    }
}
