package org.dripline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.dripline.engine.store.DatabaseServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DatabaseSettingsTest {
    private static final String URL = "jdbc:postgresql://localhost:5432/dripline";

    @Test
    void needsNothingToBeSet() {
        assertThat(settings(Map.of()).server()).isEmpty();
    }

    @Test
    void takesEachSettingUnderItsName() {
        Map<String, String> all = Map.of(
                "spring.datasource.url", URL,
                "spring.datasource.username", "clinic",
                "spring.datasource.password", "secret");
        assertThat(settings(all).server()).contains(new DatabaseServer(URL, "clinic", "secret"));
        assertThat(SettingNames.all())
                .filteredOn(name -> name.startsWith("spring."))
                .containsExactlyInAnyOrderElementsOf(all.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postgresql://localhost/dripline", "jdbc:h2:mem:x"})
    void refusesAnotherKindOfUrl(String url) {
        refuses("spring.datasource.url", url);
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "password"})
    void refusesAUserOrAPasswordWithoutAUrl(String name) {
        refuses("spring.datasource." + name, "secret");
    }

    @Test
    void neverPrintsThePassword() {
        String url = URL + "?password=secret";
        DatabaseSettings settings =
                settings(Map.of("spring.datasource.url", url, "spring.datasource.password", "secret"));
        assertThat(settings).asString().contains(URL).doesNotContain("secret");
        assertThat(settings.server().orElseThrow()).asString().doesNotContain("secret");
    }

    private static DatabaseSettings settings(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate(DatabaseSettings.PREFIX, DatabaseSettings.class);
    }

    private static void refuses(String name, String value) {
        assertThatThrownBy(() -> settings(Map.of(name, value)))
                .rootCause()
                .isInstanceOf(StartRefused.class)
                .hasMessage("The setting spring.datasource.url has a value that cannot be used;"
                        + " it takes a URL such as jdbc:postgresql://localhost:5432/dripline.");
    }
}
