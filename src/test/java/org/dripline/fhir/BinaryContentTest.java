package org.dripline.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.dripline.engine.store.StoredVersion;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a Binary whose content nobody can read: one that was stored before its base64 was looked at. */
class BinaryContentTest {
    private static StoredVersion stored(String data) {
        String document =
                "{\"resourceType\":\"Binary\",\"id\":\"b\",\"contentType\":\"text/plain\",\"data\":\"" + data + "\"}";
        return new StoredVersion(
                "Binary", "b", 1, Instant.EPOCH, StoredVersion.Interaction.CREATE, document.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AQIDB", "AQ=ID", "AQI", "!", "AQ-_", "  "})
    void refusesToSendWhatIsNoBase64(String data) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> BinaryContent.reply(stored(data)));

        assertThat(refusal.status()).isEqualTo(406);
        assertThat(refusal.issues().getFirst().text())
                .contains("application/fhir+json")
                .doesNotContain(" " + data + " ");
    }

    @Test
    void sendsWhatStandsInGroups() {
        assertThat(BinaryContent.reply(stored("AQID\\r\\n BA==\\t")).body()).containsExactly(1, 2, 3, 4);
    }
}
