package org.dripline.laws.oracle;

import org.junit.jupiter.api.Test;

/** R4's examples of references, chains, reverse chains, composites and sorting (3.1.1.4.12 to 17, 3.1.1.5.1). */
class LinkExamplesTest {
    private static String subject(String id, String reference) {
        return "{'resourceType':'Observation','id':'" + id + "','code':{'coding':[{'code':'" + id + "'}]},'subject':{"
                + reference + "}}";
    }

    private static final Sample OBSERVATIONS = Sample.of(
            "Observation",
            "{'resourceType':'Patient','id':'23','name':[{'family':'Peter'}],'gender':'male',"
                    + "'managingOrganization':{'reference':'Organization/o'}}",
            "{'resourceType':'Patient','id':'24','gender':'female'}",
            "{'resourceType':'Organization','id':'o','name':'Acme','partOf':{'reference':'Organization/p'}}",
            "{'resourceType':'Organization','id':'p','name':'Root'}",
            subject("relative", "'reference':'Patient/23'"),
            subject("absolute", "'reference':'" + Sample.OWN + "/Patient/23'"),
            subject("versioned", "'reference':'Patient/23/_history/2'"),
            subject("device", "'reference':'Device/23'"),
            subject("foreign", "'reference':'http://other.org/Patient/23'"),
            subject("logical", "'identifier':{'system':'http://acme.org/mrn','value':'123456'}"),
            subject("female", "'reference':'Patient/24'"),
            subject("gone", "'reference':'Patient/25'"));

    @Test
    void relativeAndOwnAbsoluteReferencesAreTheSame() {
        OBSERVATIONS.finds("subject=Patient/23", "relative", "absolute", "versioned");
        OBSERVATIONS.finds("subject=http://example.org/fhir/Patient/23", "relative", "absolute", "versioned");
        OBSERVATIONS.finds("subject:Patient=23", "relative", "absolute", "versioned");
        OBSERVATIONS.finds("subject=23", "relative", "absolute", "versioned", "device");
        OBSERVATIONS.finds("patient=23", "relative", "absolute", "versioned");
        OBSERVATIONS.finds("subject=http://other.org/Patient/23", "foreign");
        OBSERVATIONS.finds("patient=http://other.org/Patient/23", "foreign");
        OBSERVATIONS.finds("subject=Patient/23/_history/2", "versioned");
        OBSERVATIONS.finds("subject=Patient/23/_history/3");
        OBSERVATIONS.refuses("subject=a|b", "subject=Patient/", "subject:23=23");
    }

    @Test
    void referencesHaveIdentifiers() {
        OBSERVATIONS.finds("subject:identifier=http://acme.org/mrn|123456", "logical");
        OBSERVATIONS.finds("subject:identifier=123456", "logical");
        OBSERVATIONS.finds("patient:identifier=123456");
        OBSERVATIONS.finds("subject:missing=true");
    }

    @Test
    void chainsFollowReferences() {
        OBSERVATIONS.finds("subject:Patient.name=peter", "relative", "absolute", "versioned");
        OBSERVATIONS.finds("subject.name=peter", "relative", "absolute", "versioned");
        OBSERVATIONS.finds("subject:Patient.gender:not=male", "female");
        OBSERVATIONS.finds("subject:Patient.name:missing=true", "female");
        OBSERVATIONS.finds("patient.organization.name=acme", "relative", "absolute", "versioned");
        OBSERVATIONS.finds("patient.organization.partof.name=root", "relative", "absolute", "versioned");
        OBSERVATIONS.refuses("subject.nothing=a", "code.name=a", "patient.organization.partof.partof.partof.name=a");
    }

    @Test
    void reverseChainsFollowThemBack() {
        Sample patients = Sample.of(
                "Patient",
                "'id':'p'",
                "'id':'q'",
                "{'resourceType':'Encounter','id':'e','class':{'code':'x'},'subject':{'reference':'Patient/q'}}",
                "{'resourceType':'Observation','id':'o','code':{'coding':[{'code':'1234-5'}]},"
                        + "'subject':{'reference':'Patient/p'}}",
                "{'resourceType':'Observation','id':'n','code':{'coding':[{'code':'9'}]},"
                        + "'subject':{'reference':'Patient/q'},'encounter':{'reference':'Encounter/e'}}");
        patients.finds("_has:Observation:patient:code=1234-5", "p");
        patients.finds("_has:Observation:patient:code=123,9", "q");
        patients.finds("_has:Observation:patient:code=9&_has:Observation:patient:code=1234-5");
        patients.finds("_has:Observation:patient:encounter.class=x", "q");
        patients.finds("_has:Encounter:patient:_has:Observation:encounter:code=9", "q");
        patients.finds("_has:Observation:patient:code:not=9", "p");
        patients.refuses("_has:Observation:patient=9", "_has:AuditEvent:entity:user=x", "_has:Observation:code:code=9");
    }

