package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pages as a browser shows them, at a desk and on a phone, by day and by night. Run by {@code make test-web}, which
 * knows where the browser is; screenshots are left in {@code target/pages}.
 */
class GuideInBrowser {
    private static final GuidePages PAGES = new GuidePages();
    private static final Path PICTURES = Path.of("target/pages");
    private static final int HEIGHT = 900;
    private static final int TAB = 9;

    private static final Map<String, String> SHOWN = Map.of(
            "index", "",
            "profile", "StructureDefinition-infusion-medication-administration.html",
            "rules", "StructureDefinition-infusion-medication-administration.html#ki-dose-per-kg",
            "extension", "StructureDefinition-dose-per-kg.html",
            "value-set", "ValueSet-adverse-effect.html",
            "questionnaire", "Questionnaire-phq-9.html",
            "search-parameter", "SearchParameter-MedicationAdministration-dose.html",
            "operation", "OperationDefinition-trajectory.html",
            "missing", "no-such-page.html");

    /** By axe-core, which takes its time. */
    private static final Set<String> JUDGED = Set.of("index", "profile", "questionnaire");

    /** WCAG 2.2, 1.4.3: the least contrast of any text with what lies behind it. */
    private static final String CONTRAST = """
            (() => {
              const light = c => c.map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
              const parts = s => s.match(/[\\d.]+/g).map(Number);
              const behind = e => {
                for (; e; e = e.parentElement) {
                  const c = parts(getComputedStyle(e).backgroundColor);
                  if (c.length < 4 || c[3] > 0) return c;
                }
                return [255, 255, 255];
              };
              return Math.min(...[...document.querySelectorAll('body *')].filter(e => e.textContent.trim()).map(e => {
                const [a, b] = [parts(getComputedStyle(e).color), behind(e)].map(c => light(c.slice(0, 3)));
                return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
              }));
            })()""";

    /** Chromium writes until it has ended, and its profile is worth nothing. */
    @TempDir(cleanup = CleanupMode.NEVER)
    static Path home;

    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        browser = new Browser(System.getProperty("browser", "chromium"), home);
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void pagesAreSeenWhole(int width, String scheme) throws Exception {
        browser.look(width, HEIGHT, scheme);
        Set<String> papers = new HashSet<>();
        for (Map.Entry<String, String> shown : SHOWN.entrySet()) {
            List<String> complaints = browser.open(PAGES.home().resolve(shown.getValue()));
            if (!shown.getKey().equals("missing")) {
                assertThat(complaints).as(shown.getKey()).isEmpty();
            }
            assertFits(shown.getKey(), width);
            assertThat(Double.parseDouble(browser.ask(CONTRAST)))
                    .as("contrast of " + shown.getKey())
                    .isGreaterThanOrEqualTo(4.5);
            papers.add(browser.ask("getComputedStyle(document.documentElement).backgroundColor"));
            byte[] picture = browser.screenshot();
            assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth())
                    .isEqualTo(width);
            if (JUDGED.contains(shown.getKey())) {
                assertThat(Accessibility.complaints(browser)).as(shown.getKey()).isEmpty();
            }
            Files.write(PICTURES.resolve(shown.getKey() + "-" + width + "-" + scheme + ".png"), picture);
        }
        assertThat(papers)
                .as("every page has the style, and the one that was asked for")
                .containsExactly(scheme.equals("dark") ? "rgb(20, 25, 29)" : "rgb(255, 255, 255)");
    }

    @Test
    void noPageIsWiderThanAPhone() throws Exception {
        browser.look(390, HEIGHT, "light");
        for (URI address : PAGES.walk().keySet()) {
            if (address.toString().endsWith(".html")) {
                assertThat(browser.open(address)).as(address.toString()).isEmpty();
                browser.ask("document.querySelectorAll('details').forEach(one => one.open = true)");
                assertFits(address.toString(), 390);
            }
        }
    }

    @Test
    void theKeyboardReachesEverything() throws Exception {
        browser.look(1280, HEIGHT, "light");
        browser.open(PAGES.home().resolve(SHOWN.get("profile")));
        browser.press("Tab", TAB);
        assertThat(browser.ask("document.activeElement.textContent")).isEqualTo("Skip to the content");
        assertThat(browser.ask("document.activeElement.getBoundingClientRect().left >= 0"))
                .isEqualTo("true");
        int steps = Integer.parseInt(browser.ask("document.querySelectorAll('a, summary, .wide').length"));
        Set<String> kinds = new HashSet<>();
        for (int i = 0; i < Math.min(steps, 200); i++) {
            browser.press("Tab", TAB);
            kinds.add(browser.ask("document.activeElement.localName"));
        }
        assertThat(kinds).contains("a", "div", "summary");
    }

    @Test
    void aLinkToARuleShowsTheRule() throws Exception {
        browser.look(390, HEIGHT, "light");
        browser.open(PAGES.home().resolve(SHOWN.get("profile") + "#ki-dose-per-kg"));
        assertThat(browser.ask("document.querySelector(':target').getBoundingClientRect().top"))
                .satisfies(top -> assertThat(Double.parseDouble(top)).isBetween(0.0, (double) HEIGHT));
    }

    private static void assertFits(String page, int width) {
        assertThat(Integer.parseInt(browser.ask("document.documentElement.scrollWidth")))
                .as("width of " + page)
                .isLessThanOrEqualTo(width);
    }
}
