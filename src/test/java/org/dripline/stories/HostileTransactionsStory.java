package org.dripline.stories;

import static org.dripline.stories.Hostile.JSON;
import static org.dripline.stories.RawHttp.post;
import static org.dripline.stories.RawHttp.utf8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Transactions with oddities; whatever is odd, nothing of the transaction is stored. */
@Timeout(60)
class HostileTransactionsStory {
    private static final String GOOD =
            "{\"request\":{\"method\":\"POST\",\"url\":\"Patient\"},\"resource\":{\"resourceType\":\"Patient\"}}";

    private final Hostile hostile = new Hostile();

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "400!entry-form!null",
                "400!entry-form!\"Zqsecret\"",
                "400!entry-form![]",
                "400!entry-request!{\"resource\":{\"resourceType\":\"Patient\"}}",
                "400!entry-request!{\"request\":\"Zqsecret\"}",
                "400!entry-member!{\"Zqsecret\":1,\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/a\"}}",
                "400!entry-member!{\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/a\",\"Zqsecret\":1}}",
                "400!entry-resource!{\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}}",
                "400!entry-resource!{\"request\":{\"method\":\"POST\",\"url\":\"Patient\"},\"resource\":null}",
                "400!entry-resource!{\"request\":{\"method\":\"POST\",\"url\":\"Patient\"},\"resource\":[]}",
                "400!entry-resource!{\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/a\"},\"resource\":{}}",
                "400!if-match!{\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/a\",\"ifMatch\":5}}",
                "400!entry-condition!{\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/a\",\"ifNoneExist\":\"x\"}}",
                "400!resource-type!{\"request\":{\"method\":\"POST\",\"url\":\"Patient\"},\"resource\":{\"resourceType\":\"Flag\"}}",
                "400!id-mismatch!{\"request\":{\"method\":\"PUT\",\"url\":\"Patient/a\"},\"resource\":{\"resourceType\":\"Patient\"}}",
                "400!entry-full-url!{\"fullUrl\":5,\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/a\"}}",
                "400!bdl-8!{\"fullUrl\":\"a/_history/1\",\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/a\"}}",
                "400!value-format!{\"request\":{\"method\":\"POST\",\"url\":\"Patient\"},\"resource\":{\"resourceType\":\"Patient\","
                        + "\"birthDate\":\"Zqsecret\"}}",
                "400!json-null!{\"request\":{\"method\":\"POST\",\"url\":\"Patient\"},\"resource\":{\"resourceType\":\"Patient\","
                        + "\"name\":[{\"given\":[null]}]}}",
                "400!reference-unresolved!{\"request\":{\"method\":\"POST\",\"url\":\"Patient\"},\"resource\":{\"resourceType\":"
                        + "\"Patient\",\"managingOrganization\":{\"reference\":\"urn:uuid:Zqsecret\"}}}",
            })
    void refusesTheWholeForOneOddEntry(int status, String rule, String entry) {
        refused(status, rule, GOOD + ',' + entry);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "400!entry-method!FOO!Patient",
                "400!entry-method!post!Patient",
                "400!entry-method!''!Patient",
                "400!patch-entry!PATCH!Patient/a",
                "400!entry-resource!GET!Nonsense",
                "400!type-unknown!POST!../Patient",
                "400!type-unknown!POST!/Patient",
                "400!type-unknown!POST!http://other.example/fhir/Patient",
                "400!type-unknown!POST!Patient/../x",
                "400!type-unknown!POST!patient",
                "400!resource-type!POST!Bundle",
                "400!entry-url!POST!$validate",
                "400!type-unknown!POST!''",
                "400!id-form!PUT!Patient/",
                "400!id-form!PUT!Patient/../x",
                "400!id-form!PUT!Patient/%2e%2e",
                "400!id-form!DELETE!Patient",
                "400!id-form!DELETE!Patient/a b",
                "400!type-unknown!POST!Patient?identifier=a",
            })
    void refusesOddRequests(int status, String rule, String method, String url) {
        String resource = method.equals("DELETE") ? "" : ",\"resource\":{\"resourceType\":\"Patient\"}";
        refused(status, rule, "{\"request\":{\"method\":\"%s\",\"url\":\"%s\"}%s}".formatted(method, url, resource));
    }

    @Test
    void refusesOverlapsAndTooMany() {
        String urn = GOOD.replaceFirst("\\{", "{\"fullUrl\":\"urn:uuid:a\",");
        refused(400, "bdl-7", urn + ',' + urn);
        String delete = "{\"request\":{\"method\":\"DELETE\",\"url\":\"Patient/a\"}}";
        refused(400, "entry-overlap", delete + ',' + delete);
        refused(413, "bundle-entries", (GOOD + ',').repeat(1000) + GOOD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "400!bundle-expected!{\"resourceType\":\"Patient\"}",
                "400!bundle-type!{\"resourceType\":\"Bundle\"}",
                "400!bundle-type!{\"resourceType\":\"Bundle\",\"type\":5}",
                "400!bundle-type!{\"resourceType\":\"Bundle\",\"type\":\"searchset\"}",
                "400!bundle-member!{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"total\":1}",
                "400!entry-form!{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":{}}",
                "400!entry-form!{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":null}",
                "400!resource-type!{\"type\":\"transaction\"}",
            })
    void refusesWhatIsNoTransaction(int status, String rule, String body) {
        hostile.refused(status, rule, post("/fhir", JSON, utf8(body)));
    }

    private void refused(int status, String rule, String entries) {
        String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}";
        hostile.refused(status, rule, post("/fhir", JSON, utf8(bundle)));
    }
}
