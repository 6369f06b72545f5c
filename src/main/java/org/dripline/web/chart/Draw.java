package org.dripline.web.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.dripline.web.Html;

/** The few shapes of SVG that a chart is made of, without styles, which the pages' policy would not let through. */
final class Draw {
    private Draw() {}

    /** With one decimal at most. */
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    static Html.Element line(double x1, double y1, double x2, double y2, String opacity) {
        return Html.element("line")
                .with("x1", number(x1))
                .with("y1", number(y1))
                .with("x2", number(x2))
                .with("y2", number(y2))
                .with("stroke", "currentColor")
                .with("stroke-opacity", opacity);
    }

    static Html dashed(double x1, double y1, double x2, double y2) {
        return line(x1, y1, x2, y2, "0.8").with("stroke-dasharray", "5 4");
    }

    static Html polyline(List<String> points) {
        return Html.element("polyline")
                .with("points", String.join(" ", points))
                .with("fill", "none")
                .with("stroke", "currentColor")
                .with("stroke-width", "2");
    }

    static Html text(double x, double y, String anchor, String text) {
        return text.isEmpty()
                ? Html.none()
                : Html.element("text", text)
                        .with("x", number(x))
                        .with("y", number(y))
                        .with("text-anchor", anchor);
    }

    static Html shape(Chart.Shape shape, double x, double y) {
        return switch (shape) {
            case DOT ->
                Html.element("circle")
                        .with("cx", number(x))
                        .with("cy", number(y))
                        .with("r", "4");
            case SQUARE ->
                Html.element("rect")
                        .with("x", number(x - 4))
                        .with("y", number(y - 4))
                        .with("width", "8")
                        .with("height", "8");
            case TRIANGLE ->
                Html.element("polygon")
                        .with(
                                "points",
                                number(x) + "," + number(y - 5) + " " + number(x - 5) + "," + number(y + 4) + " "
                                        + number(x + 5) + "," + number(y + 4));
        };
    }
}
