package org.dripline.catalog;

import static org.dripline.schema.Tables.QUESTIONNAIRES;

import org.dripline.engine.mapping.ResourceMapping;

/** A scale that patients or raters fill in. */
final class QuestionnaireMapping {
    static final ResourceMapping MAPPING = ResourceMapping.of("Questionnaire", QUESTIONNAIRES)
            .identifiers()
            .code("status", QUESTIONNAIRES.STATUS, Vocabulary.PUBLICATION_STATUS, "status")
            .text("url", QUESTIONNAIRES.URL, "url")
            .text("version", QUESTIONNAIRES.BUSINESS_VERSION)
            .text("name", QUESTIONNAIRES.NAME)
            .text("title", QUESTIONNAIRES.TITLE)
            .dates("date", QUESTIONNAIRES.DATED_FROM, QUESTIONNAIRES.DATED_TO, "date")
            .build();

    private QuestionnaireMapping() {}
}
