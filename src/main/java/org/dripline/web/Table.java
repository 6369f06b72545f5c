package org.dripline.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A table with a caption and heads for columns and rows. It stands in a region of its own that scrolls, by keyboard too,
 * so that a wide one does not widen the page.
 */
public final class Table {
    private static final int FEW = 8;
    private static final int FIRST = 6;

    private final String caption;
    private final List<String> columns;
    private final List<Html.Element> rows = new ArrayList<>();

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
        return html(rows.size());
    }

    /**
     * The same; of more rows than {@code most}, a print has the first few and the last, and says how many are between.
     * More than eight are marked, so that a print can set them in two columns.
     */
    public Html html(int most) {
        List<Html> all = new ArrayList<>(rows);
        if (rows.size() > most) {
            int last = rows.size() - most + FIRST;
            for (int i = FIRST; i < last; i++) {
                all.set(i, rows.get(i).with("class", "screen"));
            }
            all.add(FIRST, leftOut(most).with("class", "print"));
        }
        return Html.element("div", table(all))
                .with("class", rows.size() > FEW ? "wide long" : "wide")
                .with("role", "region")
                .with("aria-label", caption)
                .with("tabindex", "0");
    }

    /** As a print has it, for a renderer that cannot set a table in columns: more than eight rows are two tables. */
    public Html onPaper(int most) {
        List<Html> all = new ArrayList<>(rows);
        if (rows.size() > most) {
            all.subList(FIRST, rows.size() - most + FIRST).clear();
            all.add(FIRST, leftOut(most));
        }
        if (all.size() <= FEW) {
            return table(all);
        }
        int half = (all.size() + 1) / 2;
        return Html.element(
                        "div",
                        Html.element("div", table(all.subList(0, half))).with("class", "half"),
                        Html.element("div", table(all.subList(half, all.size())))
                                .with("class", "half"))
                .with("class", "long");
    }

    private Html.Element leftOut(int most) {
        String said = (rows.size() - most) + " more here; the page on a screen has them.";
        return Html.element("tr", Html.element("td", said).with("colspan", String.valueOf(columns.size())));
    }

    private Html table(List<Html> body) {
        List<Html> heads = columns.stream()
                .map(column -> (Html) Html.element("th", column).with("scope", "col"))
                .toList();
        return Html.element(
                        "table",
                        Html.element("caption", caption),
                        Html.element("thead", Html.element("tr", Html.several(heads))),
                        Html.element("tbody", Html.several(body)))
                .with("class", "columns-" + columns.size());
    }
}
