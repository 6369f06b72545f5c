package org.dripline.monitoring;

import org.dripline.engine.store.Database;
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
            ApplicationAvailability availability, Database database, Metrics metrics) {
        Health health = new Health(availability, database::answers, System::nanoTime);
        return new ServletRegistrationBean<>(new ActuatorServlet(health, metrics), "/actuator/*");
    }
}
