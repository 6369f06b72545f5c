package org.dripline.web.guide;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.web.Html;
import org.dripline.web.Table;

/** What the page of a profile or extension says: its elements, its rules, its examples. */
final class ProfilePage {
    private final Shelf shelf;
    private final ElementTable elements;

    ProfilePage(Shelf shelf) {
        this.shelf = shelf;
        this.elements = new ElementTable(shelf);
    }

    List<Html> sections(Artefact profile) {
        List<JsonObject> snapshot = profile.elements("snapshot");
        List<Html> body = new ArrayList<>();
        body.add(Html.element("h2", "Elements"));
        body.add(elements.of("What the definition says itself", own(profile, snapshot)));
        body.add(folded(
                "All " + snapshot.size() + " elements, with those that FHIR says",
                elements.of("All elements", snapshot)));
        Table rules = RuleTable.own("Rules of the definition", snapshot);
        body.add(Html.element("h2", "Rules"));
        body.add(rules.isEmpty() ? Html.element("p", "No rules of its own.") : rules.html());
        Table inherited = RuleTable.inherited("Rules of FHIR", snapshot);
        if (!inherited.isEmpty()) {
            body.add(folded("Rules that FHIR says", inherited.html()));
        }
        body.addAll(passing(profile));
        body.addAll(broken(profile, snapshot));
        return body;
    }

    /** The snapshot's view of what the differential names: only there the cardinality is whole. */
    private static List<JsonObject> own(Artefact profile, List<JsonObject> snapshot) {
        Map<String, JsonObject> whole =
                snapshot.stream().collect(Collectors.toMap(one -> Words.of(one, "id"), Function.identity()));
        return profile.elements("differential").stream()
                .map(said -> whole.getOrDefault(Words.of(said, "id"), said))
                .toList();
    }

    private List<Html> passing(Artefact profile) {
        List<Html> shown = new ArrayList<>();
        shown.add(Html.element("h2", "Examples"));
        for (Example example : shelf.examples()) {
            Optional<JsonObject> used = example.passes() ? profile.usedIn(example.json()) : Optional.empty();
            used.ifPresent(part -> shown.add(folded(
                    part.equals(example.json()) ? example.title() : "In: " + example.title(), json(part, example))));
        }
        if (shown.size() == 1) {
            shown.add(Html.element("p", "No example of its own."));
        }
        return shown;
    }

    private static Html json(JsonObject part, Example example) {
        String text = new String(JsonWriter.pretty(part), StandardCharsets.UTF_8);
        return Html.several(
                Html.element("p", Html.link(example.address(), "The example as a file")),
                Html.element("pre", Html.element("code", text))
                        .with("tabindex", "0")
                        .with("aria-label", "JSON of " + example.title()));
    }

    private List<Html> broken(Artefact profile, List<JsonObject> snapshot) {
        List<String> keys = snapshot.stream()
                .flatMap(element -> Words.objects(element, "constraint").stream())
                .filter(RuleTable::isOwn)
                .map(rule -> Words.of(rule, "key"))
                .toList();
        Table table = new Table("Examples that break a rule", "Example", "Answer", "Rule", "Where");
        for (Example example : shelf.examples()) {
            example.broken()
                    .filter(broken -> broken.of().equals(profile.id()))
                    .ifPresent(broken -> table.row(
                            Html.link(example.address(), example.title()),
                            Html.text(example.folder().equals("warned") ? "stored with a warning" : "refused"),
                            keys.contains(broken.rule())
                                    ? Html.link("#" + broken.rule(), broken.rule())
                                    : Html.text(broken.rule()),
                            Pages.code(broken.at())));
        }
        return table.isEmpty() ? List.of() : List.of(Html.element("h2", "What is refused"), table.html());
    }

    private static Html folded(String summary, Html content) {
        return Html.element("details", Html.element("summary", summary), content);
    }
}
