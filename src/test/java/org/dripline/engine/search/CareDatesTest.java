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
                CarePlan: date of activity-date, date
                CodeSystem: none of date
                Condition: onset-date of abatement-date, onset-date, recorded-date
                Encounter: date of date, location-period
                MedicationAdministration: effective-time of effective-time
                Observation: date of date, value-date
                Patient: none of birthdate, death-date
                Procedure: date of date
                Questionnaire: none of date, effective
                QuestionnaireResponse: authored of authored
                SearchParameter: none of date
                StructureDefinition: none of date
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
