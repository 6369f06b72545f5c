package org.dripline.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which parts are left, shown on small documents. {@code laws.SubsetLawTest} holds for all types. */
class ExcerptTest {
    private static final String OBSERVATION = """
            {'resourceType':'Observation','id':'o','meta':{'versionId':'2','tag':[{'code':'mine'}]},
             'text':{'status':'generated','div':'<div>x</div>'},'extension':[{'url':'urn:a','valueBoolean':true}],
             'status':'final','_status':{'id':'s'},'category':[{'text':'vital'}],
             'code':{'id':'c','extension':[{'url':'urn:b','valueDecimal':1.50}],'text':'pressure'},
             'note':[{'text':'sitting'}],
             'component':[{'id':'k','code':{'text':'systolic'},'valueQuantity':{'value':120.0},
               'interpretation':[{'text':'normal'}]}]}""";

    @Test
    void summaryKeepsWhatR4MarksAtEveryDepthWithIdsAndExtensions() {
        assertThat(printed(Excerpt.summary(read(OBSERVATION))))
                .isEqualTo("{'resourceType':'Observation','id':'o','meta':{'versionId':'2','tag':[{'code':'mine'},"
                        + "{'system':'http://terminology.hl7.org/CodeSystem/v3-ObservationValue','code':'SUBSETTED'}]},"
                        + "'status':'final','_status':{'id':'s'},"
                        + "'code':{'id':'c','extension':[{'url':'urn:b','valueDecimal':1.50}],'text':'pressure'},"
                        + "'component':[{'id':'k','code':{'text':'systolic'},'valueQuantity':{'value':120.0}}]}");
    }

    /** R4 does not mark the resource's own modifier extensions; without them the rest would mean something else. */
    @Test
    void summaryKeepsModifierExtensions() {
        JsonObject patient = read("{'resourceType':'Patient','modifierExtension':[{'url':'urn:not',"
                + "'valueBoolean':true}],'active':true}");

        assertThat(Excerpt.summary(patient)).isSameAs(patient);
    }

    /** Of Encounter.participant R4 marks all but the period: an empty object would be invalid. */
    @Test
    void summaryLeavesOutWhatWouldBeEmpty() {
        assertThat(printed(Excerpt.summary(read("{'resourceType':'Encounter','participant':["
                        + "{'id':'p','period':{'start':'2026'}},{'individual':{'display':'x'}}]}"))))
                .contains("'participant':[{'individual':{'display':'x'}}]");
    }

    @Test
    void summaryKeepsMandatoryElementsThatWouldBeEmpty() {
        assertThat(printed(Excerpt.summary(read("{'resourceType':'AuditEvent',"
                        + "'source':{'site':'here'},'agent':[{'name':'x','requestor':true}]}"))))
                .contains("'agent':[{'requestor':true}]", "'source':{'site':'here'}");
    }

    @Test
    void otherPartsAreOfTopLevelElements() {
        JsonObject whole = read(OBSERVATION);

        assertThat(Excerpt.narrative(whole).members().keySet())
                .containsExactly("resourceType", "id", "meta", "text", "status", "_status", "code");
        assertThat(Excerpt.data(whole).without("meta"))
                .isEqualTo(whole.without("text").without("meta"));
        assertThat(Excerpt.elements(whole, Set.of("note")).members().keySet())
                .containsExactly("resourceType", "id", "meta", "status", "_status", "code", "note");
    }

    @Test
    void aChoiceIsNamedByItsStemOrByOneOfItsNames() {
        JsonObject whole =
                read("{'resourceType':'Observation','valueQuantity':{'value':0.50},'effectiveInstant':'2026'}");

        assertThat(printed(Excerpt.elements(whole, Set.of("value"))))
                .contains("0.50")
                .doesNotContain("effective");
        assertThat(printed(Excerpt.elements(whole, Set.of("effectiveInstant")))).contains("effectiveInstant");
        assertThat(Excerpt.elementNames("Observation"))
                .contains("value", "valueQuantity", "id")
                .doesNotContain("valueAddress", "resourceType");
    }

    /** Invariant ref-1 of R4: a local reference has its contained resource, which may refer to another. */
    @Test
    void keepsTheContainedResourcesThatWhatIsKeptLinksTo() {
        JsonObject whole = read("""
                {'resourceType':'Observation','contained':[
                   {'resourceType':'Practitioner','id':'a'},
                   {'resourceType':'PractitionerRole','id':'b','practitioner':{'reference':'#a'}},
                   {'resourceType':'Device','id':'c'}],
                 'performer':[{'reference':'#b'}],'device':{'reference':'#c'},'issued':'2026-01-01T00:00:00Z'}""");

        assertThat(contained(Excerpt.summary(whole))).contains("'a'", "'b'").doesNotContain("'c'");
        assertThat(contained(Excerpt.elements(whole, Set.of("device"))))
                .contains("'c'")
                .doesNotContain("'a'", "'b'");
        assertThat(contained(Excerpt.elements(whole, Set.of("issued")))).isEmpty();
        assertThat(contained(Excerpt.data(whole))).contains("'a'", "'b'", "'c'");
    }

    @Test
    void tagsOnceAndOnlyWhatLostSomething() {
        JsonObject whole = read("{'resourceType':'Patient','id':'p','meta':{'versionId':'1'},'active':true}");

        assertThat(Excerpt.summary(whole)).isSameAs(whole);
        assertThat(printed(Excerpt.elements(Excerpt.summary(read(OBSERVATION)), Set.of())))
                .containsOnlyOnce("SUBSETTED");
    }

    private static String contained(JsonObject part) {
        Json contained = part.get("contained");
        return contained == null ? "" : printed(contained);
    }

    private static String printed(Json json) {
        return new String(JsonWriter.bytes(json), UTF_8).replace('"', '\'');
    }

    private static JsonObject read(String body) {
        return JsonReader.read(body.replace('\'', '"').getBytes(UTF_8), Limits.DEFAULT);
    }
}
