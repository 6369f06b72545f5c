package org.dripline.web.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dripline.document.JsonObject;
import org.dripline.web.Html;
import org.dripline.web.Table;

/** What the page of a questionnaire says: its items in their order, with the answers they take, and who answers it. */
final class QuestionnairePage {
    private final Shelf shelf;

    QuestionnairePage(Shelf shelf) {
        this.shelf = shelf;
    }

    List<Html> sections(Artefact questionnaire) {
        Table items = new Table("In the order of the form", "Link id", "Text", "Type", "Times", "Codes", "Answers");
        addItems(items, questionnaire.json());
        List<Html> body = new ArrayList<>();
        body.add(Html.element("h2", "Items"));
        body.add(items.html());
        List<Html> answered = shelf.examples().stream()
                .filter(Example::passes)
                .filter(example -> questionnaire.usedIn(example.json()).isPresent())
                .map(example -> (Html) Html.element("li", Html.link(example.address(), example.title())))
                .toList();
        if (!answered.isEmpty()) {
            body.add(Html.element("h2", "Examples"));
            body.add(Html.element("ul", Html.several(answered)));
        }
        return body;
    }

    private static void addItems(Table items, JsonObject parent) {
        for (JsonObject item : Words.objects(parent, "item")) {
            String prefix = item.text("prefix").map(text -> text + " ").orElse("");
            String times =
                    (Words.isTrue(item, "required") ? "1" : "0") + (Words.isTrue(item, "repeats") ? "..*" : "..1");
            items.row(
                    Pages.code(Words.of(item, "linkId")),
                    Html.text(prefix + Words.of(item, "text")),
                    Html.text(Words.of(item, "type") + (Words.isTrue(item, "readOnly") ? ", computed" : "")),
                    Html.text(times),
                    lines(Words.objects(item, "code").stream().map(Words::of)),
                    lines(answers(item)));
            addItems(items, item);
        }
    }

    /** The choices, or the bounds of a number. */
    private static Stream<String> answers(JsonObject item) {
        Stream<String> bounds =
                Words.objects(item, "extension").stream().flatMap(extension -> bound(extension).stream());
        Stream<String> choices = Words.objects(item, "answerOption").stream().map(QuestionnairePage::choice);
        return Stream.concat(bounds, choices);
    }

    private static Optional<String> bound(JsonObject extension) {
        String url = Words.of(extension, "url");
        String value = Words.valuesOf(extension, "value").findFirst().orElse("");
        return switch (url.substring(url.lastIndexOf('/') + 1)) {
            case "minValue" -> Optional.of("at least " + value);
            case "maxValue" -> Optional.of("at most " + value);
            case "questionnaire-unit" -> Optional.of("in " + value);
            default -> Optional.empty();
        };
    }

    private static String choice(JsonObject option) {
        Optional<JsonObject> coding = option.object("valueCoding");
        String score = coding.stream()
                .flatMap(one -> Words.objects(one, "extension").stream())
                .filter(extension -> Words.of(extension, "url").endsWith("/ordinalValue"))
                .flatMap(extension -> Words.valuesOf(extension, "value"))
                .findFirst()
                .map(value -> " = " + value)
                .orElse("");
        return coding.map(one -> Words.of(one, "code") + " " + Words.of(one, "display"))
                        .orElseGet(() ->
                                Words.valuesOf(option, "value").findFirst().orElse(""))
                + score;
    }

    private static Html lines(Stream<String> texts) {
        return Html.several(texts.map(text -> (Html) Html.element("div", text)).toList());
    }
}
