package org.dripline.web.guide;

import java.util.Optional;
import org.dripline.document.JsonObject;

/**
 * A published instance.
 *
 * @param folder {@code passing}, {@code warned}, {@code failing} or {@code visits}
 * @param source the file as it is published
 * @param broken what it breaks, of those that break something
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares examples.
record Example(String folder, String name, byte[] source, JsonObject json, Optional<Broken> broken) {
    /**
     * The rule an example breaks.
     *
     * @param of id of the StructureDefinition whose rule it is
     * @param rule key of the invariant, or the kind of rule, such as {@code binding}
     * @param at FHIRPath of the culprit
     */
    record Broken(String of, String rule, String at) {}

    boolean passes() {
        return folder.equals("passing");
    }

    /** Its address, from any page. */
    String address() {
        return "example-" + folder + "-" + name;
    }

    /** Its name as words. */
    String title() {
        return name.replace(".json", "").replace('-', ' ');
    }
}
