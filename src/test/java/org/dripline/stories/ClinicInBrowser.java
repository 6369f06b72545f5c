package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The clinic's pages as a browser shows and prints them, and as axe-core judges them. Run by {@code make test-web}, which
 * leaves screenshots in {@code target/pages}; {@code course-1280-light.png} of them is the README's picture.
 */
class ClinicInBrowser {
    private static final Path PICTURES = Path.of("target/pages");
    private static final int HEIGHT = 1040;
    private static final int TAB = 9;

    private static final Caller CALLER = new Caller();
    private static final URI CLINIC = URI.create(CALLER.base().replace("/fhir", "/clinic/"));

    /** Chromium writes until it has ended, and its profile is worth nothing. */
    @TempDir(cleanup = CleanupMode.NEVER)
    static Path home;

    private static Browser browser;
    private static URI course = CLINIC;
    private static Map<String, URI> shown = Map.of();

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        Files.createDirectories(PICTURES);
        browser = new Browser(System.getProperty("browser", "chromium"), home);
        CourseExamples.visit("item-9-flag", CALLER);
        CourseExamples.running(CALLER);
        course = CLINIC.resolve("courses/" + CourseExamples.golden(CALLER));
        browser.open(course);
        URI patient = URI.create(browser.ask("document.querySelector('a[href^=\"../patients/\"]').href"));
        shown = Map.of(
                "overview", CLINIC,
                "patients", CLINIC.resolve("patients/?name=sample"),
                "nobody", CLINIC.resolve("patients/?name=nobody"),
                "patient", patient,
                "course", course);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    private static String text() {
        return browser.ask("document.querySelector('main').innerText");
    }

    @Test
    void theReferrerFindsTheCourseByName() throws Exception {
        browser.look(1280, HEIGHT, "light");
        browser.open(CLINIC);
        assertThat(text()).contains("Open flags", "suicidality", "Courses that run", "6 of 6", "Nausea");
        browser.evaluate("document.getElementById('name').focus();''");
        browser.type("sam");

        assertThat(browser.load(browser::enter)).isEmpty();
        assertThat(browser.ask("document.activeElement && location.search")).isEqualTo("?name=sam");
        assertThat(follow("main table a")).isEmpty();
        assertThat(text()).contains("born 1980-01-01");
        assertThat(follow("main table a")).isEmpty();
        assertThat(browser.ask("document.title")).isEqualTo("Course 1 of Sample – Dripline clinic");
    }

    /** Focuses the first such link and opens it, as one does by keyboard. */
    private static List<String> follow(String link) throws InterruptedException {
        browser.evaluate("document.querySelector('" + link + "').focus();''");
        return browser.load(browser::enter);
    }

    /** What the documentation's worked example comes to, all of it seen without opening anything. */
    @Test
    void theGoldenCourseIsSeen() throws Exception {
        browser.look(1280, HEIGHT, "light");
        assertThat(browser.open(course)).isEmpty();

        assertThat(text().replaceAll("\\s+", " "))
                .contains("6 of 6 infusions", "240 mg", "0.50 mg/kg")
                .contains("PHQ-9: 21 → 4 on 20 Feb 2026, -81.0 %", "-33.3", "-57.1", "first on 23 Jan 2026, 18 days")
                .contains("MADRS: 33 → 12 on 23 Jan 2026, -63.6 %")
                .contains(
                        "33 mmHg (infusion 1) systolic, 16 mmHg (infusion 1) diastolic",
                        "Peak: 161/94 mmHg at 14:30 on 5 Jan 2026 (infusion 1)")
                .contains("Nausea × 2 (2 mild)", "Dissociation × 1 (1 moderate)", "In all 3, serious 0")
                .contains("Open risks", "Plan", "Seen by")
                .doesNotContain("From CarePlan", "configuration 1 From");
        assertThat(browser.ask("[...document.querySelectorAll('svg')]"
                        + ".every(one => one.getBoundingClientRect().height > 150)"))
                .isEqualTo("true");
    }

