package org.dripline.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.util.UUID;
import org.dripline.engine.bundle.Changes;
import org.dripline.engine.bundle.EntryPatches;
import org.dripline.engine.bundle.Shipped;
import org.dripline.engine.bundle.Transactions;
import org.dripline.engine.history.ResourceHistory;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.search.MatchExplainer;
import org.dripline.engine.search.Neighbours;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.store.IdSource;
import org.dripline.engine.store.ResourceStore;
import org.dripline.patch.Patch;
import org.dripline.profile.ProfileValidator;
import org.dripline.treatment.ClinicSnapshot;
import org.dripline.treatment.CourseSummaries;
import org.dripline.web.clinic.CourseView;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the HTTP face. */
@Configuration(proxyBeanMethods = false)
class FhirConfiguration {

    @Bean
    FhirContext fhirContext() {
        return FhirContext.forR4Cached();
    }

    @Bean
    ResourceEndpoint resourceEndpoint(
            ResourceStore store,
            ResourceSearch search,
            MatchExplainer explainer,
            Router router,
            ResourceEndpoint.Writing writing,
            ResourceHistory history,
            SummaryEndpoint.Clinic clinic) {
        return new ResourceEndpoint(store, search, explainer, router, writing, history, clinic);
    }

    @Bean
    SummaryEndpoint.Clinic clinic(CourseSummaries summaries, ClinicSnapshot snapshot, Clock clock, CourseView view) {
        return new SummaryEndpoint.Clinic(summaries, snapshot, clock, view);
    }

    @Bean
    IdSource idSource() {
        // Random, so that an id tells nobody how many patients there are or who came before.
        return () -> UUID.randomUUID().toString();
    }

    @Bean
    Changes changes(
            ResourceStore store,
            ResourceSearch search,
            ResourceCatalog catalog,
            WritePolicy policy,
            ProfileValidator validator) {
        boolean deletesMany = policy.conditionalDelete() == ConditionalDelete.MULTIPLE;
        return new Changes(
                store,
                search,
                catalog,
                deletesMany,
                Shipped.of(validator.artefacts().all()));
    }

    @Bean
    Transactions transactions(Changes changes, ResourceCatalog catalog, IdSource ids, FhirLimits limits) {
        EntryPatches patches = resource -> Patch.ofEntry(resource, limits.document())::apply;
        return new Transactions(changes, catalog, ids, patches, limits.bundleEntries());
    }

    @Bean
    Validation validation(ProfileValidator validator, Neighbours neighbours) {
        return new Validation(validator, new Infusions(neighbours));
    }

    @Bean
    ResourceEndpoint.Writing writing(
            Validation validation, FhirLimits limits, Changes changes, Transactions transactions, IdSource ids) {
        return new ResourceEndpoint.Writing(validation, limits, changes, transactions, ids);
    }

    @Bean
    Capabilities capabilities(ResourceCatalog catalog, WritePolicy policy, ProfileValidator validator) {
        return new Capabilities(catalog, policy, validator.artefacts().profiles());
    }

    @Bean
    Router router(ResourceCatalog catalog) {
        return new Router(catalog);
    }

    @Bean
    FhirServlet fhirServlet(
            FhirContext context, Capabilities capabilities, Router router, ResourceEndpoint endpoint, OwnHosts hosts) {
        FhirServlet servlet = new FhirServlet(context, router, endpoint, hosts);
        servlet.setServerConformanceProvider(capabilities);
        servlet.registerInterceptor(new HapiFailures());
        return servlet;
    }

    /** FHIR has its own check, since its refusals come in the format that was asked for. */
    @Bean
    FilterRegistrationBean<OwnHostsFilter> ownHostsFilter(OwnHosts hosts) {
        FilterRegistrationBean<OwnHostsFilter> registration = new FilterRegistrationBean<>(new OwnHostsFilter(hosts));
        registration.addUrlPatterns("/ig/*", "/clinic/*", "/actuator/*");
        return registration;
    }

    @Bean
    ServletRegistrationBean<FhirServlet> fhirRegistration(FhirServlet servlet) {
        ServletRegistrationBean<FhirServlet> registration = new ServletRegistrationBean<>(servlet, "/fhir/*");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
