package org.dripline.web.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dripline.document.JsonObject;
import org.dripline.web.Html;
import org.dripline.web.Table;

/** Elements of a profile, one a row. */
final class ElementTable {
    private final Shelf shelf;

    ElementTable(Shelf shelf) {
        this.shelf = shelf;
    }

    Html of(String caption, List<JsonObject> elements) {
        Table table = new Table(caption, "Element", "Meaning", "Cardinality", "Must support", "Type", "Values");
        for (JsonObject element : elements) {
            table.row(
                    path(Words.of(element, "id")),
                    meaning(element),
                    Html.text(Words.cardinality(element)),
                    Html.text(Words.isTrue(element, "mustSupport") ? "yes" : ""),
                    types(element),
                    values(element));
        }
        return table.html();
    }

    /** May break after a dot or before the name of a slice, and nowhere else. */
    static Html path(String id) {
        List<Html> parts =
                Stream.of(id.split("(?<=\\.)|(?=:)", -1)).map(Html::text).toList();
        List<Html> broken = new ArrayList<>();
        for (Html part : parts) {
            broken.add(part);
            broken.add(Html.element("wbr"));
        }
        broken.removeLast();
        return Html.element("code", Html.several(broken));
    }

    private Html meaning(JsonObject element) {
        List<Html> said = new ArrayList<>();
        said.add(Html.text(extension(element).orElseGet(() -> Words.of(element, "short"))));
        element.object("slicing")
                .ifPresent(slicing ->
                        said.add(Html.element("div", slicing(slicing)).with("class", "aside")));
        return Html.several(said);
    }

    /** Of a slice that holds an extension of ours FHIR only says that it is one. */
    private Optional<String> extension(JsonObject element) {
        return Words.objects(element, "type").stream()
                .flatMap(type -> Words.texts(type, "profile").stream())
                .flatMap(profile -> shelf.find(profile).stream())
                .filter(Artefact::isExtension)
                .map(found -> found.text("description"))
                .findFirst();
    }

    private static String slicing(JsonObject slicing) {
        List<String> by = Words.objects(slicing, "discriminator").stream()
                .map(one -> Words.of(one, "type") + " of " + Words.of(one, "path"))
                .toList();
        return "Sliced" + (by.isEmpty() ? "" : " by " + String.join(", ", by)) + ", " + Words.of(slicing, "rules");
    }

    private Html types(JsonObject element) {
        List<Html> lines = Words.objects(element, "type").stream()
                .map(type -> Html.element("div", type(type)))
                .map(Html.class::cast)
                .toList();
        return element.text("contentReference")
                .map(same -> Html.text("as " + same.substring(same.indexOf('#') + 1)))
                .orElse(Html.several(lines));
    }

    private Html type(JsonObject type) {
        List<Html> targets = Stream.of("profile", "targetProfile")
                .flatMap(member -> Words.texts(type, member).stream())
                .map(this::briefly)
                .toList();
        Html name = Html.text(Words.typeName(type));
        return targets.isEmpty()
                ? name
                : Html.several(name, Html.text(" ("), Html.joined(" | ", targets), Html.text(")"));
    }

    /** Base types by their bare names: their canonical URLs would fill the column. */
    private Html briefly(String canonical) {
        return shelf.find(canonical).map(Shelf::link).orElseGet(() -> {
            String address = Words.unversioned(canonical);
            return Html.link(address, address.substring(address.lastIndexOf('/') + 1));
        });
    }

    private Html values(JsonObject element) {
        List<Html> lines = new ArrayList<>();
        element.members().forEach((name, value) -> {
            if (name.startsWith("fixed") || name.startsWith("pattern")) {
                // A pattern for what has no parts is the value itself.
                boolean whole = name.startsWith("fixed") || !(value instanceof JsonObject);
                lines.add(
                        Html.element("div", Html.text(whole ? "exactly " : "at least "), Pages.code(Words.of(value))));
            }
        });
        element.object("binding").map(this::binding).ifPresent(lines::add);
        Words.objects(element, "constraint").stream()
                .filter(RuleTable::isOwn)
                .map(rule -> Words.of(rule, "key"))
                .map(key -> Html.element("div", Html.text("rule "), Html.link("#" + key, key)))
                .forEach(lines::add);
        return Html.several(lines);
    }

    private Html binding(JsonObject binding) {
        Html strength = Html.text(Words.of(binding, "strength").toLowerCase(Locale.ROOT) + ": ");
        Html set = binding.text("valueSet").map(this::briefly).orElse(Html.text(Words.of(binding, "description")));
        return Html.element("div", strength, set);
    }
}
