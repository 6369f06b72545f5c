package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.profile.Examples.expected;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Severity;
import org.dripline.profile.Examples.Expected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published examples mean what their folder says; those that break something break what {@code expected.json} says. */
class ExampleProfilesTest {
    @ParameterizedTest
    @MethodSource("passing")
    void findsNoFault(String name) {
        assertThat(Bodies.check(Examples.text(name)).issues())
                .filteredOn(issue -> issue.severity() != Severity.INFORMATION)
                .isEmpty();
        assertThat(Bodies.referenceErrors(Examples.text(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("warned")
    void warnsOfTheExpectedFault(String name) {
        Verdict verdict = Bodies.check(Examples.text(name));

        assertThat(verdict.refused()).as("%s", verdict.issues()).isFalse();
        assertThat(faults(verdict, Severity.WARNING)).contains(fault(name));
    }

    @ParameterizedTest
    @MethodSource("failing")
    void refusesForTheExpectedReason(String name) {
        Verdict verdict = Bodies.check(Examples.text(name));

        assertThat(verdict.refused()).isTrue();
        assertThat(verdict.malformed()).isFalse();
        assertThat(faults(verdict, Severity.ERROR)).contains(fault(name));
    }

    @Test
    void everyFaultyExampleIsExplained() {
        assertThat(expected().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(warned(), failing()).toList());
    }

    static Stream<String> passing() {
        return Examples.in("passing");
    }

    static Stream<String> warned() {
        return Examples.in("warned");
    }

    static Stream<String> failing() {
        return Examples.in("failing");
    }

    private static String fault(String name) {
        Expected expected =
                Objects.requireNonNull(expected().get(name), () -> name + " has no place in expected.json.");
        return expected.rule() + " at " + expected.at();
    }

    private static List<String> faults(Verdict verdict, Severity severity) {
        return verdict.issues().stream()
                .filter(issue -> issue.severity() == severity)
                .map((Issue issue) -> issue.rule() + " at " + issue.expression())
                .toList();
    }
}
