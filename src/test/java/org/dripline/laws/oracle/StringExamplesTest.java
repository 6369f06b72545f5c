package org.dripline.laws.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** R4's examples of strings and uris (3.1.1.4.8 and 9). */
class StringExamplesTest {
    private static String given(String name) {
        return "'id':'" + name + "','name':[{'given':['x','" + name + "']}]";
    }

    @Test
    void findsBeginningsPartsAndExactNames() {
        Sample sample =
                Sample.of("Patient", given("Eve"), given("Evelyn"), given("Severine"), given("eve"), given("EVE"));
        sample.finds("given=eve", "Eve", "Evelyn", "eve", "EVE");
        sample.finds("given:contains=eve", "Eve", "Evelyn", "Severine", "eve", "EVE");
        sample.finds("given:exact=Eve", "Eve");
        sample.finds("name=eve", "Eve", "Evelyn", "eve", "EVE");
        sample.finds("given=a,sev", "Severine");
    }

    @Test
    void looksThroughCaseAccentsPunctuationAndSpaces() {
        assertThat(OracleStrings.fold("  Müller-Groß\t\n (Jr.) ")).isEqualTo("mullergross jr");
        assertThat(OracleStrings.fold("e\u0301\u00e9\uFF25")).isEqualTo("eee");
        assertThat(OracleStrings.fold("ΟΔΟΣ"))
                .isEqualTo(OracleStrings.fold("οδος"))
                .isEqualTo("οδοσ");
        assertThat(OracleStrings.fold("İi")).isEqualTo("ii");
        assertThat(OracleStrings.fold("a\u00A0\u2028b")).isEqualTo("a b");
        assertThat(OracleStrings.fold("a - b")).isEqualTo("a b");
    }

    @Test
    void eachPartOfAnAddressIsItsOwnValue() {
        Sample sample = Sample.of(
                "Patient",
                "'id':'a','address':[{'use':'home','line':['1 High Street','Flat 2'],'city':'Bern','country':'CH'}]",
                "'id':'b','address':[{'use':'work'}]");
        sample.finds("address=flat", "a");
        sample.finds("address=bern", "a");
        sample.finds("address=ch", "a");
        sample.finds("address=street");
        sample.finds("address=home");
        sample.finds("address:missing=true", "b");
    }

    @Test
    void whatFoldsToNothingIsRefused() {
        Sample sample = Sample.of("Patient", given("..."), "'id':'long','name':[{'family':'" + "x".repeat(513) + "'}]");
        sample.refuses("given=...", "given:contains=-", "given=", "given=a,", "given:text=a", "given=a\\b", "x=a");
        sample.finds("given:exact=...", "...");
        sample.finds("family=x");
        sample.finds("family:missing=true", "...", "long");
    }

    @Test
    void urisAreExactAndHaveBeginnings() {
        Sample sample = Sample.of(
                "ValueSet",
                "'id':'v','url':'http://acme.org/fhir/ValueSet/123'",
                "'id':'h','url':'http://acme.org/fhir/ValueSet/123/_history/5'",
                "'id':'u','url':'urn:oid:1.2.3.4.5'",
                "'id':'n'");
        sample.finds("url=http://acme.org/fhir/ValueSet/123", "v");
        sample.finds("url=http://acme.org/fhir/valueset/123");
        sample.finds("url:below=http://acme.org/fhir/", "v", "h");
        sample.finds("url:above=http://acme.org/fhir/ValueSet/123/_history/5", "v", "h");
        sample.finds("url=urn:oid:1.2.3.4.5", "u");
        sample.finds("url=http://acme.org/fhir/ValueSet/123,urn:oid:1.2.3.4.5", "v", "u");
        sample.finds("url:missing=true", "n");
        sample.refuses("url:below=urn:oid:1.2", "url:above=urn:oid:1.2.3.4.5.6");
    }

    @Test
    void claimedProfilesHaveVersions() {
        Sample sample = Sample.of(
                "Patient", "'id':'p','meta':{'profile':['http://acme.org/p|1.0'],'source':'http://acme.org/feed#1'}");
        sample.finds("_profile=http://acme.org/p", "p");
        sample.finds("_profile=http://acme.org/p|1.0", "p");
        sample.finds("_profile=http://acme.org/p|1");
        sample.finds("_source=http://acme.org/feed#1", "p");
        sample.finds("_source=http://acme.org/feed");
    }
}
