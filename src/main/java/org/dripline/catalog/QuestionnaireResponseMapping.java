package org.dripline.catalog;

import static org.dripline.schema.Tables.QUESTIONNAIRE_RESPONSES;

import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchKind;

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
            .links("partOf", "part-of")
            .element("item", new Layout.Answers())
            .extension(
                    Vocabulary.ASSESSMENT_TIMEPOINT,
                    new Layout.FirstCoding(null, QUESTIONNAIRE_RESPONSES.TIMEPOINT_CODE))
            .extension(Vocabulary.ASSESSMENT_TIMEPOINT, new Layout.Codings(), "timepoint")
            .ours(
                    "timepoint",
                    SearchKind.TOKEN,
                    "When within its treatment course the assessment was made",
                    "QuestionnaireResponse.extension.where(url='" + Vocabulary.ASSESSMENT_TIMEPOINT + "').value")
            .element("questionnaire", new Layout.CanonicalName(QUESTIONNAIRE_RESPONSES.INSTRUMENT), "instrument")
            .ours(
                    "instrument",
                    SearchKind.TOKEN,
                    "The scale that was filled in, by the last part of its Questionnaire's url: phq-9",
                    "QuestionnaireResponse.questionnaire.where(hasValue()).replaceMatches('^.*/([^/|]+)(\\\\|.*)?$', '$1')")
            .build();

    private QuestionnaireResponseMapping() {}
}
