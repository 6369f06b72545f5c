package org.dripline.laws.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * R4's sentences on ranges (3.1.1.4.5), read word by word as sets of instants on a short line of time: 0 to 20, one
 * instant before "any actual date" and one after.
 */
class DateSpanTest {
    private static final int FIRST = 0;
    private static final int LAST = 20;
    private static final int BEFORE_ALL = FIRST - 1;
    private static final int AFTER_ALL = LAST + 1;

    /** From the first instant up to, not including, the end. */
    record Span(int from, int to) {
        Set<Integer> instants() {
            return IntStream.range(from, to).boxed().collect(Collectors.toSet());
        }

        /** "The specified value and up": what is after all of it. */
        Set<Integer> above() {
            return new Span(to, AFTER_ALL + 1).instants();
        }

        /** "Up to the specified value": what is before all of it. */
        Set<Integer> below() {
            return new Span(BEFORE_ALL, from).instants();
        }

        DateSpan dates() {
            return new DateSpan(
                    from == BEFORE_ALL ? Instant.MIN : Instant.ofEpochSecond(from),
                    to == AFTER_ALL + 1 ? Instant.MAX : Instant.ofEpochSecond(to));
        }
    }

    @Provide
    Arbitrary<Span> searched() {
        return spans(FIRST, LAST + 1);
    }

    /** A missing lower bound is "less than any actual date", a missing upper one is "greater". */
    @Provide
    Arbitrary<Span> stored() {
        return spans(BEFORE_ALL, AFTER_ALL + 1);
    }

    private static Arbitrary<Span> spans(int first, int last) {
        Arbitrary<Integer> ends = Arbitraries.integers().between(first, last);
        return Combinators.combine(ends, ends)
                .as((one, other) -> new Span(Math.min(one, other), Math.max(one, other)))
                .filter(span -> span.from < span.to);
    }

    @Property(tries = 5000)
    void findsWhatR4sSentencesSay(@ForAll("searched") Span search, @ForAll("stored") Span target) {
        for (String prefix : new String[] {"eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap"}) {
            assertThat(search.dates().finds(prefix, target.dates()))
                    .as("%s%s of %s", prefix, search, target)
                    .isEqualTo(says(prefix, search, target.instants()));
        }
    }

    private static boolean says(String prefix, Span search, Set<Integer> target) {
        boolean fullyContains = search.instants().containsAll(target);
        boolean overlaps = intersects(search.instants(), target);
        return switch (prefix) {
            // the range of the search value fully contains the range of the target value
            case "eq" -> fullyContains;
            // the range of the search value does not fully contain the range of the target value
            case "ne" -> !fullyContains;
            // the range above the search value intersects (i.e. overlaps) with the range of the target value
            case "gt" -> intersects(search.above(), target);
            // the range below the search value intersects (i.e. overlaps) with the range of the target value
            case "lt" -> intersects(search.below(), target);
            // ... or the range of the search value fully contains the range of the target value
            case "ge" -> intersects(search.above(), target) || fullyContains;
            case "le" -> intersects(search.below(), target) || fullyContains;
            // does not overlap, and the range above the search value contains the range of the target value
            case "sa" -> !overlaps && search.above().containsAll(target);
            // does not overlap, and the range below the search value contains the range of the target value
            case "eb" -> !overlaps && search.below().containsAll(target);
            // the range of the search value overlaps with the range of the target value
            case "ap" -> overlaps;
            default -> throw new IllegalArgumentException(prefix);
        };
    }

    private static boolean intersects(Set<Integer> one, Set<Integer> other) {
        return one.stream().anyMatch(other::contains);
    }
}
