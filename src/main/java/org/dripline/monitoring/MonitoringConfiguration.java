package org.dripline.monitoring;

import org.dripline.engine.store.Database;
import org.dripline.fhir.OwnHosts;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires health and metrics. */
@Configuration(proxyBeanMethods = false)
class MonitoringConfiguration {
    @Bean
    Metrics metrics() {
        return new Metrics();
    }

    @Bean
    ServletRegistrationBean<ActuatorServlet> actuator(
            ApplicationAvailability availability, Database database, Metrics metrics, OwnHosts hosts) {
        Health health = new Health(availability, database::answers, System::nanoTime);
        return new ServletRegistrationBean<>(new ActuatorServlet(health, metrics, hosts), "/actuator/*");
    }
}
