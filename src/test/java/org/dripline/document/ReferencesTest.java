package org.dripline.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dripline.document.References.Target;
import org.junit.jupiter.api.Test;

class ReferencesTest {
    private static final String DIV = "<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><!-- <a href='urn:uuid:0'> -->"
            + "<a name='x' href='urn:uuid:0'>urn:uuid:0</a><img alt='>' src='urn:uuid:0'/><p title='urn:uuid:0'/></div>";

    @Test
    void rewritesEveryKindOfLink() {
        String before = """
                {'resourceType':'Procedure','implicitRules':'urn:uuid:0','meta':{'source':'urn:uuid:0'},
                'text':{'div':"DIV"},
                'contained':[{'resourceType':'Basic','subject':{'reference':'urn:uuid:0'}}],
                'extension':[{'url':'http://x','valueUrl':'urn:uuid:0'},{'url':'http://x','valueUuid':'urn:uuid:0'},
                {'url':'http://x','valueOid':'urn:uuid:0'},{'url':'http://x','valueUri':'urn:uuid:0'},
                {'url':'http://x','valueReference':{'reference':'urn:uuid:0'}}],
                'instantiatesUri':['urn:x','urn:uuid:0'],'_status':{'extension':[{'url':'http://x',
                'valueReference':{'reference':'urn:uuid:0','_reference':{'extension':[{'valueUri':'urn:uuid:0'}]}}}]},
                'basedOn':[{'reference':'urn:uuid:0#f'}],'subject':{'reference':'urn:uuid:0','display':'d'}}""".replace("DIV", DIV);
        String after = before.replace("'urn:uuid:0", "'Patient/1")
                .replace("<!-- <a href='Patient/1'", "<!-- <a href='urn:uuid:0'")
                .replace("title='Patient/1'", "title='urn:uuid:0'");

        assertThat(rewritten(document(before))).isEqualTo(document(after));
    }

    @Test
    void leavesWhatIsNoLink() {
        JsonObject document = document("""
                {'resourceType':'Procedure','id':'urn:uuid:0','language':'urn:uuid:0','unknown':'urn:uuid:0',
                'meta':{'profile':['urn:uuid:0']},'instantiatesCanonical':['urn:uuid:0'],
                'identifier':[{'value':'urn:uuid:0'}],'note':[{'text':'urn:uuid:0'}],
                'extension':[{'url':'http://x','valueString':'urn:uuid:0'},{'url':'http://x','valueCanonical':'urn:uuid:0'}],
                'contained':[{'resourceType':'Nothing','reference':'urn:uuid:0'},{'resourceType':'Bundle','entry':[
                {'fullUrl':'urn:uuid:0','resource':{'resourceType':'Basic','subject':{'reference':'urn:uuid:0'}}}]}]}""");

        assertThat(rewritten(document)).isSameAs(document);
    }

    @Test
    void escapesWhatItPutsIntoNarratives() {
        JsonObject document =
                RichDocuments.json("{'resourceType':'Basic','text':{'div':'<a href=\\\"x?a=1&amp;b\\\">x</a>'}}");
        List<String> seen = new ArrayList<>();
        JsonObject after = References.rewrite(document, link -> {
            seen.add(link);
            return "y'?\"<&";
        });
        assertThat(seen).containsExactly("x?a=1&b");
        assertThat(after.object("text").orElseThrow().text("div")).contains("<a href=\"y&#39;?&quot;&lt;&amp;\">x</a>");
    }

    @Test
    void findsTheTargetsWithTheirPaths() {
        JsonObject document = document("""
                {'resourceType':'MedicationAdministration','contained':[{'resourceType':'Basic','subject':{'reference':'#a'}}],
                'extension':[{'url':'http://x','valueReference':{'reference':'B/1'}}],
                'medicationReference':{'reference':'Medication/1/_history/2'},
                'partOf':[{'display':'none'},{'reference':'Procedure/1'}],
                'performer':[{'actor':{'reference':'Device/1','identifier':{'assigner':{'reference':'Organization/1'}}}}]}""");

        assertThat(References.targets(document))
                .containsExactly(
                        new Target("MedicationAdministration.contained[0].subject", "#a"),
                        new Target("MedicationAdministration.extension[0].value", "B/1"),
                        new Target("MedicationAdministration.medication", "Medication/1/_history/2"),
                        new Target("MedicationAdministration.partOf[1]", "Procedure/1"),
                        new Target("MedicationAdministration.performer[0].actor", "Device/1"),
                        new Target(
                                "MedicationAdministration.performer[0].actor.identifier.assigner", "Organization/1"));
    }

    @Test
    void doesNotEnterTheEntriesOfABundle() {
        assertThat(References.targets(RichDocuments.bundle())).isEmpty();
    }

    @Property
    void whatNothingReplacesStaysTheSameInstance(@ForAll long seed) {
        JsonObject document = new DocumentGenerator(seed).document("Observation");
        assertThat(References.rewrite(document, link -> link)).isSameAs(document);
    }

    private static JsonObject rewritten(JsonObject document) {
        return References.rewrite(document, link -> link.replaceFirst("^urn:uuid:0", "Patient/1"));
    }

    private static JsonObject document(String body) {
        return JsonReader.read(quoted(body).getBytes(UTF_8), Limits.DEFAULT);
    }

    /** Single quotes stand for JSON's double ones, except inside a narrative. */
    private static String quoted(String body) {
        int from = body.indexOf("\"<div");
        if (from < 0) {
            return body.replace('\'', '"');
        }
        int to = body.indexOf("</div>\"");
        return body.substring(0, from).replace('\'', '"')
                + body.substring(from, to)
                + body.substring(to).replace('\'', '"');
    }
}
