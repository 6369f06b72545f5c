package org.dripline.web.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.dripline.web.Html;

/**
 * Lines over one axis, with levels across and marks along it. Told apart by shape and dash and named in words, so that it
 * can be read without colour; drawn in the colour of the text around it, on light and on dark alike. A chart is never the
 * only place of a number: put a table beside it.
 */
public final class Chart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 250;
    private static final int LEFT = 40;
    private static final int RIGHT = 130;
    private static final int TOP = 34;
    private static final int BOTTOM = 40;
    private static final double LABEL_HEIGHT = 12;
    private static final double LABEL_WIDTH = 30;
    private static final double LABEL_GAP = 4;
    private static final double LETTER_WIDTH = 6.5;

    /** The shape of a line's points. */
    public enum Shape {
        DOT,
        SQUARE,
        TRIANGLE
    }

    /**
     * A value of a line.
     *
     * @param label what stands at the point; may be empty
     */
    public record Point(double x, double y, String label) {}

    /** A line through points, in their order. */
    public record Line(String name, Shape shape, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    /** A dashed line across at a value, named at its end. */
    public record Level(String name, double y) {}

    /** Something that happened at x: a thin line, with a word above and one below the axis. */
    public record Mark(double x, String above, String below) {}

    private final String title;
    private final String description;
    private final String unit;
    private final List<Line> lines = new ArrayList<>();
    private final List<Level> levels = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Point> days = new ArrayList<>();

    /**
     * A chart without lines yet.
     *
     * @param description the chart in words, for whoever does not see it
     * @param unit of the values, written at their axis
     */
    public Chart(String title, String description, String unit) {
        this.title = title;
        this.description = description;
        this.unit = unit;
    }

    public Chart line(Line line) {
        lines.add(line);
        return this;
    }

    public Chart level(String name, double y) {
        levels.add(new Level(name, y));
        return this;
    }

    public Chart mark(Mark mark) {
        marks.add(mark);
        return this;
    }

    /** A label of the axis along. */
    public Chart tick(double x, String label) {
        days.add(new Point(x, 0, label));
        return this;
    }

    /** The drawing, 720 by 250 units; empty when no line has a point. */
    public Html svg() {
        if (lines.stream().allMatch(line -> line.points().isEmpty())) {
            return Html.none();
        }
        Scale x = across();
        Scale y = up();
        return Html.element("svg", Html.element("title", title), Html.element("desc", description))
                .with("xmlns", "http://www.w3.org/2000/svg")
                .with("viewBox", "0 0 " + WIDTH + " " + HEIGHT)
                .with("role", "img")
                .with("aria-label", title + ". " + description)
                .with("font-family", "sans-serif")
                .with("font-size", "11")
                .with("fill", "currentColor")
                .with("stroke", "none")
                .add(axes(x, y), marks(x), levels(x, y), lines(x, y));
    }

    private Scale across() {
        double[] all = Stream.of(
                        lines.stream().flatMap(line -> line.points().stream()).map(Point::x),
                        marks.stream().map(Mark::x),
                        days.stream().map(Point::x))
                .flatMap(values -> values)
                .mapToDouble(Double::doubleValue)
                .toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = DoubleStream.of(all).max().orElse(1);
        double room = Math.max((high - low) * 0.03, 0.5);
        return new Scale(low - room, high + room, LEFT, WIDTH - RIGHT);
    }

    /** From zero where values begin low, so that a change is not drawn larger than it is. */
    private Scale up() {
        double[] all = Stream.concat(
                        lines.stream().flatMap(line -> line.points().stream()).map(Point::y),
                        levels.stream().map(Level::y))
                .mapToDouble(Double::doubleValue)
                .toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = DoubleStream.of(all).max().orElse(1);
        double room = (high - low) * 0.1 + 1;
        return new Scale(low < 40 ? Math.min(low, 0) : low - room, high + room, HEIGHT - BOTTOM, TOP);
    }

    private Html axes(Scale x, Scale y) {
        List<Html> all = new ArrayList<>();
        for (double tick : y.ticks()) {
            all.add(Draw.line(LEFT, y.at(tick), WIDTH - RIGHT, y.at(tick), "0.15"));
            all.add(Draw.text(LEFT - 5, y.at(tick) + 4, "end", Draw.number(tick)));
        }
        all.add(Draw.text(4, 12, "start", unit));
        all.add(Draw.line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, "1"));
        double free = Double.NEGATIVE_INFINITY;
        for (Point day : days) {
            all.add(Draw.line(x.at(day.x()), HEIGHT - BOTTOM, x.at(day.x()), HEIGHT - BOTTOM + 4, "1"));
            if (x.at(day.x()) >= free) {
                all.add(Draw.text(x.at(day.x()), HEIGHT - 8, "middle", day.label()));
                free = x.at(day.x()) + 2 * LABEL_WIDTH;
            }
        }
        return Html.several(all);
    }

    private Html marks(Scale x) {
        List<Html> all = new ArrayList<>();
        double free = Double.NEGATIVE_INFINITY;
        for (Mark mark : marks) {
            double at = x.at(mark.x());
            all.add(Draw.line(at, TOP, at, HEIGHT - BOTTOM, "0.35"));
            if (at >= free) {
                all.add(Draw.text(at, TOP - 6, "middle", mark.above()));
                all.add(Draw.text(at, HEIGHT - BOTTOM + 14, "middle", mark.below()));
                free = at
                        + LABEL_GAP
                        + LETTER_WIDTH
                                * Math.max(mark.above().length(), mark.below().length());
            }
        }
        return Html.several(all);
    }

    /** The names of levels that are close to each other move apart. */
    private Html levels(Scale x, Scale y) {
        List<Html> all = new ArrayList<>();
        double free = Double.POSITIVE_INFINITY;
        for (Level level :
                levels.stream().sorted(Comparator.comparingDouble(Level::y)).toList()) {
            double at = y.at(level.y());
            double text = Math.min(at + 4, free);
            free = text - LABEL_HEIGHT;
            all.add(Draw.dashed(LEFT, at, x.end(), at));
            all.add(Draw.text(x.end() + 6, text, "start", level.name()));
        }
        return Html.several(all);
    }

    private Html lines(Scale x, Scale y) {
        List<Html> all = new ArrayList<>();
        int row = 0;
        for (Line line : lines) {
            List<String> path = line.points().stream()
                    .map(point -> Draw.number(x.at(point.x())) + "," + Draw.number(y.at(point.y())))
                    .toList();
            all.add(Draw.polyline(path));
            for (Point point : line.points()) {
                all.add(Draw.shape(line.shape(), x.at(point.x()), y.at(point.y())));
                all.add(Draw.text(x.at(point.x()), y.at(point.y()) - 8, "middle", point.label()));
            }
            if (lines.size() > 1 && !line.points().isEmpty()) {
                all.add(Draw.shape(line.shape(), x.end() + 12, TOP + row * 16.0));
                all.add(Draw.text(x.end() + 22, TOP + row * 16.0 + 4, "start", line.name()));
                row++;
            }
        }
        return Html.several(all);
    }
}
