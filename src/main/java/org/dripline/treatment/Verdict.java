package org.dripline.treatment;

import java.util.Optional;

/**
 * Whether something holds.
 *
 * @param holds empty when it cannot be said
 * @param words why it cannot be said, or what the answer rests on
 */
public record Verdict(Optional<Boolean> holds, String words, Work work) {

    /** yes, no, or why neither. */
    public String text() {
        return holds.map(yes -> yes ? "yes" : "no").orElse(words);
    }
}
