package org.dripline.patch;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/**
 * The name of an element or attribute.
 *
 * @param namespace absent for an attribute without a prefix
 * @param local {@code *} stands for any name in any namespace
 */
record XmlName(@Nullable String namespace, String local) {
    static final String ANY = "*";

    boolean names(Node node) {
        if (local.equals(ANY)) {
            return true;
        }
        String own = node.getNamespaceURI();
        return local.equals(node.getLocalName()) && (namespace == null ? own == null : namespace.equals(own));
    }
}
