package org.dripline.laws.oracle;

import org.junit.jupiter.api.Test;

/** R4's examples of tokens (3.1.1.4.10), of their combination and their escapes. */
class TokenExamplesTest {
    private static String coded(String id, String codings) {
        return "'id':'" + id + "','code':{'coding':[" + codings + "]}";
    }

    private static final Sample CODES = Sample.of(
            "Condition",
            coded("a", "{'system':'urn:s','code':'a','display':'Häadache, severe'}"),
            coded("b", "{'system':'urn:s','code':'B'},{'code':'other'}"),
            coded("c", "{'system':'urn:s','code':'c'}"),
            coded("act", "{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'AMB'}"),
            "'id':'text','code':{'text':'Headache'}",
            "'id':'none'");

    @Test
    void aCodeHasASystemOrNone() {
        CODES.finds("code=a", "a");
        CODES.finds("code=urn:s|b", "b");
        CODES.finds("code=|other", "b");
        CODES.finds("code=|a");
        CODES.finds("code=urn:s|", "a", "b", "c");
        CODES.finds("code=URN:S|a");
        CODES.finds("code=a,|other", "a", "b");
        CODES.finds("code=b&code=other", "b");
        CODES.refuses("code=a|b|c", "code=|", "code=");
    }

    @Test
    void caseMattersWhereTheSystemSaysSo() {
        CODES.finds("code=A", "a");
        CODES.finds("code=AMB", "act");
        CODES.finds("code=amb");
    }

    @Test
    void negationIsOfTheWholeSet() {
        CODES.finds("code:not=urn:s|b", "a", "c", "act", "text", "none");
        CODES.finds("code:not=a,other", "c", "act", "text", "none");
        CODES.finds("code:missing=true", "none");
        CODES.finds("code:missing=false", "a", "b", "c", "act", "text");
    }

    @Test
    void textsAreSearchedLikeStrings() {
        CODES.finds("code:text=headache", "text");
        CODES.finds("code:text=haadache severe", "a");
        CODES.finds("code:text=severe");
        CODES.refuses("code:text=,");
    }

    @Test
    void valueSetsAndHierarchiesComeFromTheTerminology() {
        CODES.finds("code:in=urn:vs", "a", "b");
        CODES.finds("code:not-in=urn:vs", "c", "act", "text", "none");
        CODES.finds("code:below=urn:s|b", "b", "c");
        CODES.finds("code:above=urn:s|b", "a", "b");
        CODES.finds("code:above=urn:s|c", "a", "b", "c");
        CODES.refuses("code:in=urn:unknown", "code:below=urn:t|a", "code:below=a");
    }

    @Test
    void identifiersHaveATypeOfTheirOwn() {
        Sample sample = Sample.of(
                "Patient",
                "'id':'mrn','identifier':[{'type':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v2-0203',"
                        + "'code':'MR'}],'text':'Record'},'system':'http://acme.org/patient','value':'446053'}]",
                "'id':'other','identifier':[{'system':'http://acme.org/patient','value':'2345'}]");
        sample.finds("identifier=http://acme.org/patient|2345", "other");
        sample.finds("identifier:of-type=http://terminology.hl7.org/CodeSystem/v2-0203|MR|446053", "mrn");
        sample.finds("identifier:of-type=http://terminology.hl7.org/CodeSystem/v2-0203|mr|446053");
        sample.finds("identifier:text=rec", "mrn");
        sample.refuses("identifier:of-type=urn:x|MR|", "identifier:of-type=MR|446053", "identifier:of-type=|MR|1");
    }

    @Test
    void otherTokensHaveNoSystem() {
        Sample sample = Sample.of(
                "Patient",
                "'id':'a','active':true,'gender':'male','telecom':[{'system':'email','value':'Ann@x.example'}]",
                "'id':'b','active':false,'deceasedBoolean':true",
                "'id':'c','deceasedDateTime':'2020'");
        sample.finds("gender=male", "a");
        sample.finds("gender=http://hl7.org/fhir/administrative-gender|male", "a");
        sample.finds("gender=Male");
        sample.finds("gender:not=male", "b", "c");
        sample.finds("active=true", "a");
        sample.finds("active=http://hl7.org/fhir/special-values|false", "b");
        sample.finds("active:missing=true", "c");
        sample.finds("deceased=true", "b", "c");
        sample.finds("deceased=false", "a");
        sample.finds("deceased:missing=true");
        sample.finds("email=ann@X.example", "a");
        sample.finds("_id=a,c", "a", "c");
        sample.finds("_id=A");
        sample.refuses("email=|ann@x.example", "phone=x|", "_id=|a");
        sample.finds("email=ann\\|x");
    }

    @Test
    void escapesMakeSeparatorsPlain() {
        Sample sample = Sample.of(
                "Observation",
                coded("comma", "{'code':'a,b'}"),
                coded("a", "{'code':'a'}"),
                coded("b", "{'code':'b'}"),
                coded("back", "{'code':'xx\\\\xx'}"),
                coded("dollar", "{'code':'xx$xx'}"));
        sample.finds("code=a,b", "a", "b");
        sample.finds("code=a\\,b", "comma");
        sample.finds("code=xx\\\\xx", "back");
        sample.finds("code=xx\\$xx", "dollar");
        sample.refuses("code=xx\\xx", "code=xx\\");
    }
}
