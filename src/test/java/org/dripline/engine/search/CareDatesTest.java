package org.dripline.engine.search;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import org.dripline.catalog.Catalog;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchKind;
import org.dripline.engine.mapping.SearchParameter;
import org.junit.jupiter.api.Test;

class CareDatesTest {
    private static final ResourceCatalog CATALOG = Catalog.resources();

    /** The table of the clarifications: a type that comes with dates must be decided there and here. */
    @Test
    void tellsForEachTypeWhichOfItsDatesIsThatOfTheCare() {
        CareDates dates = new CareDates(CATALOG);
        String table = CATALOG.all().stream()
                .filter(mapping -> !dated(mapping).isEmpty())
                .map(mapping -> mapping.type() + ": " + dates.parameters().getOrDefault(mapping.type(), "none") + " of "
                        + dated(mapping))
                .collect(joining("\n"));
        assertThat(table).isEqualTo("""
                AdverseEvent: date of date
                AllergyIntolerance: none of date, last-date, onset
                Bundle: none of timestamp
                CapabilityStatement: none of date
                CarePlan: date of activity-date, date
                CareTeam: date of date
                CodeSystem: none of date
                Communication: sent of received, sent
                Composition: date of date, period
                ConceptMap: none of date
                Condition: onset-date of abatement-date, onset-date, recorded-date
                Consent: date of date, period
                DetectedIssue: identified of identified
                DocumentReference: date of date, period
                Encounter: date of date, location-period
                EpisodeOfCare: date of date
                Flag: date of date
                Goal: none of start-date, target-date
                ImplementationGuide: none of date
                List: none of date
                Medication: none of expiration-date
                MedicationAdministration: effective-time of effective-time
                MedicationRequest: authoredon of authoredon, date
                MedicationStatement: effective of effective
                NamingSystem: none of date, period
                Observation: date of date, value-date
                OperationDefinition: none of date
                Patient: none of birthdate, death-date
                PractitionerRole: none of date
                Procedure: date of date
                Provenance: none of recorded, when
                Questionnaire: none of date, effective
                QuestionnaireResponse: authored of authored
                RelatedPerson: none of birthdate
                SearchParameter: none of date
                ServiceRequest: authored of authored, occurrence
                StructureDefinition: none of date
                Task: none of authored-on, modified, period
                ValueSet: none of date""");
    }

    private static String dated(ResourceMapping mapping) {
        return mapping.parameters().stream()
                .filter(parameter -> parameter.kind() == SearchKind.DATE)
                .map(SearchParameter::name)
                .filter(name -> !name.startsWith("_"))
                .collect(joining(", "));
    }
}
