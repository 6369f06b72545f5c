package org.dripline.laws.oracle;

import static java.util.stream.Collectors.toCollection;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * What {@code $everything} shows of a fixed set of resources, by R4's CompartmentDefinition of a patient and the FHIRPath
 * of the search parameters it names. A resource is the own of the patient who is its subject.
 */
public final class EverythingOracle {
    /** As https://hl7.org/fhir/R4/compartmentdefinition-patient.html has it, for the types that are served. */
    private static final Map<String, List<String>> COMPARTMENT = Map.ofEntries(
            Map.entry("AdverseEvent", List.of("subject")),
            Map.entry("AllergyIntolerance", List.of("patient", "recorder", "asserter")),
            Map.entry("CarePlan", List.of("patient", "performer")),
            Map.entry("CareTeam", List.of("patient", "participant")),
            Map.entry("Communication", List.of("subject", "sender", "recipient")),
            Map.entry("Composition", List.of("subject", "author", "attester")),
            Map.entry("Condition", List.of("patient", "asserter")),
            Map.entry("Consent", List.of("patient")),
            Map.entry("DetectedIssue", List.of("patient")),
            Map.entry("DocumentReference", List.of("subject", "author")),
            Map.entry("Encounter", List.of("patient")),
            Map.entry("EpisodeOfCare", List.of("patient")),
            Map.entry("Flag", List.of("patient")),
            Map.entry("Goal", List.of("patient")),
            Map.entry("Group", List.of("member")),
            Map.entry("List", List.of("subject", "source")),
            Map.entry("MedicationAdministration", List.of("patient", "performer", "subject")),
            Map.entry("MedicationRequest", List.of("subject")),
            Map.entry("MedicationStatement", List.of("subject")),
            Map.entry("Observation", List.of("subject", "performer")),
            Map.entry("Patient", List.of("link")),
            Map.entry("Procedure", List.of("patient", "performer")),
            Map.entry("Provenance", List.of("patient")),
            Map.entry("QuestionnaireResponse", List.of("subject", "author")),
            Map.entry("RelatedPerson", List.of("patient")),
            Map.entry("ServiceRequest", List.of("subject", "performer")));

    /** Whose own a resource is: the element that says so, for the types that do not call it subject or patient. */
    private static final Map<String, String> OWNERS = Map.of(
            "Binary", "Binary.securityContext",
            "Bundle", "Bundle.entry.resource.ofType(Composition).subject",
            "Task", "Task.for");

    private static final Map<String, List<String>> CANONICALS = Map.of(
            "CarePlan", List.of("instantiates-canonical"),
            "Communication", List.of("instantiates-canonical"),
            "Procedure", List.of("instantiates-canonical"),
            "QuestionnaireResponse", List.of("questionnaire"),
            "ServiceRequest", List.of("instantiates-canonical"));

    private final SearchOracle oracle;
    private final FhirTerser terser = new FhirTerser(FhirContext.forR4Cached());
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final Map<String, String> owners = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Map<String, Set<String>> referred = new LinkedHashMap<>();

    public EverythingOracle(SearchOracle oracle, Collection<Resource> resources) {
        this.oracle = oracle;
        resources.forEach(resource -> this.resources.put(name(resource), resource));
        resources.forEach(resource -> {
            owner(resource).ifPresent(owner -> {
                owners.put(name(resource), owner);
                members.computeIfAbsent(owner, unseen -> new HashSet<>()).add(name(resource));
            });
            referred.put(name(resource), referred(resource));
            COMPARTMENT.getOrDefault(resource.fhirType(), List.of()).stream()
                    .flatMap(parameter -> values(resource, parameter))
                    .flatMap(value -> oracle.target(value).stream())
                    .filter(target -> target.fhirType().equals("Patient"))
                    .forEach(patient -> members.computeIfAbsent(name(patient), unseen -> new HashSet<>())
                            .add(name(resource)));
        });
    }

    /** Names such as {@code Procedure/1}. */
    public record Contents(Set<String> compartment, Set<String> supporting) {}

    /**
     * The record of one patient.
     *
     * @param outside those that lie outside the care dates asked for
     */
    public Contents of(String patient, Set<String> outside) {
        Set<String> compartment = new TreeSet<>(Set.of(patient));
        members.getOrDefault(patient, Set.of()).stream()
                .filter(name -> owners.getOrDefault(name, patient).equals(patient))
                .filter(name -> !outside.contains(name))
                .forEach(compartment::add);
        Set<String> supporting = compartment.stream()
                .flatMap(name -> referred.getOrDefault(name, Set.of()).stream())
                .filter(name -> !owners.containsKey(name) && !compartment.contains(name))
                .collect(toCollection(TreeSet::new));
        return new Contents(compartment, supporting);
    }

    private static String name(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private Stream<IBase> values(Resource resource, String parameter) {
        return oracle.values(resource, oracle.definition(resource.fhirType(), parameter)).stream();
    }

    private Optional<String> owner(Resource resource) {
        if (resource.fhirType().equals("Patient")) {
            return Optional.of(name(resource));
        }
        return Stream.of("subject", "patient")
                .flatMap(parameter -> oracle.find(resource.fhirType(), parameter).stream())
                .map(Definition::expression)
                .findFirst()
                .or(() -> Optional.ofNullable(OWNERS.get(resource.fhirType())))
                .stream()
                .flatMap(expression -> oracle.evaluate(resource, expression).stream())
                .flatMap(value -> oracle.local(value).stream())
                .filter(target -> target.type().equals("Patient"))
                .map(target -> "Patient/" + target.id())
                .findFirst();
    }

    private Set<String> referred(Resource resource) {
        Stream<String> references = terser.getAllPopulatedChildElementsOfType(resource, Reference.class).stream()
                .flatMap(reference -> oracle.target(reference).stream())
                .map(EverythingOracle::name);
        Stream<String> canonicals = CANONICALS.getOrDefault(resource.fhirType(), List.of()).stream()
                .flatMap(parameter -> values(resource, parameter))
                .filter(CanonicalType.class::isInstance)
                .map(CanonicalType.class::cast)
                .filter(CanonicalType::hasValue)
                .map(CanonicalType::getValue)
                .flatMap(this::questionnaires);
        return Stream.concat(references, canonicals).collect(toCollection(TreeSet::new));
    }

    private Stream<String> questionnaires(String canonical) {
        return resources.values().stream()
                .filter(Questionnaire.class::isInstance)
                .map(Questionnaire.class::cast)
                .filter(each -> canonical.split("\\|", 2)[0].equals(each.getUrl()))
                .map(EverythingOracle::name);
    }
}
