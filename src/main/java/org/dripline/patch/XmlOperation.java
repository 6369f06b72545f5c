package org.dripline.patch;

import java.util.List;
import java.util.Set;
import org.w3c.dom.Node;

/** One operation of an XML Patch (RFC 5261, section 4). */
sealed interface XmlOperation {
    /** What it changes; there must be exactly one. */
    XmlSelector target();

    /** Adds nodes in or beside an element. */
    record Add(XmlSelector target, Position position, List<Node> content) implements XmlOperation {}

    /** Adds an attribute to an element. */
    record AddAttribute(XmlSelector target, XmlName name, String value) implements XmlOperation {}

    /** Puts other content in the place of an element, an attribute or a text. */
    record Replace(XmlSelector target, List<Node> content, String text) implements XmlOperation {}

    /**
     * Takes out an element, an attribute or a text.
     *
     * @param blanks on which sides white space goes with it
     */
    record Remove(XmlSelector target, Set<Position> blanks) implements XmlOperation {}

    /** Where something stands as seen from an element. */
    enum Position {
        BEFORE,
        AFTER,
        FIRST_WITHIN,
        LAST_WITHIN
    }
}
