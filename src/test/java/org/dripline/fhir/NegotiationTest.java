package org.dripline.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.dripline.fhir.Requests.request;

import java.util.List;
import java.util.Map;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "*/*!JSON",
                "application/fhir+json!JSON",
                "application/json;q=0.1, application/fhir+xml;q=0.2!XML",
                "application/fhir+xml; fhirVersion=4.0!XML",
                "text/xml; charset=UTF-8!XML",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8!XML",
                "application/fhir+xml;q=0, */*;q=0.1!JSON",
                "application/fhir+json;q=0, */*;q=0.1!XML",
                "application/fhir+json;q=0.2, application/*;q=0.5!XML",
                "application/*;q=0.5, */*!JSON",
                "application/turtle, */*;q=0.1!JSON"
            })
    void picksTheHeaviestRangeThatIsServed(String accept, Format expected) {
        assertThat(Negotiation.of(request("GET", "/Patient", Map.of("Accept", accept)))
                        .format())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/turtle",
                "application/fhir+json;fhirVersion=3.0",
                "application/fhir+json;q=0",
                "application/fhir+json;charset=utf-16",
                "image/*"
            })
    void refusesWhatCannotBeServed(String accept) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Negotiation.of(request("GET", "/Patient", Map.of("Accept", accept))))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(406));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml", "text/xml", "application/fhir+xml", "application/fhir%2Bxml", "application%2Fxml"})
    void formatOutranksAccept(String format) {
        assertThat(Negotiation.of(request("GET", "/Patient?_format=" + format, Map.of("Accept", "application/json")))
                        .format())
                .isEqualTo(Format.XML);
    }

    @Test
    void linksRepeatWhatTheUrlAskedFor() {
        Negotiation asked = Negotiation.of(request("GET", "/Patient?_format=text/xml&_pretty=true"));
        assertThat(asked.link("http://h/fhir/Patient", "a=b"))
                .isEqualTo("http://h/fhir/Patient?a=b&_format=xml&_pretty=true");
        assertThat(Negotiation.DEFAULT.link("http://h/fhir/Patient", "")).isEqualTo("http://h/fhir/Patient");
    }

    @ParameterizedTest
    @ValueSource(strings = {"_pretty=yes", "_pretty=", "_format=xml&_format=json"})
    void refusesAnUnclearWish(String query) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Negotiation.of(request("GET", "/Patient?" + query)))
                .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(400));
    }

    @Test
    void guessesForErrorsWithoutEverRefusing() {
        assertThat(Negotiation.forErrors("text/html", List.of()).format()).isEqualTo(Format.JSON);
        assertThat(Negotiation.forErrors("application/xml", List.of()).format()).isEqualTo(Format.XML);
    }
}
