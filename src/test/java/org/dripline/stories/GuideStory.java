package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dripline.document.JsonObject;
import org.dripline.profile.ProfileArtefacts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** A developer of a sending system reads what the clinic expects, in a browser. */
class GuideStory {
    private static final GuidePages PAGES = new GuidePages();
    private static final Map<URI, HttpResponse<byte[]>> MET = PAGES.walk();
    private static final List<JsonObject> SHIPPED = ProfileArtefacts.load().all();

    @Test
    void everyLinkLeadsSomewhere() {
        assertThat(MET)
                .hasSizeGreaterThan(SHIPPED.size() * 2)
                .allSatisfy((address, answer) -> assertThat(answer.statusCode()).isEqualTo(200));
        pages().forEach((address, page) -> assertThat(page.select("a[href*=#]")).allSatisfy(link -> {
            URI target = URI.create(link.absUrl("href"));
            Document there = pageAt(GuidePages.withoutFragment(target.toString()));
            assertThat(there.getElementById(target.getFragment()))
                    .as(target + " of " + address)
                    .isNotNull();
        }));
    }

    @Test
    void everyPageIsWellFormedAndHasOneHeading() {
        pages().forEach((address, page) -> {
            Parser parser = Parser.htmlParser().setTrackErrors(10);
            Jsoup.parse(RunningServer.text(answer(address)), address.toString(), parser);
            assertThat(parser.getErrors()).as(address.toString()).isEmpty();
            assertThat(page.select("html[lang]")).hasSize(1);
            assertThat(page.select("h1")).as(address.toString()).hasSize(1);
            assertThat(page.select("main")).hasSize(1);
            assertThat(page.title()).isNotBlank();
            assertThat(page.select("[id]").eachAttr("id"))
                    .as("ids of " + address)
                    .doesNotHaveDuplicates();
            assertThat(page.select("script, style, [style], [onclick]")).isEmpty();
            assertThat(page.select("h2").eachText()).doesNotHaveDuplicates();
        });
    }

    @Test
    void everyTableSaysWhatItHolds() {
        pages().forEach((address, page) -> assertThat(page.select("table")).allSatisfy(table -> {
            assertThat(table.select("> caption").text()).isNotBlank();
            int columns = table.select("> thead > tr > th[scope=col]").size();
            assertThat(table.select("> tbody > tr"))
                    .as(address.toString())
                    .isNotEmpty()
                    .allSatisfy(row -> {
                        assertThat(row.childrenSize()).isEqualTo(columns);
                        assertThat(row.select("> th[scope=row]").text()).isNotBlank();
                    });
        }));
    }

    @Test
    void everyDefinitionHasAPageAndItsSource() {
        for (JsonObject shipped : SHIPPED) {
            String name = shipped.resourceType() + "-" + shipped.text("id").orElseThrow();
            assertThat(MET).containsKeys(at(name + ".html"), at(name + ".json"));
            assertThat(RunningServer.json(answer(at(name + ".json")))).isEqualTo(shipped);
            if (shipped.resourceType().equals("StructureDefinition")) {
                JsonObject differential = shipped.object("differential").orElseThrow();
                Element own = pageAt(at(name + ".html")).expectFirst("table");
                assertThat(own.select("tbody th").eachText())
                        .containsExactlyElementsOf(Answer.objects(differential, "element").stream()
                                .map(element -> element.text("id").orElseThrow())
                                .toList());
            }
        }
    }

    @Test
    void aProfileSaysWhatItAsksAndShowsIt() {
        Document page = PAGES.page("StructureDefinition-infusion-medication-administration.html");
        assertThat(page.select("h2").eachText()).containsExactly("Elements", "Rules", "Examples", "What is refused");
        assertThat(page.select("tr:has(#ki-dose-per-kg)").text()).contains("error", "mg/kg");
        assertThat(row(page, "MedicationAdministration.dosage.dose"))
                .containsSequence("1..1", "yes", "Quantity (SimpleQuantity)");
        assertThat(row(page, "MedicationAdministration.medication[x]").getLast())
                .isEqualTo("extensible: Ketamine and esketamine");
        assertThat(row(page, "MedicationAdministration.dosage.dose.code").getLast())
                .isEqualTo("exactly mg");
        assertThat(page.select("details > summary").eachText()).contains("administration half mg");
        assertThat(page.select("pre").text()).contains("\"resourceType\": \"MedicationAdministration\"");
        Element refused = page.expectFirst("tr:has(a[href=example-failing-administration-weight-in-pounds.json])");
        assertThat(refused.text()).contains("refused", "ki-dose-per-kg", "MedicationAdministration.dosage.dose");
    }

