package org.dripline.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A table with a caption and heads for columns and rows. It stands in a region of its own that scrolls, by keyboard too,
 * so that a wide one does not widen the page.
 */
public final class Table {
    private final String caption;
    private final List<String> columns;
    private final List<Html> rows = new ArrayList<>();

    public Table(String caption, String... columns) {
        this.caption = caption;
        this.columns = List.of(columns);
    }

    /** A row; its first cell is its head. */
    public Table row(Html... cells) {
        List<Html> made = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            made.add(i == 0 ? Html.element("th", cells[i]).with("scope", "row") : Html.element("td", cells[i]));
        }
        rows.add(Html.element("tr", Html.several(made)));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public Html html() {
        List<Html> heads = columns.stream()
                .map(column -> (Html) Html.element("th", column).with("scope", "col"))
                .toList();
        Html table = Html.element(
                        "table",
                        Html.element("caption", caption),
                        Html.element("thead", Html.element("tr", Html.several(heads))),
                        Html.element("tbody", Html.several(rows)))
                .with("class", "columns-" + columns.size());
        return Html.element("div", table)
                .with("class", "wide")
                .with("role", "region")
                .with("aria-label", caption)
                .with("tabindex", "0");
    }
}
