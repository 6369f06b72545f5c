package org.dripline.profile;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.jspecify.annotations.Nullable;

/**
 * The codes of R4's own value sets and code systems and of ours, as far as their content is known here; never asks the
 * network. What was found once is kept. Thread-safe.
 */
public final class KnownCodes {
    /** A larger value set is no condition of a search. */
    static final int MAX_MEMBERS = 1000;

    /** More than R4 has definitions. */
    private static final int MAX_KEPT = 5000;

    /** A code of a system; a null system is none. */
    public record Concept(@Nullable String system, String code) {}

    private final IValidationSupport support;
    private final Map<String, Set<Concept>> members = new ConcurrentHashMap<>();
    private final Map<String, Hierarchy> hierarchies = new ConcurrentHashMap<>();

    KnownCodes(IValidationSupport support) {
        this.support = support;
    }

    /** The members of a value set, by its canonical, with or without a version, or as {@code ValueSet/id} of ours. */
    public Optional<Set<Concept>> members(String valueSet) {
        String canonical = valueSet.startsWith("ValueSet/") ? ProfileArtefacts.CANONICAL + valueSet : valueSet;
        return kept(members, canonical, this::expand);
    }

    /** A code and all codes below it; empty when the system's content is unknown, or lacks the code. */
    public Optional<Set<String>> below(String system, String code) {
        return kept(hierarchies, system, this::read).flatMap(hierarchy -> hierarchy.reach(code, hierarchy.children()));
    }

    /** A code and all codes above it; empty when the system's content is unknown, or lacks the code. */
    public Optional<Set<String>> above(String system, String code) {
        return kept(hierarchies, system, this::read).flatMap(hierarchy -> hierarchy.reach(code, hierarchy.parents()));
    }

    /** Only what was found is kept; a bound all the same, since one definition may be asked for in many ways. */
    private static <T> Optional<T> kept(Map<String, T> answers, String name, Function<String, Optional<T>> find) {
        T known = answers.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<T> found = find.apply(name);
        found.filter(answer -> answers.size() < MAX_KEPT).ifPresent(answer -> answers.put(name, answer));
        return found;
    }

    private Optional<Set<Concept>> expand(String canonical) {
        if (!(support.fetchValueSet(canonical) instanceof ValueSet valueSet)) {
            return Optional.empty();
        }
        var outcome = support.expandValueSet(new ValidationSupportContext(support), null, valueSet);
        if (outcome == null || outcome.getError() != null || !(outcome.getValueSet() instanceof ValueSet expanded)) {
            return Optional.empty();
        }
        Set<Concept> found = new LinkedHashSet<>();
        collect(expanded.getExpansion().getContains(), found);
        return found.isEmpty() || found.size() > MAX_MEMBERS ? Optional.empty() : Optional.of(Set.copyOf(found));
    }

    private static void collect(List<ValueSetExpansionContainsComponent> contains, Set<Concept> into) {
        for (ValueSetExpansionContainsComponent each : contains) {
            if (each.hasCode() && !each.getAbstract()) {
                into.add(new Concept(each.getSystem(), each.getCode()));
            }
            collect(each.getContains(), into);
        }
    }

    private Optional<Hierarchy> read(String system) {
        // Of a fragment the rest is not known, so neither is what stands below a code.
        return support.fetchCodeSystem(system) instanceof CodeSystem known
                        && known.getContent() == CodeSystemContentMode.COMPLETE
                ? Optional.of(Hierarchy.of(known))
                : Optional.empty();
    }

    /** Which codes of a system stand directly above and below which. */
    private record Hierarchy(Map<String, Set<String>> parents, Map<String, Set<String>> children) {
        static Hierarchy of(CodeSystem system) {
            Hierarchy hierarchy = new Hierarchy(new LinkedHashMap<>(), new LinkedHashMap<>());
            hierarchy.add(null, system.getConcept());
            return hierarchy;
        }

        private void add(@Nullable String parent, List<ConceptDefinitionComponent> concepts) {
            for (ConceptDefinitionComponent concept : concepts) {
                parents.computeIfAbsent(concept.getCode(), code -> new LinkedHashSet<>());
                if (parent != null) {
                    link(parent, concept.getCode());
                }
                for (ConceptPropertyComponent property : concept.getProperty()) {
                    // HL7's own systems say it this way where a code has several parents.
                    if (property.getCode().equals("subsumedBy")
                            || property.getCode().equals("parent")) {
                        link(property.getValue().primitiveValue(), concept.getCode());
                    }
                }
                add(concept.getCode(), concept.getConcept());
            }
        }

        private void link(String parent, String child) {
            parents.computeIfAbsent(child, code -> new LinkedHashSet<>()).add(parent);
            children.computeIfAbsent(parent, code -> new LinkedHashSet<>()).add(child);
        }

        Optional<Set<String>> reach(String code, Map<String, Set<String>> steps) {
            if (!parents.containsKey(code)) {
                return Optional.empty();
            }
            Set<String> reached = new LinkedHashSet<>(Set.of(code));
            List<String> next = List.of(code);
            while (!next.isEmpty()) {
                next = next.stream()
                        .flatMap(each -> steps.getOrDefault(each, Set.of()).stream())
                        .filter(reached::add)
                        .toList();
            }
            return Optional.of(Set.copyOf(reached));
        }
    }
}
