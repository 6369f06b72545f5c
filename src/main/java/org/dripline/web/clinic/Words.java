package org.dripline.web.clinic;

import java.util.Locale;
import java.util.Map;

/** Codes as people say them. */
final class Words {
    /** SNOMED CT severities, as in the profile of the diagnosis. */
    private static final Map<String, String> SEVERITIES =
            Map.of("255604002", ", mild", "6736007", ", moderate", "24484000", ", severe");

    private Words() {}

    static String severity(String code) {
        return SEVERITIES.getOrDefault(code, "");
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
