package org.dripline.web.guide;

import java.util.ArrayList;
import java.util.List;
import org.dripline.document.JsonObject;
import org.dripline.web.Html;
import org.dripline.web.Table;

/** What the page of an operation says: where it is called, what goes in and what comes out. */
final class OperationPage {
    private final Shelf shelf;

    OperationPage(Shelf shelf) {
        this.shelf = shelf;
    }

    static void facts(Artefact operation, Facts facts) {
        JsonObject json = operation.json();
        String name = "$" + operation.text("code");
        List<Html> calls = new ArrayList<>();
        if (Words.isTrue(json, "system")) {
            calls.add(Pages.code("[base]/" + name));
        }
        for (String type : Words.texts(json, "resource")) {
            if (Words.isTrue(json, "type")) {
                calls.add(Pages.code("[base]/" + type + "/" + name));
            }
            if (Words.isTrue(json, "instance")) {
                calls.add(Pages.code("[base]/" + type + "/[id]/" + name));
            }
        }
        facts.add("Called at", Html.joined(", ", calls))
                .add("Changes data", Html.text(Words.isTrue(json, "affectsState") ? "yes" : "no"));
    }

    List<Html> sections(Artefact operation) {
        Table table = new Table("What goes in and comes out", "Name", "Direction", "Cardinality", "Type", "Meaning");
        addParameters(table, operation.json(), "parameter", "");
        return List.of(Html.element("h2", "Parameters"), table.html());
    }

    private void addParameters(Table table, JsonObject parent, String member, String before) {
        for (JsonObject parameter : Words.objects(parent, member)) {
            String name = before + Words.of(parameter, "name");
            List<Html> profiles = Words.texts(parameter, "targetProfile").stream()
                    .map(shelf::link)
                    .toList();
            Html type = Html.text(Words.of(parameter, "type"));
            table.row(
                    Pages.code(name),
                    Html.text(Words.of(parameter, "use")),
                    Html.text(Words.cardinality(parameter)),
                    profiles.isEmpty()
                            ? type
                            : Html.several(type, Html.text(" ("), Html.joined(" | ", profiles), Html.text(")")),
                    Html.text(Words.of(parameter, "documentation")));
            addParameters(table, parameter, "part", name + ".");
        }
    }
}
