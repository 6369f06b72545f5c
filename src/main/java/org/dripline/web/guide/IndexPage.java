package org.dripline.web.guide;

import java.util.ArrayList;
import java.util.List;
import org.dripline.web.Html;
import org.dripline.web.Table;

/** The first page: everything there is, by kind. */
final class IndexPage {
    private final Shelf shelf;

    IndexPage(Shelf shelf) {
        this.shelf = shelf;
    }

    List<Html> body() {
        List<Html> ways = new ArrayList<>();
        List<Html> sections = new ArrayList<>();
        List<Artefact> definitions = shelf.ofType(Artefact.DEFINITION);
        add("Profiles", definitions.stream().filter(one -> !one.isExtension()).toList(), ways, sections);
        add("Extensions", definitions.stream().filter(Artefact::isExtension).toList(), ways, sections);
        add("Value sets", shelf.ofType("ValueSet"), ways, sections);
        add("Code systems", shelf.ofType("CodeSystem"), ways, sections);
        add("Questionnaires", shelf.ofType("Questionnaire"), ways, sections);
        add("Search parameters", shelf.ofType("SearchParameter"), ways, sections);
        add("Operations", shelf.ofType("OperationDefinition"), ways, sections);
        add("Maps", shelf.ofType("ConceptMap"), ways, sections);
        add("Identifier systems", shelf.ofType("NamingSystem"), ways, sections);
        visits(ways, sections);

        List<Html> body = new ArrayList<>();
        for (Artefact guide : shelf.ofType("ImplementationGuide")) {
            body.addAll(Pages.paragraphs(guide.text("description")));
            body.add(Html.element(
                    "p",
                    Html.text("Version " + guide.text("version") + ", " + guide.text("status") + ". "),
                    Html.link(guide.page(), "About the guide")));
        }
        body.add(Html.element("nav", Html.element("ul", Html.several(ways))).with("aria-label", "On this page"));
        body.addAll(sections);
        return body;
    }

    private static void add(String kind, List<Artefact> artefacts, List<Html> ways, List<Html> sections) {
        if (artefacts.isEmpty()) {
            return;
        }
        Table table = new Table(kind + ": " + artefacts.size(), "Name", "What it is for");
        artefacts.forEach(one -> table.row(Shelf.link(one), Html.text(one.text("description"))));
        open(kind, ways, sections);
        sections.add(table.html());
    }

    private void visits(List<Html> ways, List<Html> sections) {
        List<Html> items = shelf.examples().stream()
                .filter(example -> example.folder().equals("visits"))
                .map(example -> (Html) Html.element("li", Html.link(example.address(), example.title())))
                .toList();
        open("Whole visits", ways, sections);
        sections.add(Html.element("p", "Requests as a client sends them, one transaction or resource each."));
        sections.add(Html.element("ul", Html.several(items)));
    }

    private static void open(String kind, List<Html> ways, List<Html> sections) {
        String id = kind.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        ways.add(Html.element("li", Html.link("#" + id, kind)));
        sections.add(Html.element("h2", kind).with("id", id));
    }
}
