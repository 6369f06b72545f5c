package org.dripline.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DocumentMetaTest {
    private static final Instant NOON = Instant.parse("2026-01-05T14:00:00.123456Z");

    @Test
    void putsIdAndMetaInFront() {
        assertThat(stamped("{'resourceType':'Patient','active':true,'id':'old'}"))
                .isEqualTo("{'resourceType':'Patient','id':'p1','meta':{'versionId':'3',"
                        + "'lastUpdated':'2026-01-05T14:00:00.123Z'},'active':true}");
    }

    @Test
    void keepsTheRestOfMetaAndItsOrder() {
        assertThat(stamped("{'resourceType':'Patient','_id':{'id':'a'},'active':true,'meta':{'source':'urn:x',"
                        + "'versionId':'9','_lastUpdated':{'id':'b'},'tag':[]}}"))
                .isEqualTo("{'resourceType':'Patient','id':'p1','_id':{'id':'a'},'active':true,'meta':{"
                        + "'lastUpdated':'2026-01-05T14:00:00.123Z','source':'urn:x','versionId':'3',"
                        + "'_lastUpdated':{'id':'b'},'tag':[]}}");
    }

    @Test
    void writesWholeSecondsWithMilliseconds() {
        JsonObject stamped = DocumentMeta.stamp(JsonObject.EMPTY, "a", 1, Instant.parse("2026-01-05T14:00:00Z"));
        assertThat(stamped.object("meta").orElseThrow().text("lastUpdated")).contains("2026-01-05T14:00:00.000Z");
    }

    @Test
    void takesTheServersFieldsOffAgain() {
        for (String body : new String[] {
            "{'resourceType':'Patient','active':true}",
            "{'resourceType':'Patient','active':true,'meta':{'_versionId':{'id':'a'},'tag':[{'code':'t'}]}}",
        }) {
            JsonObject document = read(body);
            JsonObject stamped = DocumentMeta.stamp(document, "p1", 3, NOON);
            assertThat(stamped).isNotEqualTo(document);
            assertThat(DocumentMeta.withoutServerFields(stamped)).isEqualTo(document);
        }
    }

    private static String stamped(String body) {
        return new String(JsonWriter.bytes(DocumentMeta.stamp(read(body), "p1", 3, NOON)), UTF_8).replace('"', '\'');
    }

    private static JsonObject read(String body) {
        return JsonReader.read(body.replace('\'', '"').getBytes(UTF_8), Limits.DEFAULT);
    }
}
