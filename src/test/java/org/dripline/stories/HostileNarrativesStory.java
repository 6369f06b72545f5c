package org.dripline.stories;

import static org.dripline.stories.Hostile.JSON;
import static org.dripline.stories.Hostile.XML;
import static org.dripline.stories.Hostile.patient;
import static org.dripline.stories.Hostile.xmlPatient;
import static org.dripline.stories.RawHttp.post;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Narratives that would run, load or hide something when they are shown. */
@Timeout(60)
class HostileNarrativesStory {
    private final Hostile hostile = new Hostile();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<style>p{}</style>",
                "<p onclick=\"x()\">a</p>",
                "<p ONCLICK=\"x()\">a</p>",
                "<iframe src=\"x\">a</iframe>",
                "<object>a</object>",
                "<form action=\"x\">a</form>",
                "<body>a</body>",
                "<img src=\"javascript:x\" alt=\"a\"/>",
                "<img src=\" java&#10;script:x\" alt=\"a\"/>",
                "<img src=\"java&#115;cript:x\" alt=\"a\"/>",
                "<a href=\"data:text/html,x\">a</a>",
                "<p style=\"background:url(http://a.example/)\">a</p>",
                "<p style=\"width:expression(x)\">a</p>"
            })
    void refusesActiveContent(String html) {
        refused("narrative", html);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a href=\"javascript:x\">a</a>", "<a href=\"vbscript:x\">a</a>"})
    void refusesActiveLinks(String html) {
        refused("value-format", html);
    }

    private void refused(String rule, String html) {
        String div = "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + html + "</div>";
        hostile.refused(JSON, json(div), rule);
        hostile.refused(XML, xmlPatient("<text><status value=\"generated\"/>" + div + "</text>"), rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Zqsecret",
                "a & b",
                "a&foo;b",
                "<p>a</b>",
                "</b>",
            })
    void refusesWhatIsNotWellFormed(String html) {
        hostile.refused(JSON, json("<div xmlns=\"http://www.w3.org/1999/xhtml\">" + html + "</div>"), "txt-1");
    }

    /** A browser shows what an XML parser leaves out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a</div><script>alert(1)</script><div>",
                "a</div><div>b",
                "a<!--><script>alert(1)</script>-->",
                "a<!---><script>alert(1)</script>-->",
                "a<?x ><script>alert(1)</script>?>",
                "a<![CDATA[><script>alert(1)</script>]]>"
            })
    void refusesWhatHidesFromXml(String html) {
        hostile.refused(JSON, json("<div xmlns=\"http://www.w3.org/1999/xhtml\">" + html + "</div>"), "narrative");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Zqsecret",
                "<!DOCTYPE div [<!ENTITY a \"x\">]><div xmlns=\"http://www.w3.org/1999/xhtml\">&a;</div>",
            })
    void refusesWhatIsNoXhtml(String div) {
        hostile.refused(JSON, json(div), "error-parsing-xhtml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style=\"color: red\">a</p>",
                "<a href=\"http://a.example/\">a</a>",
                "<b>a</b>",
                "<img src=\"https://a.example/a.png\" alt=\"a\"/>"
            })
    void keepsHarmlessOnes(String html) {
        hostile.answered(
                201,
                post("/fhir/Patient", JSON, json("<div xmlns=\"http://www.w3.org/1999/xhtml\">" + html + "</div>")));
    }

    private static byte[] json(String div) {
        return patient(",\"text\":{\"status\":\"generated\",\"div\":\"" + div.replace("\"", "\\\"") + "\"}");
    }
}
