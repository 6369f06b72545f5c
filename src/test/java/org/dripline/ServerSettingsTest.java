package org.dripline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ServerSettingsTest {
    private static ServerSettings settings(Map<String, String> set) {
        return new Binder(new MapConfigurationPropertySource(set)).bindOrCreate("dripline", ServerSettings.class);
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
}
