package org.dripline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingNamesTest {
    @Test
    void refusesAMistypedNameAndSaysTheNearest() {
        refuses(settings("dripline.prot"), "The setting dripline.prot is unknown; did you mean dripline.port?");
        refuses(
                settings("dripline.limits.bundle-entrys"),
                "The setting dripline.limits.bundle-entrys is unknown;"
                        + " did you mean dripline.limits.bundle-entries?");
        refuses(settings("dripline.limits"), "The setting dripline.limits is unknown; did you mean dripline.data?");
    }

    @Test
    void refusesEachMistypedName() {
        refuses(
                settings("dripline.prot", "dripline.dta"),
                "The setting dripline.dta is unknown; did you mean dripline.data?"
                        + " The setting dripline.prot is unknown; did you mean dripline.port?");
    }

    @Test
    void refusesAMistypedEnvironmentVariable() {
        refuses(
                variables("DRIPLINE_PROT"),
                "The environment variable DRIPLINE_PROT is unknown; did you mean DRIPLINE_PORT?");
        refuses(
                variables("DRIPLINE_LIMITS_BUNDLEENTRY"),
                "The environment variable DRIPLINE_LIMITS_BUNDLEENTRY is unknown;"
                        + " did you mean DRIPLINE_LIMITS_BUNDLEENTRIES?");
    }

    @Test
    void takesEachFormOfAName() {
        takes(settings("dripline.port", "dripline.limits.bundle-entries"));
        takes(settings("dripline.limits.bundleEntries"));
        takes(variables("DRIPLINE_PORT", "DRIPLINE_LIMITS_BUNDLEENTRIES"));
        takes(variables("DRIPLINE_LIMITS_BUNDLE_ENTRIES"));
    }

    @Test
    void leavesAloneWhatIsNotItsOwn() {
        takes(settings("server.address", "driplines.prot"));
        takes(variables("PORT", "DRIPLINE", "HOME"));
    }

    private static PropertySource<?> settings(String... names) {
        return new MapPropertySource("settings", ones(names));
    }

    private static PropertySource<?> variables(String... names) {
        return new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, ones(names));
    }

    private static Map<String, Object> ones(String... names) {
        return Arrays.stream(names).collect(Collectors.toMap(name -> name, name -> "1"));
    }

    private static void refuses(PropertySource<?> source, String line) {
        assertThatThrownBy(() -> check(source)).isInstanceOf(StartRefused.class).hasMessage(line);
    }

    private static void takes(PropertySource<?> source) {
        assertThatCode(() -> check(source)).doesNotThrowAnyException();
    }

    private static void check(PropertySource<?> source) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(each -> environment.getPropertySources().remove(each.getName()));
        environment.getPropertySources().addFirst(source);
        SettingNames.check(environment);
    }
}
