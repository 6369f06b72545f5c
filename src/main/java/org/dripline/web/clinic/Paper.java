package org.dripline.web.clinic;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dripline.web.Content;
import org.dripline.web.Html;
import org.dripline.web.SharedFiles;

/** A page as PDF, A4, in a font that the file brings along. */
final class Paper {
    /** Of an {@code object} around a chart. */
    static final String CHART = "image/x-chart";

    private static final String STYLE = SharedFiles.read(Paper.class, "paper.css");

    private Paper() {}

    static Content of(String title, List<Html> body) {
        StringBuilder out = new StringBuilder();
        Html.element(
                        "html",
                        Html.element("head", Html.element("title", title), Html.element("style", STYLE)),
                        Html.element("body", Html.element("h1", title), Html.several(body)))
                .with("lang", "en")
                .writeTo(out);
        return Content.of("application/pdf", rendered(out.toString()));
    }

    private static byte[] rendered(String html) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(CHART, new ChartDrawer());
        try {
            new PdfRendererBuilder()
                    .withHtmlContent(html, null)
                    .useFont(PaperFont::stream, PaperFont.NAME)
                    .useObjectDrawerFactory(drawers)
                    .useFastMode()
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }
}
