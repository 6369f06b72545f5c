package org.dripline.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** HTTP's date form (RFC 9110, 5.6.7), whole seconds in GMT. */
final class HttpDates {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private HttpDates() {}

    static String format(Instant instant) {
        return FORM.format(instant);
    }

    /** The date of an instant as FHIR writes it; empty for what is none. */
    static Optional<String> ofInstant(String text) {
        try {
            return Optional.of(format(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Empty for what is no such date: HTTP says a condition on it is then ignored. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(FORM.parse(text.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
