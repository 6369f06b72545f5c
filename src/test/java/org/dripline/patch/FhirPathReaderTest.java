package org.dripline.patch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.outcome.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no FHIRPath Patch, or more than a patch may do; single quotes stand for double ones. */
class FhirPathReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient.name.",
                "Patient.name[",
                "Patient.name.where(",
                "'",
                "",
                "Patient.name.foo()",
                "Patient.managingOrganization.resolve()",
                "Patient.gender.memberOf('http://x')",
                "Patient.descendants()",
                "Patient.children()",
                "Patient.repeat(contained)",
                "Patient.name.where(family.matches('(a+)+'))",
                "Patient.name.trace('x')",
                "Patient.name.where(given.conformsTo('x'))",
                "iif(true, Patient.name, Patient.telecom)",
                "%resource.name",
                "%context",
                "Patient.name[1 - 1]",
                "Patient.name[-1]",
                "Patient.extension.where(value = 5 'mg')",
                "Patient.name.where(period.start < now())",
                "Patient.name.select(given)",
            })
    void refusesPathsThatDoMoreThanNameElements(String path) {
        String body =
                parameters("{'name':'type','valueCode':'delete'},{'name':'path','valueString':" + quoted(path) + "}");
        assertThat(status(body)).as(path).isEqualTo(400);
    }

    @Test
    void refusesPathsOneOverTheirLimits() {
        for (String[] pair : new String[][] {
            {"Patient.name.where(family != '" + "x".repeat(Expression.MAX_LENGTH - 32) + "')", "x"},
            {"(".repeat(Expression.MAX_NESTING) + "Patient" + ")".repeat(Expression.MAX_NESTING) + ".name", "("},
        }) {
            assertThat(apply(patient("'id':'p'"), "delete " + pair[0])).isEqualTo(patient("'id':'p'"));
            String over = pair[1].equals("x") ? pair[0].replace("x'", "xx'") : "(" + pair[0] + ")";
            String body = parameters(
                    "{'name':'type','valueCode':'delete'},{'name':'path','valueString':" + quoted(over) + "}");
            assertThat(status(body)).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceType':'Patient'}",
                "{'resourceType':'Parameters','parameter':[1]}",
                "{'resourceType':'Parameters','parameter':[{'name':'op'}]}",
                "{'resourceType':'Parameters','parameter':[{'name':'operation'}]}",
                "{'resourceType':'Parameters','parameter':[{'name':'operation','part':[1]}]}",
                "P{'name':'type','valueCode':'delete'}",
                "P{'name':'type','valueCode':'patch'},{'name':'path','valueString':'Patient'}",
                "P{'name':'type','valueCode':'delete'},{'name':'path','valueUri':'Patient'}",
                "P{'name':'type','valueCode':'delete'},{'name':'path','valueString':'Patient.id'},{'name':'path','valueString':'Patient'}",
                "P{'name':'type','valueCode':'delete'},{'name':'path','valueString':'Patient.id'},{'name':'valeu','valueString':'Patient'}",
                "P{'name':'type','valueCode':'replace'},{'name':'path','valueString':'Patient.id'}",
                "P{'name':'type','valueCode':'replace'},{'name':'path','valueString':'Patient.id'},{'name':'value'}",
                "P{'name':'type','valueCode':'replace'},{'name':'path','valueString':'Patient.id'},{'name':'value','valueString':'a','valueCode':'b'}",
                "P{'name':'type','valueCode':'replace'},{'name':'path','valueString':'Patient.id'},{'name':'value','valueHumanname':{}}",
                "P{'name':'type','valueCode':'replace'},{'name':'path','valueString':'Patient.id'},{'name':'value','part':[{'valueString':'a'}]}",
                "P{'name':'type','valueCode':'replace'},{'name':'path','valueString':'Patient.id'},{'name':'value','part':[{'name':'a'}]}",
                "P{'name':'type','valueCode':'add'},{'name':'path','valueString':'Patient'},{'name':'value','valueString':'a'}",
                "P{'name':'type','valueCode':'insert'},{'name':'path','valueString':'Patient.name'},{'name':'value','valueString':'a'}",
                "P{'name':'type','valueCode':'move'},{'name':'path','valueString':'Patient.name'},{'name':'source','valueInteger':1}",
                "P{'name':'type','valueCode':'move'},{'name':'path','valueString':'Patient.name'},{'name':'source','valueInteger':1},{'name':'destination','valueInteger':1.5}",
            })
    void refusesWhatIsNoPatch(String body) {
        assertThat(status(body.startsWith("P") ? parameters(body.substring(1)) : body))
                .isEqualTo(400);
    }

    @Test
    void refusesAThousandAndOneOperations() {
        String one = "{\"name\":\"operation\",\"part\":[{\"name\":\"type\",\"valueCode\":\"delete\"},"
                + "{\"name\":\"path\",\"valueString\":\"Patient.name\"}]}";
        String thousand = one + ("," + one).repeat(999);
        JsonObject stored = patient("'id':'p'");
        assertThat(Patch.ofEntry(
                                json("{\"resourceType\":\"Parameters\",\"parameter\":[" + thousand + "]}"),
                                Limits.DEFAULT)
                        .apply(stored))
                .isEqualTo(stored);
        assertThat(status("{'resourceType':'Parameters','parameter':[" + thousand + "," + one + "]}"))
                .isEqualTo(413);
    }

    private static int status(String body) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> Patch.read(PatchFormat.FHIRPATH_JSON, bytes(body), Limits.DEFAULT));
        assertThat(refusal).as(body).isNotNull();
        return refusal.status();
    }

    private static JsonObject apply(JsonObject stored, String operations) {
        byte[] body = bytes(ShortPatch.parameters(operations));
        return Patch.read(PatchFormat.FHIRPATH_JSON, body, Limits.DEFAULT).apply(stored);
    }

    private static JsonObject patient(String members) {
        return json("{'resourceType':'Patient'," + members + "}");
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
