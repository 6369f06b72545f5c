package org.dripline.engine.search;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known about codes: the searches {@code :in}, {@code :above} and {@code :below} ask it. */
public interface Terminology {

    /** A code of a system; a null system is none. */
    record Concept(@Nullable String system, String code) {}

    /** The members of a value set, by its url; empty when it is unknown, or too large to be listed. */
    Optional<Set<Concept>> members(String valueSet);

    /** A code and everything below it; empty when the system's hierarchy is unknown, or lacks the code. */
    Optional<Set<String>> below(String system, String code);

    /** A code and everything above it; empty when the system's hierarchy is unknown, or lacks the code. */
    Optional<Set<String>> above(String system, String code);

    /** Knows nothing. */
    Terminology NONE = new Terminology() {
        @Override
        public Optional<Set<Concept>> members(String valueSet) {
            return Optional.empty();
        }

        @Override
        public Optional<Set<String>> below(String system, String code) {
            return Optional.empty();
        }

        @Override
        public Optional<Set<String>> above(String system, String code) {
            return Optional.empty();
        }
    };
}
