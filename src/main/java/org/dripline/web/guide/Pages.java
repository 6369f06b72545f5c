package org.dripline.web.guide;

import java.util.ArrayList;
import java.util.List;
import org.dripline.document.JsonObject;
import org.dripline.web.Html;

/** The page of a definition: what every kind says first, then what is the kind's own. */
final class Pages {
    private final Shelf shelf;
    private final ProfilePage profiles;

    Pages(Shelf shelf) {
        this.shelf = shelf;
        this.profiles = new ProfilePage(shelf);
    }

    List<Html> body(Artefact artefact) {
        List<Html> body = new ArrayList<>();
        body.addAll(paragraphs(artefact.text("description")));
        body.addAll(paragraphs(artefact.text("purpose")));
        body.addAll(paragraphs(artefact.text("comment")));
        body.add(facts(artefact));
        body.addAll(
                switch (artefact.type()) {
                    case Artefact.DEFINITION -> profiles.sections(artefact);
                    case "ValueSet" -> new CodePages(shelf).valueSet(artefact);
                    case "CodeSystem" -> new CodePages(shelf).codeSystem(artefact);
                    case "ConceptMap" -> new CodePages(shelf).conceptMap(artefact);
                    case "NamingSystem" -> new CodePages(shelf).namingSystem(artefact);
                    case "Questionnaire" -> new QuestionnairePage(shelf).sections(artefact);
                    case "SearchParameter" -> List.of();
                    case "OperationDefinition" -> new OperationPage(shelf).sections(artefact);
                    default -> List.of();
                });
        String copyright = artefact.text("copyright");
        if (!copyright.isEmpty()) {
            body.add(Html.element("h2", "Copyright"));
            body.addAll(paragraphs(copyright));
        }
        return body;
    }

    /** Blank lines part paragraphs, as in Markdown, of which the definitions use no more. */
    static List<Html> paragraphs(String text) {
        return text.lines().anyMatch(line -> !line.isBlank())
                ? List.of(text.strip().split("\n\\s*\n", -1)).stream()
                        .map(one -> (Html) Html.element("p", one))
                        .toList()
                : List.of();
    }

    private Html facts(Artefact artefact) {
        Facts facts = new Facts()
                .add("Canonical URL", code(artefact.url()))
                .add("Version", Html.text(artefact.text("version")))
                .add("Status", Html.text(artefact.text("status")));
        switch (artefact.type()) {
            case Artefact.DEFINITION -> definition(artefact, facts);
            case "SearchParameter" -> searchParameter(artefact, facts);
            case "OperationDefinition" -> OperationPage.facts(artefact, facts);
            default -> {}
        }
        facts.add(
                "Used by",
                Html.joined(
                        ", ",
                        shelf.users(artefact).stream()
                                .filter(Pages::isListed)
                                .map(Shelf::link)
                                .toList()));
        return facts.add("Definition", Html.link(artefact.source(), artefact.type() + " as JSON"))
                .html();
    }

    /** The guide names everything; that says nothing. */
    private static boolean isListed(Artefact user) {
        return !user.type().equals("ImplementationGuide");
    }

    private void definition(Artefact artefact, Facts facts) {
        facts.add("Constrains", shelf.link(artefact.text("baseDefinition")));
        List<Html> places = Words.objects(artefact.json(), "context").stream()
                .map(context -> code(Words.of(context, "expression")))
                .toList();
        facts.add("Stands in", Html.joined(", ", places));
    }

    private static void searchParameter(Artefact artefact, Facts facts) {
        JsonObject json = artefact.json();
        String first = Words.texts(json, "base").getFirst();
        facts.add("Used as", code("GET [base]/" + first + "?" + artefact.text("code") + "=…"))
                .add("Searches", Html.text(Words.of(json, "base")))
                .add("Type", Html.text(artefact.text("type")))
                .add("Expression", code(artefact.text("expression")))
                .add("Leads to", Html.text(Words.of(json, "target")));
    }

    static Html code(String text) {
        return text.isEmpty() ? Html.none() : Html.element("code", text);
    }
}
