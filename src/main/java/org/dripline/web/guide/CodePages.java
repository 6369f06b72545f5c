package org.dripline.web.guide;

import java.util.ArrayList;
import java.util.List;
import org.dripline.document.JsonObject;
import org.dripline.web.Html;
import org.dripline.web.Table;

/** What the pages of terminology say: the codes. */
final class CodePages {
    private final Shelf shelf;

    CodePages(Shelf shelf) {
        this.shelf = shelf;
    }

    List<Html> valueSet(Artefact set) {
        Table codes = new Table("Codes of the value set", "Code", "Meaning", "System");
        List<Html> whole = new ArrayList<>();
        JsonObject compose = set.json().object("compose").orElse(JsonObject.EMPTY);
        for (JsonObject include : Words.objects(compose, "include")) {
            String system = Words.of(include, "system");
            for (JsonObject concept : Words.objects(include, "concept")) {
                String code = Words.of(concept, "code");
                String display = concept.text("display").orElseGet(() -> display(system, code));
                codes.row(Pages.code(code), Html.text(display), system(system));
            }
            if (include.items("concept").isEmpty()) {
                whole.add(Html.element("p", wholly(include)));
            }
        }
        List<Html> body = new ArrayList<>();
        body.add(Html.element("h2", "Codes"));
        body.addAll(whole);
        if (!codes.isEmpty()) {
            body.add(codes.html());
        }
        return body;
    }

    private Html wholly(JsonObject include) {
        List<Html> parts = new ArrayList<>();
        include.text("system").ifPresent(system -> parts.add(system(system)));
        Words.texts(include, "valueSet").forEach(set -> parts.add(shelf.link(set)));
        for (JsonObject filter : Words.objects(include, "filter")) {
            parts.add(Pages.code(
                    Words.of(filter, "property") + " " + Words.of(filter, "op") + " " + Words.of(filter, "value")));
        }
        return Html.several(Html.text("All codes of "), Html.joined(", ", parts));
    }

    /** A value set of ours leaves the words to the code system. */
    private String display(String system, String code) {
        return shelf.find(system).stream()
                .flatMap(found -> Words.objects(found.json(), "concept").stream())
                .filter(concept -> Words.of(concept, "code").equals(code))
                .map(concept -> Words.of(concept, "display"))
                .findFirst()
                .orElse("");
    }

    private Html system(String system) {
        return shelf.find(system).map(Shelf::link).orElseGet(() -> Pages.code(system));
    }

    List<Html> codeSystem(Artefact system) {
        Table codes = new Table("Codes of the system", "Code", "Meaning", "Definition");
        addConcepts(codes, system.json());
        String content = system.text("content");
        return List.of(
                Html.element("h2", "Codes"),
                Html.element(
                        "p",
                        content.equals("fragment")
                                ? "Not the whole system: only the codes in use here."
                                : "Content: " + content + "."),
                codes.html());
    }

    private static void addConcepts(Table codes, JsonObject parent) {
        for (JsonObject concept : Words.objects(parent, "concept")) {
            codes.row(
                    Pages.code(Words.of(concept, "code")),
                    Html.text(Words.of(concept, "display")),
                    Html.text(Words.of(concept, "definition")));
            addConcepts(codes, concept);
        }
    }

    List<Html> conceptMap(Artefact map) {
        List<Html> body = new ArrayList<>();
        body.add(Html.element("h2", "Mappings"));
        for (JsonObject group : Words.objects(map.json(), "group")) {
            String caption = "From " + Words.of(group, "source") + " to " + Words.of(group, "target");
            Table table = new Table(caption, "Code", "Target is", "Target");
            for (JsonObject element : Words.objects(group, "element")) {
                for (JsonObject target : Words.objects(element, "target")) {
                    table.row(
                            Pages.code(Words.of(element, "code")),
                            Html.text(Words.of(target, "equivalence")),
                            Pages.code(Words.of(target, "code")));
                }
            }
            body.add(table.html());
        }
        return body;
    }

    List<Html> namingSystem(Artefact system) {
        Table table = new Table("Names of the system", "Value", "Type", "Preferred");
        for (JsonObject name : Words.objects(system.json(), "uniqueId")) {
            table.row(
                    Pages.code(Words.of(name, "value")),
                    Html.text(Words.of(name, "type")),
                    Html.text(Words.isTrue(name, "preferred") ? "yes" : ""));
        }
        return List.of(Html.element("h2", "Names"), table.html());
    }
}
