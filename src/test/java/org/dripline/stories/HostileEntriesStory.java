package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.stories.Hostile.JSON;
import static org.dripline.stories.RawHttp.post;
import static org.dripline.stories.RawHttp.utf8;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Entries put together at random: whatever they say, no defect and no half of a transaction. */
@Timeout(240)
class HostileEntriesStory {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "get", "", "\\u0000");
    private static final List<String> URLS = List.of(
            "Patient",
            "Patient/fuzz",
            "Patient/fuzz/_history",
            "Patient/fuzz/_history/1",
            "Patient/fuzz/_history/0",
            "Patient?identifier=urn:story:number|fuzz",
            "Patient?",
            "Patient?identifier=",
            "Patient/?_id=fuzz",
            "Patient?_id=%zz",
            "Patient?_id=%ED%A0%80",
            "Patient?identifier=http://x.example|fuzz",
            "Patient?a=b=c&&&=",
            "Patient/$validate",
            "Patient/fuzz/$explain-match?_id=fuzz",
            "_history",
            "metadata",
            "",
            "?",
            "/",
            "//",
            "..",
            "Patient/..",
            "Patient/../Patient",
            "Patient/%2e%2e",
            "Patient#x",
            "Patient/fuzz#x",
            "Bundle",
            "$x",
            "Patient/fuzz/Observation",
            "Patient/fuzz/*",
            "Observation?patient.identifier=fuzz",
            "Observation?_has:x:y:z=1",
            "Patient?_page=x",
            "Patient?_format=xml&_id=fuzz",
            "Patient/fuzz?_summary=true",
            "ValueSet/x");
    private static final List<String> MEMBERS = List.of(
            "",
            "",
            "",
            ",\"ifMatch\":\"W/\\\"1\\\"\"",
            ",\"ifMatch\":\"*\"",
            ",\"ifMatch\":5",
            ",\"ifNoneExist\":\"_id=fuzz\"",
            ",\"ifNoneExist\":\"?identifier=fuzz\"",
            ",\"ifNoneExist\":[]",
            ",\"ifNoneExist\":\"\"",
            ",\"ifNoneMatch\":\"*\"",
            ",\"ifModifiedSince\":\"2026-01-01T00:00:00Z\"",
            ",\"ifModifiedSince\":\"x\"",
            ",\"ifModifiedSince\":{}");
    private static final List<String> RESOURCES = List.of(
            "",
            "",
            ",\"resource\":{}",
            ",\"resource\":[]",
            ",\"resource\":\"Zqsecret\"",
            ",\"resource\":{\"resourceType\":\"Patient\"}",
            ",\"resource\":{\"resourceType\":\"Patient\",\"id\":\"fuzz\"}",
            ",\"resource\":{\"resourceType\":\"Patient\",\"id\":\"fuzz\",\"identifier\":[{\"value\":\"fuzz\"}]}",
            ",\"resource\":{\"resourceType\":\"Patient\",\"id\":5,\"name\":\"Zqsecret\"}",
            ",\"resource\":{\"resourceType\":\"Patient\",\"managingOrganization\":{\"reference\":\"Organization?\"}}",
            ",\"resource\":{\"resourceType\":\"Patient\",\"managingOrganization\":{\"reference\":\"Organization?name=Zqsecret\"}}",
            ",\"resource\":{\"resourceType\":\"Patient\",\"managingOrganization\":{\"reference\":\"urn:uuid:fuzz/_history/x\"}}",
            ",\"resource\":{\"resourceType\":\"Patient\",\"link\":[{\"type\":\"refer\",\"other\":{\"reference\":\"urn:uuid:fuzz/_history/7\"}}]}",
            ",\"resource\":{\"resourceType\":\"Binary\",\"contentType\":\"application/json-patch+json\",\"data\":\"W10=\"}",
            ",\"resource\":{\"resourceType\":\"Binary\",\"contentType\":\"application/json-patch+json\",\"data\":\"!!\"}",
            ",\"resource\":{\"resourceType\":\"Binary\",\"data\":5}",
            ",\"resource\":{\"resourceType\":\"Parameters\"}",
            ",\"resource\":{\"resourceType\":\"Bundle\",\"type\":\"transaction\"}");
    private static final List<String> FULL_URLS = List.of(
            "",
            "",
            "\"fullUrl\":\"urn:uuid:fuzz\",",
            "\"fullUrl\":\"Patient/fuzz\",",
            "\"fullUrl\":\"\",",
            "\"fullUrl\":\"http://x.example/Patient/fuzz\",",
            "\"fullUrl\":\"http://\",",
            "\"fullUrl\":\"/\",");

    private final Hostile hostile = new Hostile();
    private final Random random = new Random(20260105);

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String entry() {
        return "{" + any(FULL_URLS) + "\"request\":{\"method\":\"" + any(METHODS) + "\",\"url\":\"" + any(URLS) + "\""
                + any(MEMBERS) + "}" + any(RESOURCES) + "}";
    }

    private int versions() {
        return hostile.server().sql().fetchCount(table(name("fhir", "resource_versions")));
    }

    private static byte[] bundle(String type, String entries) {
        return utf8("{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":[" + entries + "]}");
    }

    @Test
    void neverBreakATransaction() {
        for (int i = 0; i < 400; i++) {
            String entries = entry() + "," + entry();
            int before = versions();

            RawHttp.Answer answer = RawHttp.send(hostile.port(), post("/fhir", JSON, bundle("transaction", entries)));

            assertThat(answer.status()).as(entries).isBetween(200, 499);
            if (answer.status() != 200) {
                assertThat(versions()).as(entries).isEqualTo(before);
                assertThat(answer.body()).as(entries).doesNotContain(Hostile.SECRET);
            }
        }
        hostile.stillAnswers();
    }

    @Test
    void neverBreakABatch() {
        for (int i = 0; i < 100; i++) {
            String entries = entry() + "," + entry() + "," + entry() + "," + entry();

            RawHttp.Answer answer = RawHttp.send(hostile.port(), post("/fhir", JSON, bundle("batch", entries)));

            assertThat(answer.status()).as(entries + answer.body()).isIn(200, 400);
            assertThat(answer.body()).as(entries).doesNotContain("\"defect\"");
            if (answer.status() == 200) {
                assertThat(answer.body().split("\"response\":", -1)).as(entries).hasSize(5);
            }
        }
        hostile.stillAnswers();
    }
}
