package org.dripline.laws.oracle;

import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.instance.model.api.IBase;

/** How parameters of one kind read the values that their expressions yield. */
interface Rules {
    /** Whether the value can be found at all; {@code :missing} asks for that. */
    boolean isIndexed(IBase value);

    /**
     * Whether a value is what was asked for. What is negated is asked for as if it were not.
     *
     * @param modifier without its colon, empty for none
     * @param text one alternative, still escaped
     * @throws Refused when R4 or the project gives the text no meaning
     */
    Predicate<IBase> asked(Definition definition, String modifier, String text);

    /** What a value sorts by: none for what sorts last. All keys of a parameter can be compared with each other. */
    List<Comparable<?>> sortedBy(Definition definition, IBase value, boolean descending);

    /** For kinds without modifiers of their own. */
    static void refuse(String modifier) {
        if (!modifier.isEmpty()) {
            throw new Refused("the modifier " + modifier + " means nothing here");
        }
    }
}
