package org.dripline.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.dripline.fhir.Requests.request;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.dripline.engine.store.StoredVersion;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionsTest {
    private static final StoredVersion THIRD = new StoredVersion(
            "Patient", "1", 3, Instant.parse("2026-11-01T10:00:00.750Z"), StoredVersion.Interaction.UPDATE, new byte[] {
                '{', '}'
            });

    @ParameterizedTest
    @ValueSource(strings = {"W/\"3\"", "\"3\"", " W/\"3\" "})
    void readsTheVersionOfIfMatch(String tag) {
        assertThat(Preconditions.ifMatch(request("PUT", "/Patient/1", Map.of("If-Match", tag))))
                .isEqualTo(OptionalLong.of(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "*", "W/3", "\"\"", "\"x\"", "\"03\"", "W/\"3\", W/\"4\"", "\"1234567890123456789\""})
    void refusesAnIfMatchThatNamesNoVersion(String tag) {
        assertThat(catchThrowableOfType(
                                Refusal.class,
                                () -> Preconditions.ifMatch(request("PUT", "/Patient/1", Map.of("If-Match", tag))))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "If-None-Match!W/\"3\"!true",
                "If-None-Match!W/\"2\", \"3\"!true",
                "If-None-Match!*!true",
                "If-None-Match!W/\"2\"!false",
                "If-Modified-Since!Sun, 01 Nov 2026 10:00:00 GMT!true",
                "If-Modified-Since!Sun, 01 Nov 2026 09:59:59 GMT!false",
                "If-Modified-Since!yesterday!false"
            })
    void knowsWhenTheCallerIsUpToDate(String header, String value, boolean expected) {
        assertThat(Preconditions.notModified(request("GET", "/Patient/1", Map.of(header, value)), THIRD))
                .isEqualTo(expected);
    }

    @Test
    void refusesAWriteUnderAConditionItWouldIgnore() {
        FhirRequest unmodified = request("PUT", "/Patient/1", Map.of("If-Unmodified-Since", "x"));
        assertThat(catchThrowableOfType(Refusal.class, () -> Preconditions.refuseUnsupported(unmodified))
                        .status())
                .isEqualTo(501);
        FhirRequest update = request("PUT", "/Patient/1", Map.of("If-None-Exist", "identifier=a"));
        assertThat(catchThrowableOfType(Refusal.class, () -> Preconditions.refuseIfNoneExist(update))
                        .status())
                .isEqualTo(400);
    }
}
