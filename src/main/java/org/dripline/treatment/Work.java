package org.dripline.treatment;

import java.util.Collection;
import java.util.List;

/**
 * How a number was computed.
 *
 * @param formula in words, with its rounding
 * @param cutOff the cut-off or window that was used, with its source, or the empty string
 * @param configuration the version of the configuration that the cut-off is of
 * @param inputs what it was computed from, each once, by type and id
 */
public record Work(String formula, String cutOff, String configuration, List<RecordVersion> inputs) {
    public Work {
        inputs = inputs.stream().distinct().sorted().toList();
    }

    /** Without any cut-off. */
    static Work of(String formula, Collection<RecordVersion> inputs) {
        return new Work(formula, "", "", List.copyOf(inputs));
    }
}
