package org.dripline.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dripline.document.JsonObject;
import org.dripline.profile.ProfileArtefacts.Source;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of an operator's folder is loaded, and what is refused by the name of its file. */
class ProfileFolderTest {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final IValidationSupport R4 = ReleasedDefinitions.all();
    private static final ProfileArtefacts SHIPPED = ProfileArtefacts.load();

    @TempDir
    Path folder;

    private void file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Everything that loading does, but for the definitions of R4, which are read once here. */
    private IValidationSupport load() throws IOException {
        PrePopulatedValidationSupport all = new PrePopulatedValidationSupport(FHIR);
        Map<String, IBaseResource> own = new LinkedHashMap<>();
        for (Source source : SHIPPED.with(folder).sources()) {
            if (!source.shipped()) {
                IBaseResource resource =
                        FHIR.newJsonParser().parseResource(new String(source.json(), StandardCharsets.UTF_8));
                all.addResource(resource);
                own.put(source.name(), resource);
            }
        }
        new OwnProfiles(FHIR, R4, all).complete(own);
        return all;
    }

    private void refuses(String file, String reason) {
        ProfileUnusable unusable = catchThrowableOfType(ProfileUnusable.class, this::load);
        assertThat(unusable).isNotNull();
        assertThat(unusable.file()).isEqualTo(file);
        assertThat(unusable.reason()).startsWith(reason).doesNotContain("\n");
    }

    @Test
    void loadsJsonAndXmlAndPassesOverOtherFiles() throws IOException {
        file("our-patient.json", ClinicDefinitions.PATIENT_JSON);
        file("wards.json", ClinicDefinitions.WARDS_JSON);
        file("our-wards.xml", ClinicDefinitions.OUR_WARDS_XML);
        file("README.md", "what these are");
        ProfileArtefacts all = SHIPPED.with(folder);
        assertThat(all.all().stream().skip(SHIPPED.all().size()).map(JsonObject::resourceType))
                .containsExactly("StructureDefinition", "ValueSet", "CodeSystem");
        assertThat(all.profiles().get("Patient")).contains(ClinicDefinitions.PATIENT);
    }

    /** What is served is the file; what the validator reads has all elements of Patient, too. */
    @Test
    void makesTheSnapshotOfADifferential() throws IOException {
        file("our-patient.json", ClinicDefinitions.PATIENT_JSON);
        StructureDefinition made = (StructureDefinition) load().fetchStructureDefinition(ClinicDefinitions.PATIENT);
        assertThat(made.getSnapshot().getElement())
                .anyMatch(element -> element.getPath().equals("Patient.birthDate") && element.getMin() == 1)
                .anyMatch(element -> element.getPath().equals("Patient.contact.gender"));
        assertThat(SHIPPED.with(folder).all().getLast().object("snapshot")).isEmpty();
    }

