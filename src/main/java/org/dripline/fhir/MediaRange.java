package org.dripline.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One media type or range of a header, such as {@code application/fhir+json;fhirVersion=4.0;q=0.5}.
 *
 * @param type lower case, without parameters
 * @param charset lower case, or null
 * @param fhirVersion as written, or null
 * @param weight from 0 to 1
 */
record MediaRange(
        String type, @Nullable String charset, @Nullable String fhirVersion, double weight) {

    /** Never fails: what makes no sense simply names no format. */
    static MediaRange parse(String text) {
        String[] parts = text.split(";", -1);
        String charset = null;
        String fhirVersion = null;
        double weight = 1;
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                String value = unquoted(parts[i].substring(equals + 1).strip());
                switch (parts[i].substring(0, equals).strip().toLowerCase(Locale.ROOT)) {
                    case "charset" -> charset = value.toLowerCase(Locale.ROOT);
                    case "fhirversion" -> fhirVersion = value;
                    case "q" -> weight = weight(value);
                    default -> {
                        // Other parameters do not change what we can send.
                    }
                }
            }
        }
        return new MediaRange(parts[0].strip().toLowerCase(Locale.ROOT), charset, fhirVersion, weight);
    }

    /** The formats that satisfy this range as an answer, the usual one first. */
    List<Format> formats() {
        if (!servedVersion() || !utf8()) {
            return List.of();
        }
        return switch (type) {
            case "*/*", "application/*", "text/*" -> List.of(Format.JSON, Format.XML);
            case "application/fhir+json", "application/json", "text/json", "json" -> List.of(Format.JSON);
            case "application/fhir+xml", "application/xml", "text/xml", "xml" -> List.of(Format.XML);
            default -> List.of();
        };
    }

    /** The usual format of those. */
    Optional<Format> format() {
        return formats().stream().findFirst();
    }

    /** How exact this range is: the more exact outranks the less (RFC 9110, 12.5.1). */
    int precision() {
        if (type.equals("*/*")) {
            return 0;
        }
        return type.endsWith("/*") ? 1 : 2;
    }

    /** The format of a body that is sent with this type, if we read it. */
    Optional<Format> bodyFormat() {
        return type.contains("*") || !type.contains("/") ? Optional.empty() : format();
    }

    boolean utf8() {
        return charset == null || charset.equals("utf-8") || charset.equals("utf8");
    }

    private boolean servedVersion() {
        return fhirVersion == null || fhirVersion.equals("4.0") || fhirVersion.equals("4.0.1");
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static double weight(String text) {
        try {
            return Math.clamp(Double.parseDouble(text), 0.0, 1.0);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
