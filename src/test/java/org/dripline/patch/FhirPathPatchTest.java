package org.dripline.patch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.document.XmlWriter;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * FHIRPath Patch (R4, fhirpatch.html). An operation is written short: {@code replace Patient.gender Code 'female'};
 * single quotes stand for double ones, and bodies lack their resourceType.
 */
class FhirPathPatchTest {
    /** The situations of HL7's own cases for FHIRPath Patch (FHIR/fhir-test-cases, r4/patch), in their order. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "No Difference | 'birthDate':'1920-01-01' | `` | 'birthDate':'1920-01-01'",
                "Replace Primitive | 'birthDate':'1920-01-01' | replace Patient.birthDate Date '1930-01-01' | 'birthDate':'1930-01-01'",
                "Delete Primitive | 'birthDate':'1920-01-01' | delete Patient.birthDate | 'id':'p'",
                "Add Primitive | 'id':'p' | add Patient birthDate Date '1930-01-01' | 'birthDate':'1930-01-01'",
                "Replace Nested Primitive #1 | 'contact':[{'name':{'text':'a'},'gender':'male'}] | replace Patient.contact[0].gender Code 'female' | 'contact':[{'name':{'text':'a'},'gender':'female'}]",
                "Replace Nested Primitive #2 | 'contact':[{'name':{'text':'a'},'gender':'male'}] | replace Patient.contact[0].name.text String 'b' | 'contact':[{'name':{'text':'b'},'gender':'male'}]",
                "Delete Nested Primitive #1 | 'contact':[{'name':{'text':'a'},'gender':'male'}] | delete Patient.contact[0].gender | 'contact':[{'name':{'text':'a'}}]",
                "Delete Nested Primitive #2 | 'contact':[{'name':{'text':'a'},'gender':'male'}] | delete Patient.contact[0].name.text | 'contact':[{'gender':'male'}]",
                "Add Nested Primitive | 'contact':[{'name':{'text':'a'}}] | add Patient.contact[0] gender Code 'male' | 'contact':[{'name':{'text':'a'},'gender':'male'}]",
                "Add Complex | 'id':'p' | add Patient maritalStatus CodeableConcept {'text':'m'} | 'maritalStatus':{'text':'m'}",
                "Replace Complex | 'maritalStatus':{'id':'1','text':'m'} | replace Patient.maritalStatus CodeableConcept {'id':'2','text':'n'} | 'maritalStatus':{'id':'2','text':'n'}",
                "Delete Complex | 'maritalStatus':{'text':'m'} | delete Patient.maritalStatus | 'id':'p'",
                "Add Anonymous Type | 'id':'p' | add Patient contact parts [{'name':'name','valueHumanName':{'text':'a'}}] | 'contact':[{'name':{'text':'a'}}]",
                "Delete Anonymous Type | 'contact':[{'name':{'text':'a'}}] | delete Patient.contact[0] | 'id':'p'",
                "List unchanged, contents changed | 'identifier':[{'value':'1'},{'value':'2'}] | replace Patient.identifier[0].value String '2'; replace Patient.identifier[1].value String '1' | 'identifier':[{'value':'2'},{'value':'1'}]",
                "Add to list | 'identifier':[{'value':'1'},{'value':'2'}] | insert Patient.identifier 2 Identifier {'value':'3'} | 'identifier':[{'value':'1'},{'value':'2'},{'value':'3'}]",
                "Insert in list #1 | 'identifier':[{'value':'1'},{'value':'2'}] | insert Patient.identifier 1 Identifier {'value':'3'} | 'identifier':[{'value':'1'},{'value':'3'},{'value':'2'}]",
                "Insert in list #2 | 'identifier':[{'value':'1'},{'value':'2'}] | insert Patient.identifier 0 Identifier {'value':'3'} | 'identifier':[{'value':'3'},{'value':'1'},{'value':'2'}]",
                "Delete from List #1 | 'identifier':[{'value':'1'},{'value':'2'},{'value':'3'}] | delete Patient.identifier[0] | 'identifier':[{'value':'2'},{'value':'3'}]",
                "Delete from List #2 | 'identifier':[{'value':'1'},{'value':'2'},{'value':'3'}] | delete Patient.identifier[1] | 'identifier':[{'value':'1'},{'value':'3'}]",
                "Delete from List #3 | 'identifier':[{'value':'1'},{'value':'2'},{'value':'3'}] | delete Patient.identifier[2] | 'identifier':[{'value':'1'},{'value':'2'}]",
                "Reorder List #1 | 'identifier':[{'value':'1'},{'value':'2'},{'value':'3'},{'value':'4'}] | move Patient.identifier 3 1 | 'identifier':[{'value':'1'},{'value':'4'},{'value':'2'},{'value':'3'}]",
                "Reorder List #2 | 'identifier':[{'value':'1'},{'value':'2'},{'value':'3'},{'value':'4'}] | move Patient.identifier 3 0 | 'identifier':[{'value':'4'},{'value':'1'},{'value':'2'},{'value':'3'}]",
                "Reorder List #3 | 'identifier':[{'value':'1'},{'value':'2'},{'value':'3'},{'value':'4'}] | move Patient.identifier 3 2 | 'identifier':[{'value':'1'},{'value':'2'},{'value':'4'},{'value':'3'}]",
                "Reorder List #4 | 'identifier':[{'value':'1'},{'value':'2'},{'value':'3'},{'value':'4'}] | move Patient.identifier 0 3 | 'identifier':[{'value':'2'},{'value':'3'},{'value':'4'},{'value':'1'}]",
                "Reorder List #5 | 'identifier':[{'value':'1'},{'value':'2'},{'value':'3'},{'value':'4'}] | move Patient.identifier 1 0; move Patient.identifier 2 1 | 'identifier':[{'value':'2'},{'value':'3'},{'value':'1'},{'value':'4'}]",
                "Reorder List #6 | 'identifier':[{'value':'1'},{'value':'2'},{'value':'3'},{'value':'4'}] | move Patient.identifier 3 0; move Patient.identifier 3 1; move Patient.identifier 3 2 | 'identifier':[{'value':'4'},{'value':'3'},{'value':'2'},{'value':'1'}]",
                "Operation on missing element #2 | 'id':'p' | add Patient identifier Identifier {'value':'3'} | 'identifier':[{'value':'3'}]",
                "Full Resource | 'text':{'status':'generated','div':'<div>a</div>'},'name':[{'family':'C'},{'given':['J']}] | replace Patient.text.div String '<div>b</div>'; replace Patient.name[0].family String 'D' | 'text':{'status':'generated','div':'<div>b</div>'},'name':[{'family':'D'},{'given':['J']}]",
            })
    void doesAsHl7sCasesSay(String name, String stored, String operations, String patched) {
        assertThat(apply(patient(stored), operations).without("id"))
                .as(name)
                .isEqualTo(patient(patched).without("id"));
    }

    /** HL7's cases that are errors; the second is one since its path names nothing. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'identifier':[{'use':'official'}] | add Patient.identifier.where(use='official').period end Date '2021-12-01'",
                "'contact':[{'name':{'text':'a'}}] | add Patient.contact[0] gender Code 'male'; add Patient.contact[1] gender Code 'male'",
            })
    void refusesAsHl7sCasesSay(String stored, String operations) {
        assertThat(refusal(patient(stored), operations).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Choices.
                "'deceasedBoolean':false | replace Patient.deceased DateTime '2026' | 'deceasedDateTime':'2026'",
                "'deceasedBoolean':false,'active':true | replace Patient.deceasedBoolean Boolean true | 'deceasedBoolean':true,'active':true",
                "'id':'p' | add Patient deceased Boolean true | 'deceasedBoolean':true",
                "'id':'p' | add Patient deceased[x] DateTime '2026' | 'deceasedDateTime':'2026'",
                "'id':'p' | add Patient deceasedBoolean Boolean true | 'deceasedBoolean':true",
                "'deceasedBoolean':true | delete Patient.deceased.ofType(boolean) | 'id':'p'",
                "'deceasedBoolean':true | delete Patient.deceased.ofType(dateTime) | 'deceasedBoolean':true",
                "'deceasedBoolean':true | delete (Patient.deceased as boolean) | 'id':'p'",
                "'extension':[{'url':'u','valueQuantity':{'value':0.50}}] | replace Patient.extension('u').value.value Decimal 0.10 | 'extension':[{'url':'u','valueQuantity':{'value':0.10}}]",
                // Primitives with ids and extensions.
                "'birthDate':'2000','_birthDate':{'id':'b'} | replace Patient.birthDate Date '2001' | 'birthDate':'2001'",
                "'birthDate':'2000' | add Patient.birthDate extension parts [{'name':'url','valueUri':'u'},{'name':'value','valueString':'s'}] | 'birthDate':'2000','_birthDate':{'extension':[{'url':'u','valueString':'s'}]}",
                "'_birthDate':{'extension':[{'url':'u','valueCode':'unknown'}]} | replace Patient.birthDate.extension('u').value Code 'masked' | '_birthDate':{'extension':[{'url':'u','valueCode':'masked'}]}",
                "'birthDate':'2000','_birthDate':{'extension':[{'url':'u','valueCode':'unknown'}]} | delete Patient.birthDate.extension | 'birthDate':'2000'",
                "'birthDate':'2000','_birthDate':{'id':'b'} | delete Patient.birthDate | 'id':'p'",
                "'name':[{'given':['A','B'],'_given':[null,{'id':'b'}]}] | delete Patient.name.given[0] | 'name':[{'given':['B'],'_given':[{'id':'b'}]}]",
                "'name':[{'given':['A','B'],'_given':[null,{'id':'b'}]}] | delete Patient.name.given[1] | 'name':[{'given':['A']}]",
                "'name':[{'given':['A','B'],'_given':[null,{'id':'b'}]}] | insert Patient.name.given 1 String 'C' | 'name':[{'given':['A','C','B'],'_given':[null,null,{'id':'b'}]}]",
                "'name':[{'given':['A','B'],'_given':[null,{'id':'b'}]}] | move Patient.name.given 0 1 | 'name':[{'given':['B','A'],'_given':[{'id':'b'},null]}]",
                "'name':[{'given':[null,'B'],'_given':[{'id':'a'},null]}] | add Patient.name given String 'C' | 'name':[{'given':[null,'B','C'],'_given':[{'id':'a'},null,null]}]",
                // An emptied shadow must not shift those behind it.
                "'name':[{'given':['A','B'],'_given':[{'extension':[{'url':'u'}]},{'id':'b'}]}] | delete Patient.name.given[0].extension | 'name':[{'given':['A','B'],'_given':[null,{'id':'b'}]}]",
                // Conditions, and what stands after them.
                "'name':[{'use':'usual'},{'use':'official','family':'A'}] | replace Patient.name.where(use='official').family String 'B' | 'name':[{'use':'usual'},{'use':'official','family':'B'}]",
                "'name':[{'use':'usual'},{'use':'official'}] | delete Patient.name.where(use='official' and family.exists().not()) | 'name':[{'use':'usual'}]",
                "'name':[{'use':'usual'},{'use':'official'}] | delete name.last() | 'name':[{'use':'usual'}]",
                "'telecom':[{'rank':2},{'rank':10}] | delete Patient.telecom.where(rank > 5) | 'telecom':[{'rank':2}]",
                "'identifier':[{'period':{'start':'2020-01-01'}},{'period':{'start':'2021'}}] | delete Patient.identifier.where(period.start < @2020-06-01) | 'identifier':[{'period':{'start':'2021'}}]",
                "'identifier':[{'value':'1','use':'old'},{'value':'2'},{'value':'3','use':'old'}] | insert Patient.identifier.where(use='old') 1 Identifier {'value':'x'} | 'identifier':[{'value':'1','use':'old'},{'value':'2'},{'value':'x'},{'value':'3','use':'old'}]",
                "'identifier':[{'value':'1','use':'old'},{'value':'2'},{'value':'3','use':'old'}] | move Patient.identifier.where(use='old') 1 0 | 'identifier':[{'value':'3','use':'old'},{'value':'1','use':'old'},{'value':'2'}]",
                // Contained resources.
                "'contained':[{'resourceType':'Practitioner','id':'c','active':true}] | replace Patient.contained.where(id='c').active Boolean false | 'contained':[{'resourceType':'Practitioner','id':'c','active':false}]",
                "'contained':[{'resourceType':'Practitioner','id':'c'},{'resourceType':'Basic','id':'d'}] | delete Patient.contained.ofType(Basic) | 'contained':[{'resourceType':'Practitioner','id':'c'}]",
                "'id':'p' | add Patient contained resource {'resourceType':'Basic','id':'c'} | 'contained':[{'resourceType':'Basic','id':'c'}]",
                // Parts within parts.
                "'id':'p' | add Patient contact parts [{'name':'telecom','valueContactPoint':{'value':'1'}},{'name':'telecom','valueContactPoint':{'value':'2'}},{'name':'name','part':[{'name':'family','valueString':'F'},{'name':'given','valueString':'G'}]},{'name':'gender','valueCode':'male','_valueCode':{'id':'g'}}] | 'contact':[{'telecom':[{'value':'1'},{'value':'2'}],'name':{'family':'F','given':['G']},'gender':'male','_gender':{'id':'g'}}]",
                "'contact':[{'id':'1'}] | replace Patient.contact[0] parts [{'name':'id','valueString':'2'}] | 'contact':[{'id':'2'}]",
                // Types that R4 derives from another, or whose texts are the other's.
                "'gender':'male' | replace Patient.gender String 'female' | 'gender':'female'",
                "'meta':{'tag':[{'code':'t'}]} | add Patient.meta profile Canonical 'http://x' | 'meta':{'tag':[{'code':'t'}],'profile':['http://x']}",
                "'multipleBirthInteger':1 | replace Patient.multipleBirth Integer 2 | 'multipleBirthInteger':2",
                "'photo':[{'size':1}] | replace Patient.photo.size Integer 2 | 'photo':[{'size':2}]",
                "'identifier':[{'system':'http://a'}] | replace Patient.identifier.system Url 'http://b' | 'identifier':[{'system':'http://b'}]",
            })
    void appliesToTheElementThatThePathNames(String stored, String operations, String patched) {
        assertThat(apply(patient(stored), operations).without("id"))
                .isEqualTo(patient(patched).without("id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "delete Patient.nmae | The path names \"nmae\", which R4 does not know in Patient. Did you mean \"name\"?",
                "add Patient nmae String 'x' | Operation 0 (counted from 0) names \"nmae\", which R4 does not know in Patient. Did you mean \"name\"?",
                "replace Patient.active Boolean true | Operation 0 (counted from 0): nothing is at Patient.active. Add first what it lies in, or correct the path.",
                "replace Patient.name.where(family='Smith').use Code 'old' | Operation 0 (counted from 0): nothing is at Patient.name.where(family='…').use. Add first what it lies in, or correct the path.",
                "delete Patient.name | Operation 0 (counted from 0): Patient.name names 2 elements, and the operation takes one. Narrow it by [0] or where().",
                "add Patient.name family String 'x' | Operation 0 (counted from 0): Patient.name names 2 elements, and the operation takes one. Narrow it by [0] or where().",
                "add Patient gender Code 'male' | Operation 0 (counted from 0): Patient has gender already, which does not repeat; use replace.",
                "add Patient deceased DateTime '2026' | Operation 0 (counted from 0): Patient has deceased already, which does not repeat; use replace.",
                "delete Patient | Operation 0 (counted from 0): the resource itself cannot be deleted; use DELETE.",
                "replace Patient resource {'resourceType':'Patient'} | Operation 0 (counted from 0): the resource itself cannot be replaced; use PUT.",
                "insert Patient.gender 0 Code 'male' | Operation 0 (counted from 0): Patient.gender does not repeat, so it is no list.",
                "insert Patient.telecom 0 ContactPoint {'value':'1'} | Operation 0 (counted from 0): nothing is at Patient.telecom; use add for the first item of a list.",
                "insert Patient.name.given 0 String 'x' | Operation 0 (counted from 0): Patient.name.given names the items of more than one list.",
                "insert Patient.name 3 HumanName {'text':'x'} | Operation 0 (counted from 0): its index is 3; from 0 to 2 fit Patient.name.",
                "insert Patient.name -1 HumanName {'text':'x'} | Operation 0 (counted from 0): its index is -1; from 0 to 2 fit Patient.name.",
                "move Patient.name 2 0 | Operation 0 (counted from 0): its source is 2; from 0 to 1 fit Patient.name.",
                "move Patient.name 0 2 | Operation 0 (counted from 0): its destination is 2; from 0 to 1 fit Patient.name.",
                "replace Patient.gender Integer 1 | Operation 0 (counted from 0): gender takes code, not integer.",
                "replace Patient.deceased Quantity {'value':1} | Operation 0 (counted from 0): Patient.deceased takes one of R4's types for it; made of parts, it is named with its type.",
                "replace Patient.name[0] Address {'text':'x'} | Operation 0 (counted from 0): name takes HumanName or parts named like its elements, not Address.",
                "replace Patient.gender parts [{'name':'value','valueCode':'male'}] | Operation 0 (counted from 0): gender takes code.",
                "add Patient contained Reference {'reference':'#x'} | Operation 0 (counted from 0): contained takes a resource, not Reference.",
                "add Patient contact resource {'resourceType':'Basic'} | Operation 0 (counted from 0): contact takes parts named like its elements.",
                "add Patient contact parts [{'name':'gender','valueCode':'male'},{'name':'gender','valueCode':'male'}] | Operation 0 (counted from 0): contact.gender takes one value, since it does not repeat.",
                "add Patient contact parts [{'name':'gendre','valueCode':'male'}] | Operation 0 (counted from 0) names \"gendre\", which R4 does not know in contact. Did you mean \"gender\"?",
                "delete Observation.status | Operation 0 (counted from 0): the path Observation.status begins with Observation, but the resource is a Patient. Begin it with Patient.",
                "delete Observation | Operation 0 (counted from 0): the path Observation begins with Observation, but the resource is a Patient. Begin it with Patient.",
                "delete (Observation.name).first() | Operation 0 (counted from 0): the path (Observation.name).first() begins with Observation, but the resource is a Patient. Begin it with Patient.",
                "replace Observation.status Code 'final' | Operation 0 (counted from 0): the path Observation.status begins with Observation, but the resource is a Patient. Begin it with Patient.",
                "delete 'a' | Operation 0 (counted from 0): the path '…' gives a value of its own instead of an element of the resource.",
                "delete Patient.name.exists() | Operation 0 (counted from 0): the path Patient.name.exists() gives a value of its own instead of an element of the resource.",
                "delete Patient.name[0].given.single() | Operation 0 (counted from 0): the path Patient.name[0].given.single() cannot be evaluated on this resource. Write a simpler one.",
            })
    void saysWhyAnOperationDoesNotFit(String operations, String text) {
        JsonObject stored = patient("'name':[{'use':'usual','given':['A','B']},{'given':['C']}],'gender':'female',"
                + "'deceasedBoolean':true");
        Refusal refusal = refusal(stored, operations);

        assertThat(refusal.issues().getFirst().text()).isEqualTo(text);
        assertThat(refusal.status()).isEqualTo(422);
    }

    /** In backquotes even nothing is a name. */
    @Test
    void refusesAPathThatNamesNothing() {
        byte[] body = bytes(
                parameters("{'name':'type','valueCode':'delete'},{'name':'path','valueString':" + quoted("``") + "}"));
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> Patch.read(PatchFormat.FHIRPATH_JSON, body, Limits.DEFAULT)
                        .apply(patient("'active':true")));
        assertThat(refusal.status()).isEqualTo(422);
    }

    @Test
    void refusesConditionsThatCostTooMuch() {
        String names = "{'family':'a'},".repeat(3000) + "{'family':'a'}";
        JsonObject stored = patient("'name':[" + names + "]");
        String path = "Patient.name.where(family = 'b')";
        String all = ("delete " + path + ";").repeat(1000);
        assertThat(refusal(stored, all).issues().getFirst().rule()).isEqualTo("patch-work");
    }

    @Test
    void readsXmlToo() {
        JsonObject parameters = json(parameters("{'name':'type','valueCode':'replace'},{'name':'path','valueString':"
                + quoted("Patient.name.where(use = 'official').family") + "},{'name':'value','valueString':'B'}"));
        JsonObject stored = patient("'name':[{'use':'official','family':'A'}]");
        Patch patch = Patch.read(PatchFormat.FHIRPATH_XML, XmlWriter.bytes(parameters), Limits.DEFAULT);
        assertThat(patch.apply(stored)).isEqualTo(patient("'name':[{'use':'official','family':'B'}]"));
    }

    private static JsonObject apply(JsonObject stored, String operations) {
        byte[] body = bytes(parametersOf(operations));
        JsonObject patched =
                Patch.read(PatchFormat.FHIRPATH_JSON, body, Limits.DEFAULT).apply(stored);
        assertThat(JsonReader.read(JsonWriter.bytes(patched), Limits.DEFAULT)).isEqualTo(patched);
        return patched;
    }

    private static Refusal refusal(JsonObject stored, String operations) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> apply(stored, operations));
        assertThat(refusal).as(operations).isNotNull();
        return refusal;
    }

    private static JsonObject patient(String members) {
        return json("{'resourceType':'Patient'," + members + "}");
    }

    private static String parametersOf(String operations) {
        return ShortPatch.parameters(operations);
    }

    private static String parameters(String parts) {
        return "{'resourceType':'Parameters','parameter':[{'name':'operation','part':[" + parts + "]}]}";
    }

    private static String quoted(String text) {
        return ShortPatch.quoted(text);
    }

    private static JsonObject json(String text) {
        return JsonReader.read(bytes(text), Limits.DEFAULT);
    }

    private static byte[] bytes(String text) {
        return ShortPatch.json(text).getBytes(UTF_8);
    }
}
