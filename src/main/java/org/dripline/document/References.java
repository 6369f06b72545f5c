package org.dripline.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dripline.document.ElementType.Child;

/**
 * Finds and rewrites the links of a document. What is a link follows R4's rules for transactions (R4, http,
 * "transaction"): references, elements of type uri, url, oid and uuid, and the links and images of narratives; not
 * canonicals. The entries of a Bundle are left alone: they are documents of their own.
 */
public final class References {
    private static final Set<String> LINK_TYPES = Set.of("uri", "url", "oid", "uuid");

    private References() {}

    /**
     * One reference to another resource.
     *
     * @param path FHIRPath of the Reference, such as {@code Procedure.basedOn[0]}
     * @param reference as written
     */
    public record Target(String path, String reference) {}

    /**
     * The document with every link replaced by what the function makes of it; the same instance when nothing changes.
     * The function sees the whole link, with any fragment, and returns what it does not know as it is.
     */
    public static JsonObject rewrite(JsonObject resource, UnaryOperator<String> replacement) {
        return TreeWalk.map(resource, (path, owner, child, text) -> {
            if (child.type().form() == ElementType.Form.XHTML) {
                return NarrativeLinks.rewrite(text, replacement);
            }
            return isLink(owner, child) ? replacement.apply(text) : text;
        });
    }

    /** Every {@code Reference.reference}, those of contained resources and extensions included, in document order. */
    public static List<Target> targets(JsonObject resource) {
        List<Target> targets = new ArrayList<>();
        TreeWalk.map(resource, (path, owner, child, text) -> {
            Path reference = path.parent();
            if (isReference(owner, child) && reference != null) {
                targets.add(new Target(reference.toString(), text));
            }
            return text;
        });
        return targets;
    }

    private static boolean isLink(ElementType owner, Child child) {
        return LINK_TYPES.contains(child.type().name()) || isReference(owner, child);
    }

    private static boolean isReference(ElementType owner, Child child) {
        return owner.name().equals("Reference") && child.name().equals("reference");
    }
}
