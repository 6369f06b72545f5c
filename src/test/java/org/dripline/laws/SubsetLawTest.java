package org.dripline.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dripline.document.Excerpt;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.document.ReleasedStructures;
import org.dripline.document.XmlReader;
import org.dripline.document.XmlWriter;
import org.dripline.outcome.Issue;
import org.dripline.profile.BodyFormat;
import org.dripline.profile.ProfileMode;
import org.dripline.profile.ProfileValidator;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Law: a part holds what HL7's own StructureDefinition says it does, unaltered, is tagged exactly when something is
 * missing, and is itself R4 in both formats; a summary keeps R4's invariants too.
 */
class SubsetLawTest {
    private static final int VALIDATED = Integer.getInteger("laws.validated", 2);
    private static final ProfileValidator VALIDATOR = ProfileValidator.load(ProfileMode.CLAIMED, 2);

    @AfterAll
    static void close() {
        VALIDATOR.close();
    }

    @ParameterizedTest
    @MethodSource("org.dripline.laws.Laws#types")
    void summaryHoldsWhatR4Marks(String type) {
        Map<String, ElementDefinition> definitions = definitions(type);
        for (int seed = 0; seed < Laws.SEEDS; seed++) {
            JsonObject whole = GeneratedResource.of(type, seed);
            JsonObject part = Excerpt.summary(whole);
            checkPart(whole, part, seed);
            checkKept(
                    withoutHollow(whole, part, definitions),
                    part,
                    definitions,
                    element -> element.getIsSummary() || element.getMin() > 0 || element.getIsModifier());
            if (seed < VALIDATED) {
                // Of a Consent that names a policy R4 marks only the policyRule that it lacks.
                assertThat(errors(part))
                        .filteredOn(issue -> !issue.rule().equals("ppc-1"))
                        .as("%s of seed %d", type, seed)
                        .isEmpty();
            }
        }
        Laws.report("Subset (summary)", type, Laws.SEEDS);
    }

    @ParameterizedTest
    @MethodSource("org.dripline.laws.Laws#types")
    void narrativeAndDataHoldWhatR4Says(String type) {
        Map<String, ElementDefinition> definitions = definitions(type);
        for (int seed = 0; seed < Laws.SEEDS; seed++) {
            JsonObject whole = GeneratedResource.of(type, seed);
            JsonObject narrative = Excerpt.narrative(whole);
            checkPart(whole, narrative, seed);
            checkKept(
                    whole,
                    narrative,
                    definitions,
                    element -> element.getMin() > 0 || element.getPath().matches("\\w+\\.(id|meta|text)"));
            JsonObject data = Excerpt.data(whole);
            checkPart(whole, data, seed);
            assertThat(data.without("meta")).isEqualTo(whole.without("text").without("meta"));
        }
        Laws.report("Subset (text, data)", type, 2 * Laws.SEEDS);
    }

    @ParameterizedTest
    @MethodSource("org.dripline.laws.Laws#types")
    void elementsHoldWhatIsAskedFor(String type) {
        Map<String, ElementDefinition> definitions = definitions(type);
        List<String> names = List.copyOf(definitions.keySet());
        for (int seed = 0; seed < Laws.SEEDS; seed++) {
            JsonObject whole = GeneratedResource.of(type, seed);
            String asked = names.get(seed % names.size());
            JsonObject part = Excerpt.elements(whole, Set.of(asked));
            checkPart(whole, part, seed);
            checkKept(
                    whole,
                    part,
                    definitions,
                    element -> element.getMin() > 0
                            || element.getIsModifier()
                            || element.getPath().matches("\\w+\\.(id|meta|" + asked + ")(\\[x])?"));
        }
        Laws.report("Subset (elements)", type, Laws.SEEDS);
    }

