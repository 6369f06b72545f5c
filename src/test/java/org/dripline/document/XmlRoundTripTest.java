package org.dripline.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRoundTripTest {
    @Property
    void everyDocumentOfEveryTypeComesBackFromXml(@ForAll("types") String type, @ForAll @LongRange(min = 0) long seed) {
        JsonObject document = new DocumentGenerator(seed).document(type);

        assertThat(read(XmlWriter.bytes(document))).isEqualTo(document);
        assertThat(read(XmlWriter.pretty(document))).isEqualTo(document);
    }

    @Test
    void writesInTheOrderOfTheDefinitions() {
        JsonObject patient = RichDocuments.json("""
                {'resourceType':'Patient','name':[{'given':['Ann',null],'_given':[null,{'extension':[
                {'valueCode':'unknown','url':'http://x'}]}],'id':'n1','family':'O\\"<&>\\n'}],'id':'p','_active':{'id':'a'},
                'active':true,'text':{'div':'<div xmlns=\\"http://www.w3.org/1999/xhtml\\">a&nbsp;b<p></p></div>',
                'status':'generated'},'contained':[{'resourceType':'Basic','id':'b'}]}""");
        assertThat(new String(XmlWriter.bytes(patient), UTF_8))
                .isEqualTo("<Patient xmlns=\"http://hl7.org/fhir\"><id value=\"p\"/><text><status value=\"generated\"/>"
                        + "<div xmlns=\"http://www.w3.org/1999/xhtml\">a\u00a0b<p/></div></text>"
                        + "<contained><Basic><id value=\"b\"/></Basic></contained>"
                        + "<active id=\"a\" value=\"true\"/><name id=\"n1\"><family value=\"O&quot;&lt;&amp;&gt;&#10;\"/>"
                        + "<given value=\"Ann\"/><given><extension url=\"http://x\"><valueCode value=\"unknown\"/>"
                        + "</extension></given></name></Patient>");
    }

    @Test
    void indentsWhenAsked() {
        JsonObject patient = RichDocuments.json("{'resourceType':'Patient','name':[{'family':'A'}]}");
        assertThat(new String(XmlWriter.pretty(patient), UTF_8)).isEqualTo("""
                <Patient xmlns="http://hl7.org/fhir">
                  <name>
                    <family value="A"/>
                  </name>
                </Patient>""");
    }

    @Test
    void readsOtherSpellingsOfTheSameNarrative() {
        JsonObject read = read("""
                <f:Patient xmlns:f="http://hl7.org/fhir"><f:text><f:status value="generated"/>
                <h:div xmlns:h="http://www.w3.org/1999/xhtml"><!-- no --><h:b title='"'><![CDATA[<&]]></h:b>&#160;</h:div>
                </f:text></f:Patient>""".getBytes(UTF_8));
        assertThat(read.object("text").orElseThrow().text("div"))
                .contains("<div xmlns=\"http://www.w3.org/1999/xhtml\"><b title=\"&quot;\">&lt;&amp;</b>\u00a0</div>");
    }

    @Test
    void readsASchemaLocationAndAProlog() {
        JsonObject read = read("""
                \uFEFF<?xml version="1.0" encoding="utf-8"?><?xml-stylesheet href="x"?><!-- c -->
                <Basic xmlns="http://hl7.org/fhir" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                  xsi:schemaLocation="http://hl7.org/fhir x.xsd"><id value="b"/></Basic>
                <!-- end -->""".getBytes(UTF_8));
        assertThat(read).isEqualTo(RichDocuments.json("{'resourceType':'Basic','id':'b'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'Nothing'}",
                "{}",
                "{'resourceType':'Patient','unknown':1}",
                "{'resourceType':'Patient','active':'true'}",
                "{'resourceType':'Patient','active':null}",
                "{'resourceType':'Patient','name':{'family':'A'}}",
                "{'resourceType':'Patient','name':[]}",
                "{'resourceType':'Patient','name':['A']}",
                "{'resourceType':'Patient','_name':[{'id':'a'}]}",
                "{'resourceType':'Patient','extension':[{'_url':{'id':'a'}}]}",
                "{'resourceType':'Patient','text':{'div':'<p>'}}",
                "{'resourceType':'Patient','text':{'div':'<div><script/></div>'}}",
                "{'resourceType':'Patient','text':{'div':'<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"/><x/>'}}",
            })
    void cannotWriteWhatTheValidatorRefuses(String body) {
        JsonObject document = RichDocuments.json(body);
        assertThatThrownBy(() -> XmlWriter.bytes(document)).isInstanceOf(IllegalStateException.class);
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(List.copyOf(FhirContext.forR4Cached().getResourceTypes()));
    }

    private static JsonObject read(byte[] xml) {
        return XmlReader.read(xml, Limits.DEFAULT);
    }
}
