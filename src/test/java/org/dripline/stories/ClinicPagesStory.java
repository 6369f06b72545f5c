package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A referring psychiatrist reads how a treatment went: the documentation's worked example, on a page and on paper. */
class ClinicPagesStory {
    private final Caller caller = new Caller();
    private final String root = caller.base().replace("/fhir", "/clinic/");
    private String course = "";

    @BeforeEach
    void sendTheGoldenCourse() {
        course = CourseExamples.golden(caller);
    }

    private HttpResponse<byte[]> get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(root + path).normalize())
                                    .build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Document page(String path) {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        return Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8), root + path);
    }

    @Test
    void tellsTheGoldenCourse() {
        Document page = page("courses/" + course);

        assertThat(page.select("h1").text()).startsWith("Course 1 of ");
        String text = page.select("main").text();
        assertThat(text)
                .contains("PHQ-9: 21 → 4 on 20 Feb 2026")
                .contains("-81.0 %")
                .contains("MADRS: 33 → 12 on 23 Jan 2026")
                .contains("-63.6 %")
                .contains("240 mg")
                .contains("0.50 mg/kg")
                .contains("first on 23 Jan 2026, 18 d");
        assertThat(text).contains("161/94").containsIgnoringCase("nausea × 2 (2 mild)");
        assertThat(text).contains("Taken now: mirtazapine.", "Allergies: Penicillin.");
        assertThat(page.select("svg").attr("aria-label")).contains("21 on 5 Jan, 14 on 12 Jan, 9 on 23 Jan");
        assertThat(page.select("script, [style], [onclick]")).isEmpty();
    }

    /** Each number opens to its formula and the versions that it is of, and each link leads to one. */
    @Test
    void showsItsWork() {
        Document page = page("courses/" + course);

        assertThat(page.select("details.worked")).hasSizeGreaterThan(30);
        assertThat(page.select("details.worked p").text()).contains("configuration");
        assertThat(page.select("details.worked a[href]"))
                .hasSizeGreaterThan(20)
                .allSatisfy(link -> assertThat(caller.get(link.absUrl("href").replace(caller.base(), ""))
                                .status())
                        .isEqualTo(200));
    }

    /** One side of A4, without anything cut off or replaced. */
    @Test
    void printsOnOnePage() throws IOException {
        HttpResponse<byte[]> answer = get("courses/" + course + ".pdf");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        try (PDDocument pdf = Loader.loadPDF(answer.body())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("PHQ-9: 21 → 4 on 20 Feb 2026")
                    .contains("240 mg")
                    .contains("Seen by")
                    .doesNotContain("#");
        }
    }

    /** However long the course: its tables stand in two columns, and of more than twenty rows some are left out. */
    @ParameterizedTest
    @ValueSource(ints = {8, 14, 30, 60})
    void printsALongCourseOnOnePage(int infusions) throws IOException {
        HttpResponse<byte[]> answer = get("courses/" + CourseExamples.withInfusions(infusions, new Caller()) + ".pdf");

        try (PDDocument pdf = Loader.loadPDF(answer.body())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains(infusions + " of 6 infusions", "Seen by");
            assertThat(text.contains("more here")).isEqualTo(infusions > 20);
        }
    }

    @Test
    void findsAPatientAndTheCourses() {
        String own = page("courses/" + course).select("a[href^=../patients/]").attr("href");
        Document found = page("patients/?name=sample");
        Document patient = page(own.replace("../", ""));
        Document first = page("");

        assertThat(found.select("table a").eachText()).isNotEmpty().allMatch(name -> name.contains("Sample"));
        assertThat(patient.select("table a").eachAttr("href")).contains("../courses/" + course);
        assertThat(first.select("h2").eachText()).containsExactly("Open flags", "Courses that run", "Adverse effects");
        String name = found.select("table a").eachText().getFirst().replace(" ", "+");
        assertThat(page("patients/?name=" + name).select("table a").eachText()).isNotEmpty();
        assertThat(page("patients/?name=%25").text()).contains("No patient of that name.");
        assertThat(page("patients/?name=%3Cb%3E%2C%7C%24%5C").text()).contains("No patient of that name.");
    }

    /** A flag and a course about a patient of another server are nobody's here; no page fails for them. */
    @Test
    void passesOverWhatIsNobodys() {
        String subject = "\"subject\":{\"reference\":\"https://elsewhere.example/fhir/Patient/1\"}";
        caller.post(
                        "/Flag",
                        "{\"resourceType\":\"Flag\",\"status\":\"active\",\"code\":{\"text\":\"far away\"}," + subject
                                + "}")
                .accepted(201);
        String far = caller.post(
                        "/CarePlan",
                        "{\"resourceType\":\"CarePlan\",\"status\":\"active\",\"intent\":\"plan\"," + subject + "}")
                .accepted(201)
                .id();

        assertThat(page("").text()).doesNotContain("far away");
        assertThat(get("courses/" + far).statusCode()).isEqualTo(404);
        caller.get("/CarePlan/" + far + "/$treatment-summary").refused(404, "not-found");
    }

    /** Whoever opens the server's address in a browser comes to the first page. */
    @Test
    void leadsFromTheAddressToTheFirstPage() {
        HttpResponse<byte[]> answer = get("../");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/clinic/");
    }

    @Test
    void saysWhatIsNotThere() {
        assertThat(get("courses/nothing").statusCode()).isEqualTo(404);
        assertThat(get("courses/nothing.pdf").statusCode()).isEqualTo(404);
        assertThat(get("patients/nothing").statusCode()).isEqualTo(404);
        assertThat(get("nothing").statusCode()).isEqualTo(404);
    }
}
