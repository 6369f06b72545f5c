package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A psychiatrist opens the address that the EHR was given, in a browser, and sees the page instead of the Bundle. */
class SummaryForPeopleStory {
    private static final String BROWSER =
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

    private final RunningServer server = RunningServer.get();
    private final Caller caller = new Caller();
    private String operation = "";
    private String course = "";

    @BeforeEach
    void sendTheGoldenCourse() throws IOException {
        String bundle = Files.readString(Path.of("fhir-profiles/examples/visits/golden-course.json"));
        course = caller.post("", bundle).accepted(200).written().stream()
                .filter(place -> place.startsWith("CarePlan/"))
                .map(place -> place.split("/", -1)[1])
                .findFirst()
                .orElseThrow();
        operation = "/CarePlan/" + course + "/$treatment-summary";
    }

    private HttpResponse<byte[]> get(String path, String accept) {
        return server.send("GET", path, new byte[0], "Accept", accept);
    }

    private static String type(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    private Document page(HttpResponse<byte[]> answer, String path) {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(type(answer)).isEqualTo("text/html;charset=UTF-8");
        return Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8), caller.base() + path);
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        assertThat(type(answer)).isEqualTo("application/pdf");
        try (PDDocument pdf = Loader.loadPDF(answer.body())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            return new PDFTextStripper().getText(pdf);
        }
    }

    @Test
    void opensTheGoldenCourseInABrowser() {
        HttpResponse<byte[]> answer = get(operation, BROWSER);
        Document page = page(answer, operation);

        assertThat(page.select("main").text())
                .contains("PHQ-9: 21 → 4 on 20 Feb 2026", "-81.0 %", "-63.6 %", "240 mg", "0.50 mg/kg", "161/94")
                .containsPattern("Generated from [0-9]+ records on [0-9]+ [A-Z][a-z]+ 20[0-9]{2} by Dripline ");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
    }

    /** Word for word what is at the clinic's address of the course. */
    @Test
    void saysTheSameAsTheClinicsOwnPage() {
        Document here = page(get(operation, "text/html"), operation);
        Document there = page(get("/../clinic/courses/" + course, "text/html"), "/../clinic/courses/" + course);

        assertThat(here.select("main").text()).isEqualTo(there.select("main").text());
        assertThat(records(here)).hasSizeGreaterThan(20).containsExactlyElementsOf(records(there));
        assertThat(here.select("link[rel=stylesheet]").attr("abs:href"))
                .isEqualTo(there.select("link[rel=stylesheet]").attr("abs:href"));
    }

    /** Days alone judge nothing that is of the whole: what is left, what is due. */
    @Test
    void saysOfWhichDaysItIs() throws IOException {
        String asked = operation + "?start=2026-01-08&end=2026-01-15";
        String limits = "Limited to the days from 2026-01-08 until 2026-01-15 as asked for";
        Document page = page(get(asked, "text/html"), asked);
        assertThat(page.select("main").text())
                .contains(limits, "not told of some days")
                .doesNotContain("not completed");
        assertThat(text(get(asked, "application/pdf")).replaceAll("\\s+", " ")).contains(limits);
        assertThat(caller.get(asked).accepted(200).text()).contains(limits);
    }

    private static List<String> records(Document page) {
        return page.select("a[href*=/_history/], a[href*=patients/]").eachAttr("abs:href");
    }

    @Test
    void leadsToThePdfOfTheSameQuestion() throws IOException {
        String asked = operation + "?scale=madrs&end=2026-01-31";
        Document page = page(get(asked, "text/html"), asked);
        String pdf = page.select("a[href*=pdf]").attr("abs:href");

        assertThat(page.select("main").text()).doesNotContain("20 Feb 2026");
        assertThat(text(server.send("GET", pdf.substring(caller.base().length()), new byte[0])))
                .contains("MADRS: 33 → 12 on 23 Jan 2026", "240 mg")
                .doesNotContain("20 Feb 2026");
    }

    @Test
    void printsByAcceptAndByFormat() throws IOException {
        assertThat(text(get(operation, "application/pdf"))).contains("PHQ-9: 21 → 4 on 20 Feb 2026", "Seen by");
        assertThat(text(get(operation + "?_format=pdf", BROWSER))).contains("240 mg");
        page(get(operation + "?_format=html", "application/fhir+json"), operation);
        byte[] parameters = "{\"resourceType\":\"Parameters\"}".getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> posted = server.send(
                "POST", operation, parameters, "Content-Type", "application/fhir+json", "Accept", "text/html");
        page(posted, operation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|application/fhir+json",
                "application/fhir+xml|application/fhir+xml",
                "application/fhir+json, text/html;q=0.9|application/fhir+json",
                "text/html;q=0.5, application/fhir+xml;q=0.6|application/fhir+xml",
                "text/html;q=0, */*|application/fhir+json",
                "text/html, application/pdf|text/html",
                "text/html;q=0.9, application/pdf|application/pdf",
            })
    void givesWhatIsWantedMost(String accept, String type) {
        HttpResponse<byte[]> answer = get(operation, accept);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(type(answer)).startsWith(type);
    }

    @Test
    void saysWhyThereIsNoPage() {
        caller.get("/CarePlan/nothing/$treatment-summary", "Accept", "text/html")
                .refused(404, "not-found");
        caller.get("/Patient/nothing", "Accept", "text/html").refused(406, "not-acceptable");
        caller.get("/CarePlan/" + course + "/$trajectory", "Accept", "text/html")
                .refused(406, "not-acceptable");
        caller.post(operation, """
                        {"resourceType":"Parameters","parameter":[{"name":"persist","valueBoolean":true}]}""", "Accept", "text/html").refused(400, "parameter-value");
        caller.get(operation + "?start=2030-01-01", "Accept", "application/pdf")
                .refused(422, "summary-nothing-to-tell");
    }
}