    @Test
    void makesTheSnapshotOfAProfileOfAProfileWhateverTheirOrder() throws IOException {
        String inner = "https://clinic.example/StructureDefinition/inner";
        file("z.json", ClinicDefinitions.PATIENT_JSON);
        file(
                "a.json",
                ClinicDefinitions.PATIENT_JSON
                        .replace("\"url\":\"" + ClinicDefinitions.PATIENT, "\"url\":\"" + inner)
                        .replace("our-patient", "inner")
                        .replace("http://hl7.org/fhir/StructureDefinition/Patient", ClinicDefinitions.PATIENT)
                        .replace("Patient.birthDate", "Patient.gender"));
        StructureDefinition made = (StructureDefinition) load().fetchStructureDefinition(inner);
        assertThat(made.getSnapshot().getElement())
                .anyMatch(element -> element.getPath().equals("Patient.gender") && element.getMin() == 1)
                .anyMatch(element -> element.getPath().equals("Patient.birthDate") && element.getMin() == 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"resourceType":"Struct                                                       | is not JSON:
            {"resourceType":"Patient","id":"a"}                                           | is no StructureDefinition, ValueSet or CodeSystem
            {"resourceType":"ValueSet","id":"a","url":"urn:a","status":"odd"}             | is not FHIR R4:
            {"resourceType":"ValueSet","id":"a","url":"urn:a","status":"active","x":1}    | is not FHIR R4:
            {"resourceType":"ValueSet","url":"urn:a","status":"active"}                   | has no id
            {"resourceType":"ValueSet","id":"a","status":"active"}                        | has no url
            {"resourceType":"ValueSet","id":"a","url":"http://hl7.org/fhir/ValueSet/administrative-gender","status":"active"} | has the url http://hl7.org/fhir/ValueSet/administrative-gender, as one of R4 itself
            {"resourceType":"ValueSet","id":"a","url":"https://fhir.dripline.example/ValueSet/infused-agent","status":"active"} | has the url https://fhir.dripline.example/ValueSet/infused-agent, as Dripline's own
            {"resourceType":"ValueSet","id":"infused-agent","url":"urn:a","status":"active"} | has the id infused-agent, as another ValueSet, Dripline's own
            {"resourceType":"StructureDefinition","id":"a","url":"urn:a","name":"A","status":"active","fhirVersion":"3.0.1","kind":"resource","abstract":false,"type":"Patient"} | is for another version of FHIR than R4
            """)
    void refusesWhatIsBrokenByTheNameOfItsFile(String text, String reason) throws IOException {
        file("broken.json", text);
        refuses("broken.json", reason);
    }

    @Test
    void refusesWhatIsNotXml() throws IOException {
        file("broken.xml", "<ValueSet");
        refuses("broken.xml", "is not XML of FHIR: ");
    }

    @Test
    void refusesAUrlThatAnotherFileHas() throws IOException {
        file("one.json", ClinicDefinitions.WARDS_JSON);
        file("two.json", ClinicDefinitions.WARDS_JSON);
        refuses("two.json", "has the url " + ClinicDefinitions.WARDS + ", as one.json");
    }

    @Test
    void refusesAProfileOfWhatIsNotThere() throws IOException {
        file(
                "broken.json",
                ClinicDefinitions.PATIENT_JSON.replace("StructureDefinition/Patient", "StructureDefinition/Nobody"));
        refuses("broken.json", "gives no snapshot");
    }

    @Test
    void refusesAProfileOfAnElementThatIsNotThere() throws IOException {
        file("broken.json", ClinicDefinitions.PATIENT_JSON.replace("Patient.birthDate", "Patient.birthPlanet"));
        refuses("broken.json", "gives no snapshot");
    }

    /** Each would start, and then refuse every record or check none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "min":1 | "min":1,"constraint":[{"key":"c-1","severity":"error","human":"h","expression":"a = = b"}]          | has an expression that is no FHIRPath, in the constraint c-1 at Patient.birthDate:
            "min":1 | "min":1,"constraint":[{"key":"c-1","severity":"error","human":"h","expression":"nameless().exists("}] | has an expression that is no FHIRPath, in the constraint c-1 at Patient.birthDate:
            "min":1 | "min":3,"max":"1"                                                                                   | wants at least 3 of Patient.birthDate, and at most 1
            "min":1 | "min":1,"max":"0"                                                                                   | wants at least 1 of Patient.birthDate, and at most 0
            "min":1 | "min":3                                                                                             | wants at least 3 of Patient.birthDate, and at most 1
            """)
    void refusesAProfileThatCanNeverWork(String said, String other, String reason) throws IOException {
        file("broken.json", ClinicDefinitions.PATIENT_JSON.replace(said, other));
        refuses("broken.json", reason);
    }

    @Test
    void refusesAValueSetOfOneThatIsNotThere() throws IOException {
        String set = """
                {"resourceType":"ValueSet","id":"a","url":"urn:a","status":"active",
                 "compose":{"include":[{"valueSet":["%s"]}]}}""";
        file("set.json", set.formatted("http://hl7.org/fhir/ValueSet/administrative-gender|4.0.1"));
        assertThat(load().fetchValueSet("urn:a")).isNotNull();
        file("set.json", set.formatted("https://clinic.example/ValueSet/nobody"));
        refuses("set.json", "includes the ValueSet https://clinic.example/ValueSet/nobody, which is not known");
    }

    @Test
    void refusesAProfileThatIsBasedOnItself() throws IOException {
        file(
                "broken.json",
                ClinicDefinitions.PATIENT_JSON.replace(
                        "http://hl7.org/fhir/StructureDefinition/Patient", ClinicDefinitions.PATIENT));
        refuses("broken.json", "gives no snapshot: it is based on itself");
    }

    /** Each profile that is shipped has one that SUSHI has made; ours of the same differential has the same elements. */
    @Test
    void makesTheSnapshotsThatOthersMake() throws IOException {
        for (Source source : SHIPPED.sources()) {
            if (source.tree().resourceType().equals("StructureDefinition")) {
                String text =
                        new String(source.json(), StandardCharsets.UTF_8).replace("fhir.dripline", "copy.dripline");
                StructureDefinition copy = FHIR.newJsonParser().parseResource(StructureDefinition.class, text);
                copy.setId("copy-" + copy.getIdPart());
                copy.setSnapshot(null);
                file(copy.getIdPart() + ".json", FHIR.newJsonParser().encodeResourceToString(copy));
            }
        }
        IValidationSupport all = load();
        for (Source source : SHIPPED.sources()) {
            if (source.tree().resourceType().equals("StructureDefinition")) {
                StructureDefinition original = FHIR.newJsonParser()
                        .parseResource(StructureDefinition.class, new String(source.json(), StandardCharsets.UTF_8));
                StructureDefinition made = (StructureDefinition)
                        all.fetchStructureDefinition(original.getUrl().replace("fhir.dripline", "copy.dripline"));
                assertThat(made.getSnapshot().getElement().stream().map(Element::getId))
                        .as(source.name())
                        .containsExactlyElementsOf(original.getSnapshot().getElement().stream()
                                .map(Element::getId)
                                .toList());
            }
        }
    }

    @Test
    void refusesOneFileTooMany() throws IOException {
        for (int number = 0; number <= ProfileFolder.MAX_FILES; number++) {
            file("f%04d.json".formatted(number), "");
        }
        refuses("f1000.json", "is one more than the 1000 of a folder");
    }

    @Test
    void needsTheFolder() {
        assertThatThrownBy(() -> SHIPPED.with(folder.resolve("absent"))).isInstanceOf(NoSuchFileException.class);
    }
}
