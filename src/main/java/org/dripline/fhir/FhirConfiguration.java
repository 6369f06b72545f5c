package org.dripline.fhir;

import ca.uhn.fhir.context.FhirContext;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.store.ResourceStore;
import org.dripline.profile.ProfileMode;
import org.dripline.profile.ProfileValidator;
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
            ResourceCatalog catalog, ResourceStore store, ResourceSearch search, ResourceEndpoint.Writing writing) {
        return new ResourceEndpoint(catalog, store, search, writing);
    }

    @Bean
    ResourceEndpoint.Writing writing(ProfileValidator validator, FhirLimits limits) {
        return new ResourceEndpoint.Writing(validator, limits);
    }

    @Bean
    Capabilities capabilities(ResourceCatalog catalog, ProfileMode mode) {
        return new Capabilities(catalog, mode);
    }

    @Bean
    FhirServlet fhirServlet(
            FhirContext context, Capabilities capabilities, ResourceCatalog catalog, ResourceEndpoint endpoint) {
        FhirServlet servlet = new FhirServlet(context, new Router(catalog), endpoint);
        servlet.setServerConformanceProvider(capabilities);
        servlet.registerInterceptor(new HapiFailures());
        return servlet;
    }

    @Bean
    ServletRegistrationBean<FhirServlet> fhirRegistration(FhirServlet servlet) {
        ServletRegistrationBean<FhirServlet> registration = new ServletRegistrationBean<>(servlet, "/fhir/*");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
