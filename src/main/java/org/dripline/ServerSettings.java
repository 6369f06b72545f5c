package org.dripline;

import java.nio.file.Path;
import org.dripline.fhir.FhirLimits;
import org.dripline.profile.ProfileMode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this server runs. A key it does not know stops the start.
 *
 * @param port TCP port; 8080 unless set, 0 for any free one, since 0.1
 * @param data folder that holds the embedded database; {@code data} unless set, made when absent, since 0.1
 * @param demo whether an empty database is filled with example records; false unless set, since 0.1
 * @param profiles how far profiles reach; {@code routed} unless set, since 0.1
 * @param limits how much one request may ask for
 */
@ConfigurationProperties(prefix = "dripline", ignoreUnknownFields = false)
public record ServerSettings(
        @DefaultValue("8080") int port,
        @DefaultValue("data") Path data,
        @DefaultValue("false") boolean demo,
        @DefaultValue("routed") ProfileMode profiles,
        @DefaultValue FhirLimits limits) {}