    /** Each element of the resource itself is there or not, as the definition says. */
    private static void checkKept(
            JsonObject whole,
            JsonObject part,
            Map<String, ElementDefinition> definitions,
            Predicate<ElementDefinition> kept) {
        for (String name : whole.members().keySet()) {
            if (!Set.of("resourceType", "contained").contains(name)) {
                boolean expected = kept.test(Objects.requireNonNull(definitions.get(stem(name, definitions))));
                assertThat(part.get(name) != null).as(name).isEqualTo(expected);
            }
        }
    }

    /** A summary leaves out a part of the resource of which it would hold nothing. */
    private static JsonObject withoutHollow(
            JsonObject whole, JsonObject part, Map<String, ElementDefinition> definitions) {
        JsonObject rest = whole;
        for (String name : whole.members().keySet()) {
            ElementDefinition definition = definitions.get(name);
            boolean block =
                    definition != null && definition.getTypeFirstRep().getCode().equals("BackboneElement");
            rest = block && part.get(name) == null ? rest.without(name) : rest;
        }
        return rest;
    }

    private static void checkPart(JsonObject whole, JsonObject part, int seed) {
        String which = whole.resourceType() + " of seed " + seed;
        JsonObject untagged = part.equals(whole) ? part : withoutTag(part, whole);
        assertThat(isWithin(untagged, whole)).as(which).isTrue();
        assertThat(Excerpt.isTagged(part)).as(which).isEqualTo(!part.equals(whole));
        assertThat(XmlReader.read(XmlWriter.bytes(part), Limits.DEFAULT)).isEqualTo(part);
        if (seed < VALIDATED) {
            // R4 itself leaves out what its invariants ask for, such as the name of an Organization (org-1), and who
            // asks for contained resources alone gets them without their links (dom-3).
            assertThat(errors(part))
                    .filteredOn(issue -> !issue.code().equals("invariant"))
                    .filteredOn(issue -> !issue.rule().equals("contained-orphan-dom3"))
                    .as(which)
                    .isEmpty();
        }
    }

    private static List<Issue> errors(JsonObject part) {
        return VALIDATOR.check(JsonWriter.bytes(part), BodyFormat.JSON, part).issues().stream()
                .filter(issue -> issue.severity().refuses())
                .toList();
    }

    private static JsonObject withoutTag(JsonObject part, JsonObject whole) {
        JsonObject meta = part.object("meta").orElseThrow();
        List<Json> tags = new ArrayList<>(meta.items("tag"));
        tags.removeLast();
        JsonObject bare = tags.isEmpty() ? meta.without("tag") : meta.with("tag", new Json.Array(tags));
        return whole.get("meta") == null ? part.without("meta") : part.with("meta", bare);
    }

    private static boolean isWithin(Json part, Json whole) {
        if (part instanceof JsonObject object && whole instanceof JsonObject larger) {
            return object.members().entrySet().stream().allMatch(member -> {
                Json value = larger.get(member.getKey());
                return value != null && isWithin(member.getValue(), value);
            });
        }
        if (part instanceof Json.Array array && whole instanceof Json.Array larger) {
            return array.items().stream()
                    .allMatch(item -> larger.items().stream().anyMatch(each -> isWithin(item, each)));
        }
        return part.equals(whole);
    }

    /** The elements of the resource itself, by their names without {@code [x]}. */
    private static Map<String, ElementDefinition> definitions(String type) {
        return ReleasedStructures.of(type).getSnapshot().getElement().stream()
                .filter(element -> element.getPath().matches("\\w+\\.[^.]+"))
                .collect(Collectors.toMap(
                        element -> element.getPath().replaceAll("\\w+\\.|\\[x]", ""), element -> element));
    }

    private static String stem(String member, Map<String, ElementDefinition> definitions) {
        String name = member.startsWith("_") ? member.substring(1) : member;
        return definitions.entrySet().stream()
                .filter(each -> name.equals(each.getKey())
                        || (each.getValue().getPath().endsWith("[x]") && name.startsWith(each.getKey())))
                .map(Map.Entry::getKey)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }
}
