package org.dripline.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.dripline.fhir.Requests.request;

import java.util.List;
import java.util.Set;
import org.dripline.catalog.Catalog;
import org.dripline.engine.history.HistoryTarget;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.SearchTarget;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    private final Router router = new Router(Catalog.resources());

    @Test
    void knowsEachInteractionByItsPath() {
        assertThat(route("GET", "/Patient/a.b-1")).isEqualTo(new Interaction.Read("Patient", "a.b-1"));
        assertThat(route("HEAD", "/Patient/1")).isEqualTo(new Interaction.Read("Patient", "1"));
        assertThat(route("GET", "/Patient/1/_history/2")).isEqualTo(new Interaction.Vread("Patient", "1", 2));
        assertThat(route("GET", "/Patient/1/_history?_count=3"))
                .isEqualTo(new Interaction.History(new HistoryTarget.OfResource("Patient", "1")));
        assertThat(route("HEAD", "/Patient/_history"))
                .isEqualTo(new Interaction.History(new HistoryTarget.OfType("Patient")));
        assertThat(route("GET", "/_history")).isEqualTo(new Interaction.History(new HistoryTarget.OfSystem()));
        assertThat(route("POST", "/Patient")).isEqualTo(new Interaction.Create("Patient"));
        assertThat(route("PUT", "/Patient/1")).isEqualTo(new Interaction.Update("Patient", "1"));
        assertThat(route("DELETE", "/Patient/1")).isEqualTo(new Interaction.Delete("Patient", "1"));
        assertThat(route("POST", "/")).isEqualTo(new Interaction.Transaction());
        assertThat(route("GET", "/metadata")).isEqualTo(new Interaction.Capabilities());
        assertThat(route("POST", "/Patient/$validate")).isEqualTo(new Interaction.Validate("Patient", ""));
        assertThat(route("POST", "/Patient/1/$validate")).isEqualTo(new Interaction.Validate("Patient", "1"));
        assertThat(route("HEAD", "/Patient/$everything?_count=1")).isEqualTo(new Interaction.Everything("", false));
        assertThat(route("POST", "/Patient/1/$everything")).isEqualTo(new Interaction.Everything("1", true));
        assertThat(route("OPTIONS", "/Patient/1"))
                .isEqualTo(
                        new Interaction.Options("Patient", Set.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "PUT")));
    }

    @Test
    void takesTheParametersOfAWriteForItsCriteria() {
        List<Parameter> criteria = List.of(new Parameter("identifier", "a"));
        assertThat(route("PUT", "/Patient?identifier=a&_format=xml"))
                .isEqualTo(new Interaction.ConditionalUpdate("Patient", criteria));
        assertThat(route("PATCH", "/Patient?identifier=a"))
                .isEqualTo(new Interaction.ConditionalPatch("Patient", criteria));
        assertThat(route("DELETE", "/Patient?identifier=a"))
                .isEqualTo(new Interaction.ConditionalDelete("Patient", criteria));
        assertThat(route("DELETE", "/Patient?_format=json"))
                .as("without criteria, for the criteria to be refused")
                .isEqualTo(new Interaction.ConditionalDelete("Patient", List.of()));
        assertThat(route("PATCH", "/Patient/1")).isEqualTo(new Interaction.Patch("Patient", "1"));
    }

    @Test
    void leavesTheParametersOfASearchToTheSearch() {
        assertThat(route("GET", "/Patient?gender=male&_format=json"))
                .isEqualTo(new Interaction.Search(
                        new SearchTarget.OfType("Patient"), List.of(new Parameter("gender", "male")), false));
        assertThat(route("POST", "/Patient/_search"))
                .isEqualTo(new Interaction.Search(new SearchTarget.OfType("Patient"), List.of(), true));
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /Patient/1, 405",
        "BREW, /Patient, 405",
        "GET, /Patient/_search, 405",
        "GET, /Patient/$validate, 405",
        "PUT, /CarePlan/1/$treatment-summary, 405",
        "PATCH, /Patient/1/$treatment-summary, 405",
        "DELETE, /Patient/1/$summary, 405",
        "PUT, /ValueSet/1, 405",
        "POST, /ValueSet, 405",
        "DELETE, /Patient/1/_history/1, 405",
        "BREW, /Patient?_format=json, 405",
        "PUT, /ValueSet?url=a, 405",
        "POST, /_history, 405",
        "PUT, /Patient/_history, 405",
        "GET, /metadata?mode=terminology, 501",
        "GET, /Patients, 404",
        "GET, /Patient/1/other, 404",
        "GET, /Patient/1/_history/x, 404",
        "GET, /Patient/1/_history/01, 404",
        "POST, /$export, 404",
        "PUT, /Patient/$everything, 405",
        "DELETE, /Patient/1/$everything, 405",
        "GET, /Practitioner/$everything, 404",
        "GET, /Patient/a_b/$everything, 400",
        "GET, /Patient/1/2/$everything, 404",
        "GET, /Patient/a_b, 400",
        "GET, /Patient/.., 400",
        "GET, /Patient/1/_history/a_b, 400",
        "GET, /Patient/1?name=x, 400",
        "POST, /Patient?name=x, 400",
        "GET, /Patient/1/_history?code=x, 400",
        "GET, /Patient/_history?_before=1, 400",
        "GET, /_history?_list=1, 400",
        "POST, /?x=y, 400"
    })
    void refusesEverythingElseWithAReason(String method, String url, int status) {
        assertThat(refusal(method, url).status()).isEqualTo(status);
    }

    @Test
    void takesAnIdOf64CharactersAndNotOneMore() {
        assertThat(route("GET", "/Patient/" + "a".repeat(64))).isInstanceOf(Interaction.Read.class);
        assertThat(refusal("GET", "/Patient/" + "a".repeat(65)).status()).isEqualTo(400);
    }

    @Test
    void namesTheMethodsThatAreServedInstead() {
        assertThat(refusal("POST", "/Patient/1").headers())
                .containsEntry("Allow", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT");
    }

    @Test
    void namesTheNearestTypeAndDoesNotRepeatTheOneAskedFor() {
        assertThat(refusal("GET", "/patients").issues().getFirst().text())
                .contains("Patient")
                .doesNotContain("patients");
    }

    private Interaction route(String method, String url) {
        return router.route(request(method, url));
    }

    private Refusal refusal(String method, String url) {
        return catchThrowableOfType(Refusal.class, () -> route(method, url));
    }
}
