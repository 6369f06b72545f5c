package org.dripline.patch;

import java.util.LinkedHashSet;
import java.util.Set;
import org.dripline.document.ElementType;
import org.dripline.document.ElementType.Child;
import org.dripline.document.ElementType.Form;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Nearest;
import org.dripline.outcome.Refusal;

/**
 * Refuses the name of an element that R4 does not know where a path asks for it. FHIRPath would find nothing and say
 * nothing, and a deletion by a mistyped path would seem to succeed.
 */
final class UnknownElement {
    /** The function {@code extension()} asks for both wherever it is used. */
    private static final Set<String> ANYWHERE = Set.of("extension", "modifierExtension");

    private UnknownElement() {}

    /** Where an element may be of several types, another of them may have what this one lacks. */
    static void check(ElementNode node, String name) {
        Child child = node.child();
        boolean oneType = child == null
                || (child.name().equals(child.element()) && child.type().form() != Form.RESOURCE);
        if (oneType && !ANYWHERE.contains(name)) {
            throw refusal(node.type(), node.path(), name, "The path");
        }
    }

    /**
     * 422: there is no such element.
     *
     * @param type without the element
     * @param place what is of that type, as a path
     */
    static Refusal refusal(ElementType type, String place, String name, String where) {
        Set<String> known = new LinkedHashSet<>();
        type.elements().forEach(each -> known.add(each.element()));
        String asked = name.length() > 64 ? name.substring(0, 64) + "…" : name;
        String hint = Nearest.of(name, known)
                .map(near -> " Did you mean \"" + near + "\"?")
                .orElse("");
        String text = where + " names \"" + asked + "\", which R4 does not know in " + place + "." + hint;
        return Refusal.of(422, Issue.error("structure", "patch-element", text).at(place));
    }
}
