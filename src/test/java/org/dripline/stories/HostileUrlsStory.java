package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.stories.RawHttp.get;
import static org.dripline.stories.RawHttp.post;
import static org.dripline.stories.RawHttp.utf8;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.stories.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths and searches that are malformed, absurd or meant to do harm. */
@Timeout(120)
class HostileUrlsStory {
    private static final Pattern NEXT = Pattern.compile("\"next\",\"url\":\"http://[^/]*([^\"]*)\"");

    /** For each parameter; in turn, so that all kinds of parameters get each. */
    private static final int POISON_EACH = 2;

    /** What has broken other servers' parameters. */
    private static final List<String> POISON = List.of(
            "' or 1=1 --",
            "'; drop table fhir.patients; --",
            "\\",
            "\\'",
            "a\\",
            "%",
            "_",
            "(((((a+)+)+)+)+$",
            "*",
            "|",
            "|||",
            "\ufffe",
            "\ud83d\ude00",
            "a$b",
            "<script>",
            "${7*7}",
            "../../etc/passwd",
            "9".repeat(400),
            "-0",
            "1e999999999",
            "NaN",
            "x".repeat(8000),
            "\\,\\|\\$",
            "Patient/",
            "Patient/a/b",
            "urn:uuid:",
            "#a",
            " ",
            "\t",
            "\r\nX: y",
            "ge",
            "gege2020",
            "ap2020-01-01T",
            "2026-13-45",
            "lt99999");

