package org.dripline.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Valid documents that hold, between them, what conversions are known to lose, as far as HL7's own keeps it. */
final class RichDocuments {
    private RichDocuments() {}

    static JsonObject json(String body) {
        return JsonReader.read(body.replace('\'', '"').getBytes(UTF_8), Limits.DEFAULT);
    }

    static List<JsonObject> all() {
        return List.of(patient(), observation(), questionnaire(), bundle(), parameters());
    }

    static JsonObject patient() {
        return json("""
                {'resourceType':'Patient','id':'p1','meta':{'extension':[{'url':'http://x/meta','valueInteger':3}],
                'versionId':'2','lastUpdated':'2026-01-05T14:00:00.123Z','source':'urn:x#1',
                'profile':['http://x/a|1.0','http://x/b'],'_profile':[null,{'extension':[{'url':'http://x/p',
                'valueBoolean':false}]}],'tag':[{'system':'http://x','code':'t'}]},
                'implicitRules':'http://x/rules','language':'en','text':{'id':'t1','status':'generated',
                'div':'<div xmlns=\\"http://www.w3.org/1999/xhtml\\" lang=\\"en\\"><p>Ann &amp; Bob<br/>é</p></div>'},
                'contained':[{'resourceType':'Organization','id':'o1','name':'Clinic'},
                {'resourceType':'Practitioner','id':'d1','name':[{'family':'X'}]}],
                'extension':[{'id':'e1','url':'http://x/outer','extension':[{'url':'inner','valueDecimal':0.50},
                {'url':'inner','_valueString':{'extension':[{'url':'http://x/absent','valueCode':'unknown'}]}}]}],
                'identifier':[{'system':'http://x/mrn','value':'0001','assigner':{'reference':'#o1'}}],
                'active':true,'name':[{'use':'official','family':'Müller','_family':{'extension':[{'url':'http://x/own',
                'valueString':'Müller'}]},'given':['Ann',null,'C.'],'_given':[null,{'extension':[
                {'url':'http://x/absent','valueCode':'masked'}]},null]}],
                'birthDate':'1980-02','_birthDate':{'extension':[{'url':'http://x/time',
                'valueDateTime':'1980-02-03T10:00:00+01:00'}]},'multipleBirthInteger':2,
                'generalPractitioner':[{'reference':'#d1'},{'reference':'Practitioner/9/_history/3','display':'a\\nb'}],
                'link':[{'other':{'reference':'Patient/p0'},'type':'replaces'}]}""");
    }

    /** HL7's composer writes the id of a primitive as an element, so this one goes only through its reader. */
    static JsonObject primitivesWithIds() {
        return json("""
                {'resourceType':'Patient','meta':{'versionId':'2','_versionId':{'id':'v'}},'birthDate':'1980',
                '_birthDate':{'id':'b'},'name':[{'given':[null,'a'],'_given':[{'id':'g'},null]}]}""");
    }

    static JsonObject observation() {
        return json("""
                {'resourceType':'Observation','status':'final','modifierExtension':[{'url':'http://x/m','valueUri':'urn:x'}],
                'code':{'coding':[{'system':'http://loinc.org','code':'85354-9','userSelected':true},
                {'system':'http://snomed.info/sct','code':'75367002'}],'text':'Tab\\tand \\"quotes\\" <&>'},
                'effectivePeriod':{'start':'2026-01-05','end':'2026-01-05T14:00:00Z'},
                'valueQuantity':{'value':1000.0,'comparator':'<','unit':'mm[Hg]','system':'http://unitsofmeasure.org',
                'code':'mm[Hg]'},'component':[{'id':'c1','code':{'text':'a'},'valueSampledData':{'origin':{'value':0},
                'period':10.0,'dimensions':1,'data':'1 2 E'},'referenceRange':[{'low':{'value':12345678901234567890.5},
                'text':'r'}]},{'code':{'text':'b'},'dataAbsentReason':{'text':'none'}}]}""");
    }

    static JsonObject questionnaire() {
        return json("""
                {'resourceType':'Questionnaire','url':'http://x/q','status':'draft','subjectType':['Patient'],
                'item':[{'linkId':'1','type':'group','item':[{'linkId':'1.1','type':'choice','required':true,'maxLength':5,
                'enableWhen':[{'question':'1','operator':'=','answerCoding':{'code':'y'}}],'answerOption':[
                {'valueCoding':{'code':'y'},'initialSelected':true},{'valueInteger':0}],'initial':[{'valueDecimal':-0.10}],
                'item':[{'linkId':'1.1.1','type':'display','text':'deep','_text':{'extension':[{'url':'http://x/md',
                'valueMarkdown':'*deep*'}]}}]}]}]}""");
    }

    static JsonObject bundle() {
        return json("""
                {'resourceType':'Bundle','type':'transaction','link':[{'relation':'self','url':'http://x'}],'entry':[
                {'link':[{'relation':'a','url':'http://x'}],'fullUrl':'urn:uuid:0',
                'resource':{'resourceType':'Basic','code':{'text':'x'},'created':'2026','contained':[
                {'resourceType':'Basic','id':'c','code':{'text':'y'}}],'subject':{'reference':'#c'}},
                'request':{'method':'POST','url':'Basic'}},{'fullUrl':'urn:uuid:1',
                'resource':{'resourceType':'Bundle','type':'collection','total':0},
                'request':{'method':'POST','url':'Bundle'}}]}""");
    }

    static JsonObject parameters() {
        return json("""
                {'resourceType':'Parameters','parameter':[{'name':'a','part':[{'name':'b','valueBase64Binary':'AAAA'},
                {'name':'c','resource':{'resourceType':'Binary','contentType':'text/plain','data':'AAAA'}}]},
                {'name':'d','valueUnsignedInt':7}]}""");
    }
}
