package org.dripline.catalog;

import static org.dripline.schema.Tables.QUESTIONNAIRE_RESPONSES;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;

/** A filled-in scale. */
final class QuestionnaireResponseMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("QuestionnaireResponse", QUESTIONNAIRE_RESPONSES)
            .patient("subject", "patient", "subject")
            .identifiers()
            .code(
                    "status",
                    QUESTIONNAIRE_RESPONSES.STATUS,
                    "http://hl7.org/fhir/questionnaire-answers-status",
                    "status")
            .element(
                    "questionnaire",
                    new Layout.Canonical(
                            QUESTIONNAIRE_RESPONSES.QUESTIONNAIRE_URL, QUESTIONNAIRE_RESPONSES.QUESTIONNAIRE_VERSION),
                    "questionnaire")
            .dates("authored", QUESTIONNAIRE_RESPONSES.AUTHORED_FROM, QUESTIONNAIRE_RESPONSES.AUTHORED_TO, "authored")
            .element(
                    "authored",
                    new Layout.Times(QUESTIONNAIRE_RESPONSES.AUTHORED_START, QUESTIONNAIRE_RESPONSES.AUTHORED_END))
            .link("encounter", QUESTIONNAIRE_RESPONSES.ENCOUNTER_ID, "Encounter", "encounter")
            .links("basedOn", "based-on")
            .links("partOf", "part-of")
            .links("author", "author")
            .links("source", "source")
            .element("item", new Layout.Answers())
            .extension(
                    Vocabulary.ASSESSMENT_TIMEPOINT,
                    new Layout.FirstCoding(null, QUESTIONNAIRE_RESPONSES.TIMEPOINT_CODE))
            .build();

    private QuestionnaireResponseMapping() {}
}
