package org.dripline.web.clinic;

import java.util.ArrayList;
import java.util.List;
import org.dripline.treatment.Figure;
import org.dripline.treatment.RecordVersion;
import org.dripline.treatment.Verdict;
import org.dripline.treatment.Work;
import org.dripline.web.Html;
import org.dripline.web.Table;

/** Shows numbers: on a screen each opens to tell how it was computed and from what; on paper it is the number alone. */
final class Figures {
    /** Ends the link to a resource: a browser shows JSON, but saves as a file what it would be sent unasked. */
    static final String READABLE = "?_format=json&_pretty=true";

    /** Rows of a table that leave room for all the rest of a course on one side of A4. */
    private static final int MOST_ROWS = 20;

    private final String fhir;
    private final boolean paper;

    private Figures(String fhir, boolean paper) {
        this.fhir = fhir;
        this.paper = paper;
    }

    /** @param fhir how to reach the FHIR base from the page, with a slash at its end */
    static Figures onScreen(String fhir) {
        return new Figures(fhir, false);
    }

    static Figures onPaper() {
        return new Figures("", true);
    }

    boolean paper() {
        return paper;
    }

    /** Number and unit, and what limits them, on paper too. */
    Html of(Figure figure) {
        Html shown = worked(figure.text(), figure.remark(), figure.work());
        boolean limited = figure.found().isPresent() && !figure.remark().isEmpty();
        return limited ? Html.several(shown, Html.text(" (" + figure.remark() + ")")) : shown;
    }

    /** The number alone, for a column whose head has the unit. */
    Html number(Figure figure) {
        return worked(figure.number().orElse("–"), figure.remark(), figure.work());
    }

    Html of(Verdict verdict) {
        return worked(verdict.text(), verdict.holds().isPresent() ? verdict.words() : "", verdict.work());
    }

    private Html worked(String shown, String remark, Work work) {
        if (paper) {
            return Html.text(shown);
        }
        List<Html> said = new ArrayList<>();
        said.add(Html.element("p", work.formula()));
        if (!remark.isEmpty() && !remark.equals(shown)) {
            said.add(Html.element("p", remark));
        }
        if (!work.cutOff().isEmpty()) {
            said.add(Html.element("p", work.cutOff() + ", configuration " + work.configuration()));
        }
        if (!work.inputs().isEmpty()) {
            said.add(Html.element("p", Html.text("From "), links(work.inputs())));
        }
        return Html.element("details", Html.element("summary", shown).with("title", "How was this computed?"))
                .add(Html.several(said))
                .with("class", "worked");
    }

    /** A drawing; on paper as an object that {@link Paper} knows how to draw. */
    Html chart(Html svg) {
        return paper
                ? Html.element("object", svg).with("type", Paper.CHART)
                : Html.element("div", svg).with("class", "chart").with("tabindex", "0");
    }

    Html table(Table table) {
        return paper ? table.onPaper(MOST_ROWS) : table.html(MOST_ROWS);
    }

    Html links(List<RecordVersion> records) {
        return Html.joined(", ", records.stream().map(this::link).toList());
    }

    Html link(RecordVersion record) {
        return link(record, record.reference());
    }

    Html link(RecordVersion record, String text) {
        return paper ? Html.text(text) : Html.link(fhir + record.versioned() + READABLE, text);
    }
}
