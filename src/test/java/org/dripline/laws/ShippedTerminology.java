package org.dripline.laws;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.laws.oracle.Terminology;
import org.dripline.laws.oracle.Terminology.Code;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;

/** The value sets and complete code systems that stand in the project, expanded by reading them. */
final class ShippedTerminology {
    private static final Path FOLDER = Path.of("fhir-profiles/generated");

    private final Map<String, Set<Code>> valueSets = new HashMap<>();
    private final Map<Code, Set<Code>> descendants = new HashMap<>();

    private ShippedTerminology() {}

    static Terminology read() {
        ShippedTerminology shipped = new ShippedTerminology();
        resources("CodeSystem-", CodeSystem.class).stream()
                // Of a fragment the rest is not known, so neither is what stands below a code.
                .filter(system -> system.getContent() == CodeSystemContentMode.COMPLETE)
                .forEach(system -> shipped.add(system.getUrl(), system.getConcept()));
        resources("ValueSet-", ValueSet.class).forEach(shipped::add);
        return new Terminology(shipped.valueSets, shipped.descendants);
    }

    private static <T extends Resource> List<T> resources(String prefix, Class<T> type) {
        IParser parser = FhirContext.forR4Cached().newJsonParser();
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .sorted()
                    .map(file -> parser.parseResource(type, text(file)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Set<Code> add(String system, List<ConceptDefinitionComponent> concepts) {
        Set<Code> all = new HashSet<>();
        for (ConceptDefinitionComponent concept : concepts) {
            Code code = new Code(system, concept.getCode());
            Set<Code> below = add(system, concept.getConcept());
            descendants.put(code, below);
            all.add(code);
            all.addAll(below);
        }
        return all;
    }

    private void add(ValueSet valueSet) {
        Set<Code> codes = new HashSet<>();
        for (ConceptSetComponent include : valueSet.getCompose().getInclude()) {
            if (include.hasFilter()
                    || include.hasValueSet()
                    || valueSet.getCompose().hasExclude()) {
                throw new IllegalStateException("Nobody has said how to expand " + valueSet.getUrl());
            }
            include.getConcept().forEach(concept -> codes.add(new Code(include.getSystem(), concept.getCode())));
            if (!include.hasConcept()) {
                descendants.keySet().stream()
                        .filter(code -> code.system().equals(include.getSystem()))
                        .forEach(codes::add);
            }
        }
        valueSets.put(valueSet.getUrl(), codes);
    }
}
