package org.dripline;

import org.dripline.engine.store.Database;
import org.dripline.treatment.ClinicOverviews;
import org.dripline.treatment.ClinicSnapshot;
import org.dripline.treatment.CourseSummaries;
import org.dripline.treatment.CutOffs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what is computed from the clinic's views. */
@Configuration(proxyBeanMethods = false)
class TreatmentConfiguration {
    @Bean
    ClinicSnapshot clinicSnapshot(Database database) {
        return database::snapshot;
    }

    @Bean
    CourseSummaries courseSummaries(Database database, ClinicSnapshot snapshot, ServerSettings settings) {
        return new CourseSummaries(database.sql(), snapshot, CutOffs.shipped(), settings.zone());
    }

    @Bean
    ClinicOverviews clinicOverviews(
            Database database, ClinicSnapshot snapshot, CourseSummaries summaries, ServerSettings settings) {
        return new ClinicOverviews(database.sql(), snapshot, summaries, settings.zone());
    }
}
