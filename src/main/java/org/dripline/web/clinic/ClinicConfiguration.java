package org.dripline.web.clinic;

import java.time.Clock;
import org.dripline.access.Access;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.store.ResourceStore;
import org.dripline.profile.ProfileValidator;
import org.dripline.treatment.ClinicOverviews;
import org.dripline.treatment.CourseSummaries;
import org.dripline.web.PageServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Serves the clinic's pages. */
@Configuration(proxyBeanMethods = false)
class ClinicConfiguration {

    @Bean
    People people(ResourceStore store, ResourceSearch search) {
        return new People(store, search);
    }

    @Bean
    CodeNames codeNames(ProfileValidator validator) {
        return new CodeNames(validator.artefacts().all());
    }

    @Bean
    CourseView courseView(People people, CodeNames names, CourseSummaries summaries, Clock clock) {
        return new CourseView(people, names, clock.withZone(summaries.zone()));
    }

    @Bean
    ClinicPages clinicPages(
            CourseSummaries summaries, ClinicOverviews overviews, People people, CodeNames names, CourseView view) {
        OverviewPage overview = new OverviewPage(overviews, people, names);
        return new ClinicPages(summaries, people, overview, view, Access.ofClinic("pages"));
    }

    @Bean
    ServletRegistrationBean<PageServlet> clinicRegistration(ClinicPages pages) {
        PageServlet servlet = PageServlet.ofPatients(ClinicPages.TITLE, pages::find);
        return new ServletRegistrationBean<>(servlet, "/clinic/*");
    }

    /** The empty pattern is the server's address itself. */
    @Bean
    ServletRegistrationBean<FrontDoor> frontDoor() {
        return new ServletRegistrationBean<>(new FrontDoor(), "");
    }
}
