package org.dripline.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.profile.Examples.expected;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.profile.Examples.Expected;
import org.junit.jupiter.api.Test;

/**
 * No rule without an example: every profile and extension is used by one that passes, every invariant and every
 * required binding of ours is broken by one that says so. {@link ExampleProfilesTest} shows that the examples are true.
 */
class ExampleLawTest {
    private static final Pattern NAMED =
            Pattern.compile('"' + Pattern.quote(ProfileArtefacts.CANONICAL) + "StructureDefinition/([^\"|]+)\"");

    private static final String WARNING = "warning";

    private static final List<JsonObject> ALL = ProfileArtefacts.load().all();

    /** A rule of one definition: an invariant by its key, a binding by the element it binds. */
    private record Rule(String of, String rule, String folder) {
        @Override
        public String toString() {
            return rule + " of " + of + " by an example in " + folder;
        }
    }

    @Test
    void everyInvariantIsBroken() {
        Set<Rule> broken = expected().entrySet().stream()
                .map(entry -> new Rule(entry.getValue().of(), entry.getValue().rule(), folder(entry.getKey())))
                .collect(Collectors.toSet());
        List<Rule> invariants = rules("constraint", ExampleLawTest::invariant).toList();

        System.out.println("Invariants: " + invariants.size());
        assertThat(invariants).hasSizeGreaterThan(20);
        assertThat(broken).containsAll(invariants);
    }

    @Test
    void everyRequiredBindingIsBroken() {
        Set<Rule> broken = expected().entrySet().stream()
                .filter(entry -> entry.getValue().rule().equals("binding"))
                .map(entry -> new Rule(entry.getValue().of(), element(entry.getValue()), folder(entry.getKey())))
                .collect(Collectors.toSet());
        List<Rule> bindings = rules("binding", ExampleLawTest::binding).toList();

        System.out.println("Required bindings: " + bindings.size());
        assertThat(bindings).hasSizeGreaterThan(5);
        assertThat(broken).containsAll(bindings);
    }

    @Test
    void everyDefinitionIsUsedByAnExampleThatPasses() {
        Set<String> used = Stream.concat(
                        Examples.in("passing").map(Examples::text),
                        ALL.stream().filter(is("Questionnaire")).map(each -> new String(JsonWriter.bytes(each), UTF_8)))
                .flatMap(json -> named(json).stream())
                .collect(Collectors.toSet());

        assertThat(used).containsAll(definitions().map(ExampleLawTest::id).toList());
    }

    /** An example that names a definition must use it, else the two laws above would believe anything. */
    @Test
    void everyExampleUsesTheDefinitionItBreaks() {
        assertThat(expected())
                .allSatisfy((name, expected) ->
                        assertThat(named(Examples.text(name))).contains(expected.of()));
    }

    private static Stream<Rule> rules(String member, RuleOf rule) {
        return definitions()
                .flatMap(definition -> objects(definition.object("differential").orElseThrow(), "element")
                        .flatMap(element ->
                                objects(element, member).flatMap(each -> rule.of(id(definition), element, each))))
                .distinct();
    }

    private interface RuleOf {
        Stream<Rule> of(String definition, JsonObject element, JsonObject rule);
    }

    private static Stream<Rule> invariant(String definition, JsonObject element, JsonObject constraint) {
        String key = constraint.text("key").orElseThrow();
        boolean warns = constraint.text("severity").orElseThrow().equals(WARNING);
        return key.startsWith("ki-") ? Stream.of(new Rule(definition, key, warns ? "warned" : "failing")) : Stream.of();
    }

    private static Stream<Rule> binding(String definition, JsonObject element, JsonObject binding) {
        return binding.text("strength").orElseThrow().equals("required")
                ? Stream.of(new Rule(definition, element.text("path").orElseThrow(), "failing"))
                : Stream.of();
    }

    /** The element as a definition names it; of what stands in an extension, the last step alone. */
    private static String element(Expected expected) {
        String path = expected.at().replaceAll("\\.ofType\\(\\w+\\)", "[x]").replaceAll("\\[\\d+]", "");
        return path.replaceFirst(".*\\.(modifierE|e)xtension\\.", "Extension.");
    }

    private static Stream<JsonObject> definitions() {
        return ALL.stream().filter(is("StructureDefinition"));
    }

    private static Predicate<JsonObject> is(String type) {
        return each -> each.resourceType().equals(type);
    }

    private static String id(JsonObject resource) {
        return resource.text("id").orElseThrow();
    }

    private static String folder(String name) {
        return name.substring(0, name.indexOf('/'));
    }

    /** The definitions of ours that a body names. */
    private static Set<String> named(String json) {
        return NAMED.matcher(json).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Stream<JsonObject> objects(JsonObject parent, String name) {
        return parent.items(name).stream().map(JsonObject.class::cast);
    }
}