    @Test
    void theKeyboardOpensHowANumberWasComputed() throws Exception {
        browser.look(1280, HEIGHT, "light");
        browser.open(course);
        browser.evaluate(
                "[...document.querySelectorAll('summary')]" + ".find(one => one.textContent === '240 mg').focus();''");
        browser.enter();

        assertThat(browser.ask("document.activeElement.parentElement.innerText"))
                .contains("sum")
                .contains("MedicationAdministration/");
        browser.press("Tab", TAB);
        assertThat(browser.ask("document.activeElement.href")).startsWith(CALLER.base());
        assertThat(browser.load(browser::enter)).isEmpty();
        assertThat(browser.ask("document.body.innerText")).contains("\"resourceType\"");
    }

    @Test
    void everyLinkToARecordLeadsToIt() throws Exception {
        browser.open(course);
        String links = browser.evaluate("[...new Set([...document.querySelectorAll('a')].map(one => one.href)"
                + ".filter(one => one.includes('/fhir/')))].join(' ')");

        assertThat(links.split(" "))
                .hasSizeGreaterThan(50)
                .allSatisfy(link -> CALLER.follow(link).accepted(200));
    }

    @Test
    void theKeyboardReachesEverything() throws Exception {
        browser.look(1280, HEIGHT, "light");
        browser.open(course);
        browser.press("Tab", TAB);
        assertThat(browser.ask("document.activeElement.textContent")).isEqualTo("Skip to the content");
        assertThat(browser.ask("document.activeElement.getBoundingClientRect().left >= 0"))
                .isEqualTo("true");

        browser.evaluate("window.reached = new Set();"
                + "document.addEventListener('focusin', event => window.reached.add(event.target));''");
        String all = "[...document.querySelectorAll('a:not(.skip), summary, .wide, .chart')]"
                + ".filter(one => one.checkVisibility())";
        int steps = Integer.parseInt(browser.ask(all + ".length"));
        for (int i = 0; i < steps; i++) {
            browser.press("Tab", TAB);
        }
        assertThat(browser.evaluate(
                        all + ".filter(one => !window.reached.has(one)).map(one => one.outerHTML).join('\\n')"))
                .isEmpty();
        assertThat(steps).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void pagesAreSeenWholeByEverybody(int width, String scheme) throws Exception {
        browser.look(width, HEIGHT, scheme);
        Set<String> papers = new HashSet<>();
        for (Map.Entry<String, URI> one : shown.entrySet()) {
            String page = one.getKey() + "-" + width + "-" + scheme;
            assertThat(browser.open(one.getValue())).as(page).isEmpty();
            papers.add(browser.ask("getComputedStyle(document.documentElement).backgroundColor"));
            Files.write(PICTURES.resolve(page + ".png"), browser.screenshot());
            assertThat(Accessibility.complaints(browser)).as(page).isEmpty();
            assertThat(Integer.parseInt(browser.ask("document.documentElement.scrollWidth")))
                    .as("width of " + page + " with all of it open")
                    .isLessThanOrEqualTo(width);
        }
        assertThat(papers).containsExactly(scheme.equals("dark") ? "rgb(20, 25, 29)" : "rgb(255, 255, 255)");
    }

    /** So that its silence says something. */
    @Test
    void axeSeesWhatIsWrong() throws Exception {
        browser.open(CLINIC);
        browser.evaluate("document.querySelector('label').remove();''");

        assertThat(Accessibility.complaints(browser)).anyMatch(one -> one.startsWith("label: "));
    }

    /** The browser's own print is one side of A4 as the PDF is, also of a course of thirty infusions. */
    @ParameterizedTest
    @ValueSource(ints = {6, 8, 30, 60})
    void theCoursePrintsOnOnePage(int infusions) throws Exception {
        browser.look(1280, HEIGHT, "light");
        browser.open(CLINIC.resolve("courses/" + CourseExamples.withInfusions(infusions, CALLER)));
        byte[] printed = browser.print();
        Files.write(PICTURES.resolve("course-of-" + infusions + ".pdf"), printed);

        try (PDDocument pdf = Loader.loadPDF(printed)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isBetween(841f, 843f);
        }
    }
}
