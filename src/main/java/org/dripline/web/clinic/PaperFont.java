package org.dripline.web.clinic;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Liberation Sans, which PDFBox brings: the PDF's own fonts lack signs such as ≤ and →, and a server need not have any
 * installed.
 */
final class PaperFont {
    static final String NAME = "Liberation Sans";

    private static final TrueTypeFont FONT = load();

    private PaperFont() {}

    static InputStream stream() {
        return Objects.requireNonNull(
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));
    }

    private static TrueTypeFont load() {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(stream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The outline of a text that begins at 0, 0, and grows upwards to negative y. */
    static Path2D outline(String text, double size) {
        try {
            CmapLookup glyphs = FONT.getUnicodeCmapLookup();
            double scale = size / FONT.getUnitsPerEm();
            Path2D all = new Path2D.Double();
            double x = 0;
            for (int sign : text.codePoints().toArray()) {
                int glyph = glyphs.getGlyphId(sign);
                GlyphData data = FONT.getGlyph().getGlyph(glyph);
                if (data != null) {
                    AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
                    place.scale(scale, -scale);
                    all.append(place.createTransformedShape(data.getPath()), false);
                }
                x += FONT.getAdvanceWidth(glyph) * scale;
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double width(String text, double size) {
        try {
            CmapLookup glyphs = FONT.getUnicodeCmapLookup();
            double units = 0;
            for (int sign : text.codePoints().toArray()) {
                units += FONT.getAdvanceWidth(glyphs.getGlyphId(sign));
            }
            return units * size / FONT.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