    private final Hostile hostile = new Hostile();

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "url-encoding!/fhir/Patient?birthdate=%zz",
                "url-encoding!/fhir/Patient?birthdate=%",
                "url-encoding!/fhir/Patient?birthdate=%e",
                "url-encoding!/fhir/Patient?_id=%00",
                "url-encoding!/fhir/Patient?_id=%ff",
                "url-encoding!/fhir/Patient?_id=%c0%af",
                "url-encoding!/fhir/Patient?%zz=1",
                "http-request!/fhir/%zz",
                "http-request!/fhir/Patient/%",
                "http-request!/fhir/Patient/%00",
                "http-request!/fhir/Patient/%ff",
                "http-request!/fhir/Patient/%c0%af",
                "http-request!/fhir/Patient/a%2fb",
                "http-request!/fhir/Patient/a\\b",
                "http-request!/fhir/../../etc/passwd",
                "http-request!/../etc/passwd",
                "id-form!/fhir/Patient/..",
                "id-form!/fhir/Patient/%2e%2e",
                "id-form!/fhir/Patient/.%2e/Patient",
                "id-form!/fhir/Patient/a%20b",
                "id-form!/fhir/Patient/%c3%a4",
                "id-form!/fhir/Patient/a|b",
                "id-form!/fhir/Patient/a;v=1",
                "search-date!/fhir/Patient?birthdate=2026-13-45",
                "search-date!/fhir/Patient?birthdate=0000-00-00",
                "search-date!/fhir/Patient?birthdate=10000",
                "search-date!/fhir/Patient?birthdate=-1",
                "search-date!/fhir/Patient?birthdate=2026-01-01T10:00:00%2b99:00",
                "search-value!/fhir/Patient?birthdate=",
                "search-value!/fhir/Patient?birthdate",
                "search-value!/fhir/Patient?_id=a,",
                "search-parameter!/fhir/Patient?=x",
                "search-parameter!/fhir/Patient?_ID=a",
                "search-parameter!/fhir/Patient?no%20such=1",
                "search-modifier!/fhir/Patient?_id:exact=a",
                "search-modifier!/fhir/Patient?_id::=a",
                "search-count!/fhir/Patient?_count=-1",
                "search-count!/fhir/Patient?_count=999999999999",
                "search-count!/fhir/Patient?_count=abc",
                "search-repeated!/fhir/Patient?_count=1&_count=2",
                "search-sort!/fhir/Patient?_sort=Zq%20secret",
                "search-sort!/fhir/Patient?_sort=_id,,_id",
                "page-token!/fhir/Patient?_page=abc",
                "page-token!/fhir/Patient?_page=",
                "parameter-repeated!/fhir/Patient?_format=xml&_format=json",
                "parameter-value!/fhir/Patient?_pretty=Zqsecret",
                "search-reference!/fhir/Patient?organization=../../x",
                "parameter-unknown!/fhir/metadata?Zqsecret=1",
            })
    void refusesWithoutHarm(String rule, String target) {
        hostile.refused(400, rule, get(target));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "not-found!/fhir/Patient/a/_history/0",
                "not-found!/fhir/Patient/a/_history/-1",
                "not-found!/fhir/Patient/a/_history/99999999999999999999",
                "not-found!/fhir/Patient/a/_history/abc",
                "not-found!/fhir/Patient/a/b",
                "not-found!/fhir/Patient/a/_history/1/x",
                "not-found!/fhir/a/a/a/a/a/a/a/a/a/a/a",
                "not-found!/fhir//Patient",
                "not-found!/fhir/Patient//",
                "not-found!/FHIR/Patient",
                "not-found!/fhirx",
                "not-found!/error",
                "not-found!/WEB-INF/web.xml",
                "type-unknown!/fhir/patient",
                "type-unknown!/fhir/PATIENT",
                "type-unknown!/fhir/Patient;jsessionid=1",
                "type-unknown!/fhir;a=b/Patient",
                "type-unknown!/fhir/../fhir/Patient",
                "operation-unknown!/fhir/$Zqsecret",
                "operation-unknown!/fhir/Patient/$Zqsecret",
            })
    void findsNothing(String rule, String target) {
        hostile.refused(404, rule, get(target));
    }

    @Test
    void boundsIdsParametersValuesAndSorts() {
        hostile.refused(404, "not-found", get("/fhir/Patient/" + "a".repeat(64)));
        hostile.refused(400, "id-form", get("/fhir/Patient/" + "a".repeat(65)));
        hostile.refused(400, "search-parameters", get("/fhir/Patient?" + "_id=a&".repeat(1000)));
        hostile.refused(400, "parameter-count", get("/fhir/Patient?" + "_id=a&".repeat(1001)));
        hostile.refused(400, "search-values", get("/fhir/Patient?_id=a" + ",a".repeat(100)));
        hostile.refused(400, "search-sort", get("/fhir/Patient?_sort=_id" + ",_id".repeat(300)));
        hostile.answered(200, get("/fhir/Patient?_id=" + "a".repeat(9000)));
    }

    @Test
    void takesCharactersThatShouldHaveBeenEscaped() {
        hostile.answered(200, get("/fhir/Observation?code=http://loinc.org|44261-6"));
        hostile.answered(200, get("/fhir/Observation?code={}[]^\"<>\\\\`"));
        hostile.answered(200, get("/fhir/Patient?&&&_id=nobody&"));
        hostile.answered(200, get("/fhir/Patient/?_id=nobody"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9999-12-31T23:59:60Z", "ap0001", "ap9999", "gt9999-12-31", "0000", "lt0001-01-01", "ne0000"})
    void searchesTheEndsOfTime(String date) {
        hostile.answered(200, get("/fhir/Patient?birthdate=" + date));
        hostile.answered(200, get("/fhir/Patient?_lastUpdated=" + date));
        hostile.answered(200, get("/fhir/Encounter?date=" + date));
    }

    @Test
    void takesPoisonInEveryParameterForText() {
        JsonObject capabilities = RunningServer.json(hostile.server().get("/metadata"));
        JsonObject rest = (JsonObject) capabilities.items("rest").getFirst();
        int searched = 0;
        for (Json resource : rest.items("resource")) {
            String type = ((JsonObject) resource).text("type").orElseThrow();
            for (Json parameter : ((JsonObject) resource).items("searchParam")) {
                String name = ((JsonObject) parameter).text("name").orElseThrow();
                for (int each = 0; each < POISON_EACH; each++) {
                    String poison = POISON.get(searched % POISON.size());
                    String query = name + '=' + URLEncoder.encode(poison, StandardCharsets.UTF_8) + "&_count=1";
                    int status = hostile.server().get('/' + type + '?' + query).statusCode();
                    assertThat(status).as("%s?%s", type, query).isIn(200, 400);
                    searched++;
                }
            }
        }
        assertThat(searched).isGreaterThan(1000);
        hostile.stillAnswers();
    }

    @Test
    void knowsItsOwnPageTokens() {
        for (int i = 0; i < 3; i++) {
            hostile.answered(201, post("/fhir/Patient", Hostile.JSON, Hostile.patient("")));
        }
        Matcher next = NEXT.matcher(
                hostile.answered(200, get("/fhir/Patient?_count=1")).body());
        assertThat(next.find()).isTrue();
        String url = next.group(1);
        hostile.answered(200, get(url));
        hostile.refused(400, "page-token", get(url.replace("Patient?", "Encounter?")));
        hostile.refused(400, "page-token", get(url.replace("_count=1", "_count=2")));
        hostile.refused(400, "page-token", get(url.substring(0, url.length() - 3) + "AAA"));
        hostile.refused(400, "page-token", get(url.substring(0, url.length() - 20)));
        hostile.refused(400, "page-token", get("/fhir/Patient?_page=" + "A".repeat(3000)));
    }

    @Test
    void refusesFormatsItDoesNotSpeak() {
        hostile.refused(406, "not-acceptable", get("/fhir/Patient?_format=Zqsecret"));
        hostile.refused(406, "not-acceptable", get("/fhir/Patient?_format="));
        hostile.refused(501, "not-supported", get("/fhir/metadata?mode=Zqsecret"));
    }

    @Test
    void readsFormsAsStrictlyAsUrls() {
        String form = "application/x-www-form-urlencoded";
        String path = "/fhir/Patient/_search";
        hostile.refused(415, "content-type", post(path, Hostile.JSON, utf8("{\"_id\":\"a\"}")));
        hostile.refused(415, "content-type", post(path, form + "; charset=ISO-8859-1", utf8("_id=a")));
        hostile.refused(400, "search-parameters", post(path, form, utf8("_id=a&".repeat(1000))));
        hostile.refused(400, "parameter-count", post(path, form, utf8("_id=a&".repeat(1001))));
        hostile.refused(400, "url-encoding", post(path, form, utf8("_id=%zz")));
        hostile.refused(400, "url-encoding", post(path, form, RawHttp.ascii("_id=\u00ff")));
        hostile.refused(400, "url-encoding", post(path, form, utf8("_id=\0")));
        hostile.refused(400, "parameter-repeated", post(path + "?_format=json", form, utf8("_format=xml")));
        hostile.refused(400, "search-parameter", post(path, form, Hostile.patient("")));
        Answer none = hostile.answered(200, post(path, form, utf8("_id=' or 1=1 --")));
        assertThat(none.body()).contains("\"total\":0");
    }
}
