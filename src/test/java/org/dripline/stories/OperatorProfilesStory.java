package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dripline.engine.TestDatabase;
import org.dripline.profile.ClinicDefinitions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clinic with profiles of its own: {@code dripline.profiles-folder}. */
class OperatorProfilesStory {
    @TempDir
    static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void startWithAFolder() throws Exception {
        Files.writeString(folder.resolve("our-patient.json"), ClinicDefinitions.PATIENT_JSON);
        Files.writeString(folder.resolve("wards.json"), ClinicDefinitions.WARDS_JSON);
        Files.writeString(folder.resolve("our-wards.xml"), ClinicDefinitions.OUR_WARDS_XML);
        server = new RunningServer(Stream.concat(
                        TestDatabase.ofThisRun().settings().stream(), Stream.of("--dripline.profiles-folder=" + folder))
                .toList());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer get(String path) {
        return Answer.of(server.get(path));
    }

    private static Answer create(String patient) {
        return Answer.of(server.sendJson("POST", "/Patient", patient));
    }

    private static String claiming(String rest) {
        return "{\"resourceType\":\"Patient\",\"meta\":{\"profile\":[\"" + ClinicDefinitions.PATIENT + "\"]}" + rest
                + "}";
    }

    private static String ward(String code) {
        return ",\"birthDate\":\"1980-01-01\",\"maritalStatus\":{\"coding\":[{\"system\":\"" + ClinicDefinitions.WARDS
                + "\",\"code\":\"" + code + "\"}]}";
    }

    @Test
    void listsThemReadOnlyLikeItsOwn() {
        assertThat(get("/StructureDefinition?url=" + ClinicDefinitions.PATIENT).ids())
                .containsExactly("our-patient");
        assertThat(get("/CodeSystem?url=" + ClinicDefinitions.WARDS).ids()).containsExactly("wards");
        assertThat(get("/ValueSet/our-wards").accepted(200).text()).contains("\"code\":\"north\"");
        assertThat(server.sendJson("PUT", "/ValueSet/our-wards", "{}").statusCode())
                .isEqualTo(405);
    }

    /** It came without a snapshot, of which the page shows the elements; the file is shown as it is. */
    @Test
    void showsTheirElementsOnTheirPages() throws Exception {
        String page = RawHttp.send(server.port(), RawHttp.get("/ig/StructureDefinition-our-patient.html"))
                .body();
        assertThat(page).contains("Patient.<wbr>birthDate", "1..1", "Patient.<wbr>contact.<wbr>gender");
        assertThat(RawHttp.send(server.port(), RawHttp.get("/ig/StructureDefinition-our-patient.json"))
                        .body())
                .doesNotContain("snapshot");
    }

    @Test
    void namesThemInTheCapabilityStatement() {
        var patient =
                Answer.objects(
                                Answer.objects(get("/metadata").resource(), "rest")
                                        .getFirst(),
                                "resource")
                        .stream()
                        .filter(each -> each.text("type").orElse("").equals("Patient"))
                        .findFirst()
                        .orElseThrow();
        assertThat(patient.items("supportedProfile").toString()).contains(ClinicDefinitions.PATIENT);
    }

    @Test
    void holdsAResourceToTheOneItClaims() {
        create(claiming(ward("north"))).accepted(201);
        Answer refused = create(claiming(""));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text()).contains("birthDate");
    }

    @Test
    void knowsTheCodesOfTheirValueSets() {
        Answer refused = create(claiming(ward("south")));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.expressions()).anyMatch(path -> path.startsWith("Patient.maritalStatus"));
    }

    @Test
    void holdsNobodyElseToThem() {
        create("{\"resourceType\":\"Patient\"}").accepted(201);
    }

    @Test
    void tellsAPageOfThemByTheirUrls() {
        String both =
                ClinicDefinitions.PATIENT + ",https://fhir.dripline.example/StructureDefinition/infusion-procedure";
        assertThat(get("/StructureDefinition?url=" + both).ids())
                .containsExactlyInAnyOrderElementsOf(List.of("our-patient", "infusion-procedure"));
    }
}
