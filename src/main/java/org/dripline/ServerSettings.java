package org.dripline;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.dripline.engine.store.LinkMode;
import org.dripline.fhir.ConditionalDelete;
import org.dripline.fhir.FhirLimits;
import org.dripline.profile.ProfileMode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How this server runs. A value that cannot be stops the start, and so does a name that is none: {@link SettingNames}.
 *
 * @param port TCP port; 8080 unless set, 0 for any free one, since 0.1
 * @param data folder that holds the embedded database; {@code data} unless set, made when absent; a text, since Spring
 *     would look on the class path for a Path, since 0.1
 * @param base URL under which others know this server; absolute references below it are to its own resources; unless
 *     set {@code http://127.0.0.1:port/fhir}; the loopback names are known in any case, since 0.1
 * @param zone the clinic's time zone, in which a date without a zone is meant; UTC unless set, since 0.1
 * @param demo whether an empty database is filled with example records; false unless set, since 0.1
 * @param terminal whether the standard output is a terminal, on which progress may rewrite its line; false unless set,
 *     since 0.1
 * @param reproject whether all typed rows are rebuilt from their documents, beside the serving; a change of the mapping,
 *     of the zone or of the base does so by itself; false unless set, since 0.1
 * @param profiles how far profiles reach; {@code routed} unless set, since 0.1
 * @param profilesFolder folder with the operator's own StructureDefinitions, ValueSets and CodeSystems, as JSON or XML;
 *     none unless set, since 0.1
 * @param conditionalDelete whether a deletion by criteria may name more than one resource, {@code single} or
 *     {@code multiple}; single unless set, since 0.1
 * @param references whether a reference to what is not there is refused, {@code enforced}, or kept, {@code unchecked}:
 *     for feeds and imports whose order is not known; enforced unless set, since 0.1
 * @param limits how much one request may ask for
 */
@ConfigurationProperties(prefix = "dripline")
public record ServerSettings(
        @DefaultValue("8080") int port,
        @DefaultValue("data") String data,
        @Nullable String base,
        @DefaultValue("UTC") ZoneId zone,
        @DefaultValue("false") boolean demo,
        @DefaultValue("false") boolean terminal,
        @DefaultValue("false") boolean reproject,
        @DefaultValue("routed") ProfileMode profiles,
        @Nullable String profilesFolder,
        @DefaultValue("single") ConditionalDelete conditionalDelete,
        @DefaultValue("enforced") LinkMode references,
        @DefaultValue FhirLimits limits) {

    private static final int LAST_PORT = 65_535;
    private static final DataSize LARGEST_BODY = DataSize.ofGigabytes(1);

    public ServerSettings {
        require(port >= 0 && port <= LAST_PORT, "dripline.port", "a number from 0 to " + LAST_PORT);
        require(
                base == null || isBase(base),
                "dripline.base",
                "an http or https URL without a slash at its end, such as https://clinic.example/fhir");
        // An empty path would be the folder that the server was started in.
        require(
                profilesFolder == null || !profilesFolder.isBlank(),
                "dripline.profiles-folder",
                "the path of a folder that can be read");
        require(
                isBody(limits.body()),
                "dripline.limits.body",
                "a size from 1B to " + LARGEST_BODY.toMegabytes() + "MB");
        require(limits.parameters() > 0, "dripline.limits.parameters", "a number from 1 on");
        require(limits.bundleEntries() > 0, "dripline.limits.bundle-entries", "a number from 1 on");
    }

    private static void require(boolean good, String name, String expected) {
        if (!good) {
            throw StartRefused.value(name, expected);
        }
    }

    private static boolean isBase(String text) {
        try {
            URI uri = URI.create(text);
            return List.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && !text.endsWith("/");
        } catch (IllegalArgumentException notUri) {
            return false;
        }
    }

    private static boolean isBody(DataSize body) {
        return body.toBytes() > 0 && body.compareTo(LARGEST_BODY) <= 0;
    }

    /** {@link #ownBase} and the names by which clients on this machine reach the server. */
    List<String> ownBases() {
        return List.of(ownBase(), "http://127.0.0.1:" + port + "/fhir", "http://localhost:" + port + "/fhir");
    }

    /** The base URL that is set, or the one this machine knows. */
    String ownBase() {
        return base == null ? "http://127.0.0.1:" + port + "/fhir" : base;
    }
}
