package org.dripline;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dripline.outcome.Nearest;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The names of all settings. One that is mistyped stops the start, wherever it stands: it would leave the default in
 * place unnoticed, and put records into another folder than meant. Spring's own check passes over environment variables
 * and system properties.
 */
final class SettingNames {
    private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("dripline");
    private static final ConfigurationPropertyName DATABASE = ConfigurationPropertyName.of(DatabaseSettings.PREFIX);

    private SettingNames() {}

    /** As they are written in files and on the command line, in the order of the records. */
    static List<String> all() {
        return Stream.concat(
                        below(OURS.toString(), ServerSettings.class),
                        below(DATABASE.toString(), DatabaseSettings.class))
                .toList();
    }

    private static Stream<String> below(String prefix, Class<?> settings) {
        return Stream.of(settings.getRecordComponents()).flatMap(component -> names(prefix, component));
    }

    private static Stream<String> names(String prefix, RecordComponent component) {
        String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
        return component.getType().isRecord() ? below(name, component.getType()) : Stream.of(name);
    }

    /** Refuses the start for unknown names, each with the one that was most likely meant. */
    static void check(Environment environment) {
        List<String> faults = new ArrayList<>();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource names) {
                boolean variables = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
                faults.addAll(faults(names, variables));
            }
        }
        if (!faults.isEmpty()) {
            throw new StartRefused(String.join(" ", faults));
        }
    }

    private static List<String> faults(IterableConfigurationPropertySource source, boolean variables) {
        // A variable has one sign for both: DRIPLINE_LIMITS_BUNDLE_ENTRIES.
        List<ConfigurationPropertyName> known = all().stream()
                .flatMap(name -> variables ? Stream.of(name, name.replace('-', '.')) : Stream.of(name))
                .map(ConfigurationPropertyName::of)
                .toList();
        return source.stream()
                .filter(name -> OURS.isAncestorOf(name) || DATABASE.isAncestorOf(name))
                .filter(name -> !known.contains(name))
                .map(ConfigurationPropertyName::toString)
                .sorted()
                .map(name -> fault(name, variables))
                .toList();
    }

    private static String fault(String name, boolean variable) {
        String meant = Nearest.of(name, all()).orElseThrow();
        return variable
                ? "The environment variable " + variable(name) + " is unknown; did you mean " + variable(meant) + "?"
                : "The setting " + name + " is unknown; did you mean " + meant + "?";
    }

    private static String variable(String name) {
        return name.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT);
    }
}
