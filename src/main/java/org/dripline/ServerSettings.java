package org.dripline;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.dripline.fhir.FhirLimits;
import org.dripline.profile.ProfileMode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this server runs. A key it does not know stops the start.
 *
 * @param port TCP port; 8080 unless set, 0 for any free one, since 0.1
 * @param data folder that holds the embedded database; {@code data} unless set, made when absent, since 0.1
 * @param base URL under which others know this server; absolute references below it are to its own resources; unless
 *     set {@code http://127.0.0.1:port/fhir}; the loopback names are known in any case, since 0.1
 * @param zone the clinic's time zone, in which a date without a zone is meant; UTC unless set, since 0.1
 * @param demo whether an empty database is filled with example records; false unless set, since 0.1
 * @param terminal whether the standard output is a terminal, on which progress may rewrite its line; false unless set,
 *     since 0.1
 * @param profiles how far profiles reach; {@code routed} unless set, since 0.1
 * @param limits how much one request may ask for
 */
@ConfigurationProperties(prefix = "dripline", ignoreUnknownFields = false)
public record ServerSettings(
        @DefaultValue("8080") int port,
        @DefaultValue("data") Path data,
        @Nullable String base,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("false") boolean demo,
        @DefaultValue("false") boolean terminal,
        @DefaultValue("routed") ProfileMode profiles,
        @DefaultValue FhirLimits limits) {

    /** {@link #ownBase} and the names by which clients on this machine reach the server. */
    List<String> ownBases() {
        return List.of(ownBase(), "http://127.0.0.1:" + port + "/fhir", "http://localhost:" + port + "/fhir");
    }

    /** The base URL that is set, or the one this machine knows. */
    String ownBase() {
        return base == null ? "http://127.0.0.1:" + port + "/fhir" : base;
    }
}