    @Test
    void terminologyFormsParametersAndOperationsSpeakToo() {
        assertThat(PAGES.page("ValueSet-infused-agent.html").text()).contains("6130");
        assertThat(PAGES.page("ValueSet-adverse-effect.html")
                        .select("tr:contains(perceptual-disturbance)")
                        .text())
                .as("with the words of the code system")
                .contains("Perceptual disturbance");
        assertThat(PAGES.page("Questionnaire-phq-9.html").text())
                .contains("/44250-9", "Little interest or pleasure in doing things", "LA6571-9 Nearly every day = 3");
        assertThat(PAGES.page("SearchParameter-MedicationAdministration-dose.html")
                        .text())
                .contains("GET [base]/MedicationAdministration?dose=…", "MedicationAdministration.dosage.dose |");
        assertThat(PAGES.page("OperationDefinition-summary.html").text())
                .contains("[base]/Patient/[id]/$summary", "Bundle", "The document.");
        assertThat(PAGES.page("ConceptMap-infused-agent-atc.html").text()).contains("2201623", "wider", "N06AX27");
    }

    @Test
    void whatIsNotThereIsSaidOnAPage() {
        for (String name : List.of("no-such.html", "a/b/c", "%3Cscript%3E", "style.css/", "../ig/Guide.class")) {
            HttpResponse<byte[]> answer = PAGES.send("GET", name);
            assertThat(answer.statusCode()).as(name).isEqualTo(404);
            Document page = GuidePages.parsed(answer, PAGES.home().resolve(name));
            assertThat(page.select("h1").text()).isEqualTo("No such page");
            assertThat(page.expectFirst("nav a").absUrl("href"))
                    .isEqualTo(PAGES.home().toString());
        }
        HttpResponse<byte[]> posted = PAGES.send("POST", "");
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    /** No web page whose name an attacker points at the loopback address reads them. */
    @Test
    void pagesAreSentUnderOwnNamesOnly() {
        byte[] request = RawHttp.ascii("GET /ig/ HTTP/1.1\r\nHost: evil.example\r\n\r\n");
        RawHttp.Answer answer = RawHttp.send(PAGES.home().getPort(), request);
        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.body()).contains("host-unknown").doesNotContain("<html");
    }

    @Test
    void pagesAreKeptByBrowsersAndRunNothing() {
        HttpResponse<byte[]> first = PAGES.send("GET", "", "Accept-Encoding", "gzip");
        assertThat(first.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe", "script-src"));
        assertThat(first.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(first.headers().firstValue("Content-Encoding")).contains("gzip");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> again = PAGES.send("GET", "", "If-None-Match", "\"other\", " + tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(PAGES.send("GET", "", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> head = PAGES.send("HEAD", "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length")).isPresent();
    }

    @Test
    void theServerLeadsThere() {
        JsonObject statement = new Caller().get("/metadata").resource();
        assertThat(Answer.objects(statement, "rest").getFirst().text("documentation"))
                .hasValueSatisfying(text -> assertThat(text).contains("(" + PAGES.home() + ")"));
        assertThat(statement.items("implementationGuide")).hasSize(1);
        HttpResponse<byte[]> bare = PAGES.send("GET", "/ig");
        assertThat(bare.statusCode()).isEqualTo(301);
        assertThat(bare.headers().firstValue("Location")).contains("/ig/");
    }

    private static List<String> row(Document page, String element) {
        return page.expectFirst("table").select("tbody tr").stream()
                .filter(row -> row.child(0).text().equals(element))
                .findFirst()
                .orElseThrow()
                .children()
                .eachText();
    }

    private static Map<URI, Document> pages() {
        return Parsed.PAGES;
    }

    private static final class Parsed {
        static final Map<URI, Document> PAGES = MET.entrySet().stream()
                .filter(met -> GuidePages.isPage(met.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, met -> GuidePages.parsed(met.getValue(), met.getKey())));
    }

    private static Document pageAt(URI address) {
        return Objects.requireNonNull(pages().get(address), address::toString);
    }

    private static HttpResponse<byte[]> answer(URI address) {
        return Objects.requireNonNull(MET.get(address), address::toString);
    }

    private static URI at(String name) {
        return PAGES.home().resolve(name);
    }
}
