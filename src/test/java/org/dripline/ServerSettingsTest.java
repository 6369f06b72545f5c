package org.dripline;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.ZoneId;
import java.util.Map;
import org.dripline.engine.store.LinkMode;
import org.dripline.fhir.ConditionalDelete;
import org.dripline.fhir.FhirLimits;
import org.dripline.profile.ProfileMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ServerSettingsTest {
    private static ServerSettings settings(Map<String, String> set) {
        return new Binder(new MapConfigurationPropertySource(set)).bindOrCreate("dripline", ServerSettings.class);
    }

    @Test
    void needsNothingToBeSet() {
        FhirLimits limits = new FhirLimits(DataSize.ofMegabytes(8), 1000, 1000);
        assertThat(settings(Map.of()))
                .isEqualTo(new ServerSettings(
                        8080,
                        "data",
                        null,
                        ZoneId.of("UTC"),
                        false,
                        false,
                        false,
                        ProfileMode.ROUTED,
                        null,
                        ConditionalDelete.SINGLE,
                        LinkMode.ENFORCED,
                        limits));
        assertThat(FhirLimits.DEFAULT).isEqualTo(limits);
    }

    @Test
    void takesEachSettingUnderItsName() {
        FhirLimits limits = new FhirLimits(DataSize.ofMegabytes(2), 10, 20);
        Map<String, String> all = Map.ofEntries(
                entry("dripline.port", "8081"),
                entry("dripline.data", "some/folder"),
                entry("dripline.base", "https://clinic.example/fhir"),
                entry("dripline.zone", "Europe/Berlin"),
                entry("dripline.demo", "yes"),
                entry("dripline.terminal", "true"),
                entry("dripline.reproject", "yes"),
                entry("dripline.profiles", "strict"),
                entry("dripline.profiles-folder", "some/profiles"),
                entry("dripline.conditional-delete", "multiple"),
                entry("dripline.references", "unchecked"),
                entry("dripline.limits.body", "2MB"),
                entry("dripline.limits.parameters", "10"),
                entry("dripline.limits.bundle-entries", "20"));
        assertThat(settings(all))
                .isEqualTo(new ServerSettings(
                        8081,
                        "some/folder",
                        "https://clinic.example/fhir",
                        ZoneId.of("Europe/Berlin"),
                        true,
                        true,
                        true,
                        ProfileMode.STRICT,
                        "some/profiles",
                        ConditionalDelete.MULTIPLE,
                        LinkMode.UNCHECKED,
                        limits));
        assertThat(SettingNames.all())
                .filteredOn(name -> name.startsWith("dripline."))
                .containsExactlyInAnyOrderElementsOf(all.keySet());
    }

    /** Not as the package of this name on the class path, which is what Spring makes of a Path. */
    @Test
    void takesTheDataFolderAsItIsWritten() {
        assertThat(settings(Map.of("dripline.data", "org")).data()).isEqualTo("org");
    }

    /** A client links to what it was told, and links lead back under the name that it called. */
    @Test
    void isKnownByEachLoopbackName() {
        assertThat(settings(Map.of("dripline.port", "8081")).ownBases())
                .contains("http://127.0.0.1:8081/fhir", "http://localhost:8081/fhir");
        assertThat(settings(Map.of("dripline.base", "https://clinic.example/fhir"))
                        .ownBases())
                .contains("https://clinic.example/fhir", "http://localhost:8080/fhir");
    }

    @ParameterizedTest
    @CsvSource({
        "dripline.port, 0",
        "dripline.port, 65535",
        "dripline.base, http://clinic.example",
        "dripline.limits.body, 1B",
        "dripline.limits.body, 1GB",
        "dripline.limits.parameters, 1",
        "dripline.limits.bundle-entries, 1"
    })
    void takesTheExtremes(String name, String value) {
        assertThat(catchThrowable(() -> settings(Map.of(name, value)))).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dripline.port                  | -1                             | a number from 0 to 65535
            dripline.port                  | 65536                          | a number from 0 to 65535
            dripline.port                  | http                           | a whole number
            dripline.port                  | ''                             | a whole number
            dripline.base                  | clinic.example/fhir            | an http or https URL without a slash at its end, such as https://clinic.example/fhir
            dripline.base                  | ftp://clinic.example/fhir      | an http or https URL without a slash at its end, such as https://clinic.example/fhir
            dripline.base                  | https://clinic.example/fhir/   | an http or https URL without a slash at its end, such as https://clinic.example/fhir
            dripline.base                  | https://clinic.example/fhir?a  | an http or https URL without a slash at its end, such as https://clinic.example/fhir
            dripline.base                  | ::                             | an http or https URL without a slash at its end, such as https://clinic.example/fhir
            dripline.zone                  | Mars                           | a time zone such as UTC or Europe/Berlin
            dripline.demo                  | perhaps                        | yes or no
            dripline.terminal              | perhaps                        | yes or no
            dripline.profiles              | lax                            | one of claimed, routed, strict
            dripline.profiles-folder       | ''                             | the path of a folder that can be read
            dripline.limits.body           | large                          | a size such as 8MB
            dripline.limits.body           | 0B                             | a size from 1B to 1024MB
            dripline.limits.body           | 1025MB                         | a size from 1B to 1024MB
            dripline.limits.parameters     | 0                              | a number from 1 on
            dripline.limits.bundle-entries | 0                              | a number from 1 on
            """)
    void refusesOtherValuesByNameAndNeverRepeatsThem(String name, String value, String expected) {
        Throwable failure = catchThrowable(() -> settings(Map.of(name, value)));
        assertThat(StartFailure.explain(failure))
                .hasValue("The setting " + name + " has a value that cannot be used; it takes " + expected + ".");
    }
}
