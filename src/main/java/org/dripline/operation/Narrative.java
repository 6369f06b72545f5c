package org.dripline.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dripline.web.Html;

/** The XHTML of a section: sentences and tables with captions, without styles and without links (R4, narrative.html). */
final class Narrative {
    private final List<Html> pieces = new ArrayList<>();

    static Narrative of(String... sentences) {
        Narrative narrative = new Narrative();
        Arrays.stream(sentences).forEach(narrative::say);
        return narrative;
    }

    Narrative say(String sentence) {
        pieces.add(Html.element("p", sentence));
        return this;
    }

    /** Before everything else. */
    Narrative begin(String sentence) {
        pieces.addFirst(Html.element("p", sentence));
        return this;
    }

    Narrative list(List<String> items) {
        if (!items.isEmpty()) {
            pieces.add(Html.element(
                    "ul",
                    Html.several(
                            items.stream().map(item -> Html.element("li", item)).toList())));
        }
        return this;
    }

    /** A table; the first cell of each row is its head. */
    Narrative table(String caption, List<String> columns, List<List<String>> rows) {
        List<Html> lines = new ArrayList<>();
        for (List<String> row : rows) {
            List<Html> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(
                        i == 0 ? Html.element("th", row.get(i)).with("scope", "row") : Html.element("td", row.get(i)));
            }
            lines.add(Html.element("tr", Html.several(cells)));
        }
        List<Html> heads = columns.stream()
                .map(column -> (Html) Html.element("th", column).with("scope", "col"))
                .toList();
        pieces.add(Html.element(
                "table",
                Html.element("caption", caption),
                Html.element("thead", Html.element("tr", Html.several(heads))),
                Html.element("tbody", Html.several(lines))));
        return this;
    }

    /** The Narrative element. */
    Part part() {
        StringBuilder div = new StringBuilder();
        Html.element("div", Html.several(pieces))
                .with("xmlns", "http://www.w3.org/1999/xhtml")
                .writeTo(div);
        return new Part().text("status", "generated").text("div", div.toString());
    }
}