    @Test
    void canonicalsHaveVersions() {
        Sample sample = Sample.of(
                "QuestionnaireResponse",
                "'id':'v1','questionnaire':'http://acme.com/q|1.0'",
                "'id':'v11','questionnaire':'http://acme.com/q|1.1'",
                "'id':'v10','questionnaire':'http://acme.com/q|10'",
                "'id':'v2','questionnaire':'http://acme.com/q|2.0'",
                "'id':'none','questionnaire':'http://acme.com/q'");
        sample.finds("questionnaire=http://acme.com/q", "v1", "v11", "v10", "v2", "none");
        sample.finds("questionnaire=http://acme.com/q|1.0", "v1");
        sample.finds("questionnaire:below=http://acme.com/q", "v1", "v11", "v10", "v2", "none");
        sample.finds("questionnaire:below=http://acme.com/q|1", "v1", "v11");
    }

    @Test
    void compositesMatchWithinOneElement() {
        Sample sample = Sample.of(
                "Observation",
                "'id':'bp','code':{'coding':[{'code':'bp'}]},'component':["
                        + "{'code':{'coding':[{'system':'http://loinc.org','code':'8480-6'}]},'valueQuantity':{'value':59}},"
                        + "{'code':{'coding':[{'system':'http://loinc.org','code':'8462-4'}]},'valueQuantity':{'value':40}}]",
                "'id':'date','code':{'coding':[{'code':'x'}]},'valueDateTime':'2020-05-01'",
                "'id':'k','code':{'coding':[{'code':'2823-3'}]},'valueQuantity':{'value':5.5,"
                        + "'system':'http://unitsofmeasure.org','code':'mmol/L'}");
        sample.finds("component-code-value-quantity=http://loinc.org|8480-6$lt60", "bp");
        sample.finds("component-code-value-quantity=http://loinc.org|8480-6$lt50");
        sample.finds("combo-code-value-quantity=2823-3$gt5,8462-4$40", "k", "bp");
        sample.finds("code-value-quantity=2823-3$gt5.4|http://unitsofmeasure.org|mmol/L", "k");
        sample.finds("code-value-date=x$2020", "date");
        sample.refuses(
                "code-value-quantity=2823-3",
                "code-value-quantity=a$",
                "code-value-quantity:missing=true",
                "code-value-quantity=a$1$2");
    }

    @Test
    void usageContextsAreComposites() {
        Sample sample = Sample.of(
                "Questionnaire",
                "'id':'q','useContext':[{'code':{'code':'focus'},'valueCodeableConcept':{'coding':"
                        + "[{'system':'http://snomed.info/sct','code':'408934002'}]}},"
                        + "{'code':{'code':'age'},'valueRange':{'low':{'value':18}}}]");
        sample.finds("context-type-value=focus$http://snomed.info/sct|408934002", "q");
        sample.finds("context-type-value=age$http://snomed.info/sct|408934002");
        sample.finds("context-type-quantity=age$gt20", "q");
        sample.finds("context-quantity=gt20", "q");
    }

    @Test
    void sortsByTheFirstOfSeveralAndMissingLast() {
        Sample sample = Sample.of(
                "Patient",
                "'id':'none'",
                "'id':'bz','name':[{'family':'B'},{'family':'Z'}],'birthDate':'1990'",
                "'id':'a','name':[{'family':'Á'}],'birthDate':'1990-06'",
                "'id':'c','name':[{'family':'c'}],'birthDate':'1980'");
        sample.sorts("family", "a", "bz", "c", "none");
        sample.sorts("-family", "bz", "c", "a", "none");
        sample.sorts("birthdate", "c", "bz", "a", "none");
        sample.sorts("-birthdate", "bz", "a", "c", "none");
        sample.sorts("-_id", "none", "c", "bz", "a");
        sample.sorts("gender,-_id", "none", "c", "bz", "a");
    }
}
