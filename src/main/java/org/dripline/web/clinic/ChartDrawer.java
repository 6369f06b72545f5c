package org.dripline.web.clinic;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws a chart of {@code web.chart} on paper: the same SVG that a page has, of which it knows the few shapes that a
 * chart is made of. Texts are drawn as outlines, since the fonts of the machine are not asked for.
 */
final class ChartDrawer implements FSObjectDrawer {
    private static final double TEXT_SIZE = 11;
    private static final float HALO = 3;
    private static final int BLACK = 0;
    private static final int WHITE = 255;

    @Override
    public @Nullable Map<Shape, String> drawObject(
            Element object,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        Element svg = (Element) object.getElementsByTagName("svg").item(0);
        String[] box = svg.getAttribute("viewBox").split(" ", -1);
        double wide = width / dotsPerPixel;
        double high = height / dotsPerPixel;
        double scale = Math.min(wide / Double.parseDouble(box[2]), high / Double.parseDouble(box[3]));
        device.drawWithGraphics((float) x, (float) y, (float) wide, (float) high, graphics -> {
            graphics.scale(scale, scale);
            for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element) {
                    draw(element, graphics);
                }
            }
        });
        return null;
    }

    private static void draw(Element element, Graphics2D graphics) {
        switch (element.getTagName()) {
            case "text" -> {
                Shape text = text(element);
                // Where a line runs behind it, it is read all the same.
                graphics.setStroke(new BasicStroke(HALO, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                graphics.setColor(new Color(WHITE, WHITE, WHITE));
                graphics.draw(text);
                graphics.setColor(new Color(BLACK, BLACK, BLACK));
                graphics.fill(text);
            }
            case "line" ->
                stroke(
                        element,
                        graphics,
                        new Line2D.Double(
                                number(element, "x1"),
                                number(element, "y1"),
                                number(element, "x2"),
                                number(element, "y2")));
            case "polyline" -> stroke(element, graphics, path(element));
            case "polygon" -> graphics.fill(path(element));
            case "rect" ->
                graphics.fill(new Rectangle2D.Double(
                        number(element, "x"),
                        number(element, "y"),
                        number(element, "width"),
                        number(element, "height")));
            case "circle" -> {
                double radius = number(element, "r");
                graphics.fill(new Ellipse2D.Double(
                        number(element, "cx") - radius, number(element, "cy") - radius, 2 * radius, 2 * radius));
            }
            default -> {
                // title and desc are for whoever does not see it.
            }
        }
    }

    private static Shape text(Element element) {
        String text = element.getTextContent();
        double width = PaperFont.width(text, TEXT_SIZE);
        double left = switch (element.getAttribute("text-anchor")) {
            case "end" -> width;
            case "middle" -> width / 2;
            default -> 0;
        };
        return AffineTransform.getTranslateInstance(number(element, "x") - left, number(element, "y"))
                .createTransformedShape(PaperFont.outline(text, TEXT_SIZE));
    }

    private static void stroke(Element element, Graphics2D graphics, Shape shape) {
        float width = element.hasAttribute("stroke-width") ? (float) number(element, "stroke-width") : 1;
        float[] dash = element.hasAttribute("stroke-dasharray") ? new float[] {5, 4} : null;
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0));
        double opacity = element.hasAttribute("stroke-opacity") ? number(element, "stroke-opacity") : 1;
        int grey = (int) (WHITE * (1 - opacity));
        graphics.setColor(new Color(grey, grey, grey));
        graphics.draw(shape);
        graphics.setColor(new Color(BLACK, BLACK, BLACK));
    }

    private static Path2D path(Element element) {
        Path2D path = new Path2D.Double();
        for (String pair : element.getAttribute("points").split(" ", -1)) {
            int comma = pair.indexOf(',');
            double x = Double.parseDouble(pair.substring(0, comma));
            double y = Double.parseDouble(pair.substring(comma + 1));
            if (path.getCurrentPoint() == null) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        if (element.getTagName().equals("polygon")) {
            path.closePath();
        }
        return path;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
