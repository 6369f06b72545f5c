package org.dripline.fhir;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.document.JsonObject;
import org.dripline.engine.search.CodedKind;
import org.dripline.engine.search.Neighbours;
import org.dripline.profile.ClinicCodes;
import org.dripline.profile.ProfileValidator;

/**
 * Knows by their company which Procedures are infusions though nothing in them says so: those that are based on a
 * treatment course, and those that an administration of ketamine or esketamine is part of. What comes with them counts
 * before what is stored. Thread-safe.
 */
final class Infusions {
    private static final String PROCEDURE = "Procedure";
    private static final String COURSE = "CarePlan";
    private static final String ADMINISTRATION = "MedicationAdministration";

    private static final CodedKind COURSES = CodedKind.of("CarePlan.category", ClinicCodes.COURSES);
    private static final CodedKind GIVEN =
            CodedKind.of("MedicationAdministration.medicationCodeableConcept", ClinicCodes.AGENTS);
    private static final Neighbours.Link PART_OF_PROCEDURE =
            new Neighbours.Link("MedicationAdministration.partOf", PROCEDURE);

    private final Neighbours neighbours;

    Infusions(Neighbours neighbours) {
        this.neighbours = neighbours;
    }

    /**
     * Type and id of each infusion among resources that are to be written together. At most two statements, none where
     * no Procedure leaves the question open.
     *
     * @param entries each resource under its type and id; empty for a deletion
     */
    Set<String> among(Access access, Map<String, JsonObject> entries) {
        Map<String, JsonObject> open = ofType(PROCEDURE, entries);
        open.values()
                .removeIf(procedure -> procedure.members().isEmpty()
                        || ProfileValidator.kindOf(procedure).isPresent());
        if (open.isEmpty()) {
            return Set.of();
        }
        Map<String, JsonObject> administrations = ofType(ADMINISTRATION, entries);
        Set<String> found = administrations.values().stream()
                .filter(given -> ProfileValidator.kindOf(given).isPresent())
                .flatMap(given -> references(given, "partOf", PROCEDURE))
                .collect(Collectors.toCollection(HashSet::new));
        open.keySet().removeAll(found);

        Set<String> courses = courses(access, entries, open.values());
        open.forEach((id, procedure) -> {
            if (references(procedure, "basedOn", COURSE).anyMatch(courses::contains)) {
                found.add(id);
            }
        });
        open.keySet().removeAll(found);

        found.addAll(
                neighbours.linked(access, GIVEN.except(administrations.keySet()), PART_OF_PROCEDURE, open.keySet()));
        return found.stream().map(id -> PROCEDURE + '/' + id).collect(Collectors.toSet());
    }

    /** The treatment courses among what the procedures are based on: as they are about to be, else as stored. */
    private Set<String> courses(Access access, Map<String, JsonObject> entries, Collection<JsonObject> procedures) {
        Map<String, JsonObject> written = ofType(COURSE, entries);
        Set<String> stored = procedures.stream()
                .flatMap(procedure -> references(procedure, "basedOn", COURSE))
                .filter(id -> !written.containsKey(id))
                .collect(Collectors.toSet());
        Set<String> courses = new HashSet<>(neighbours.ofKind(access, COURSES, stored));
        written.forEach((id, plan) -> ProfileValidator.kindOf(plan).ifPresent(kind -> courses.add(id)));
        return courses;
    }

    /** The ids of those of the element's references that are to resources of that type here. */
    private Stream<String> references(JsonObject resource, String element, String type) {
        return resource.items(element).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .flatMap(reference -> reference.text("reference").stream())
                .flatMap(reference -> neighbours.localId(reference, type).stream());
    }

    private static Map<String, JsonObject> ofType(String type, Map<String, JsonObject> entries) {
        Map<String, JsonObject> byId = new HashMap<>();
        entries.forEach((reference, resource) -> {
            if (reference.startsWith(type + '/')) {
                byId.put(reference.substring(type.length() + 1), resource);
            }
        });
        return byId;
    }
}
