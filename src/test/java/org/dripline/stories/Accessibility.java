package org.dripline.stories;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What axe-core finds wrong with the page that a browser shows, by WCAG 2.2 at levels A and AA and by good practice. */
final class Accessibility {
    private static final String AXE = script();

    private static final String RUN = """
            (async () => {
              document.querySelectorAll('details').forEach(one => one.open = true);
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}});
              if (found.passes.length < 10) return 'axe looked at next to nothing';
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                rule.id + ': ' + rule.help + ' - ' + node.target.join(' ') + ' - ' + node.html.slice(0, 200)
                + ' - ' + node.failureSummary.replace(/\\s+/g, ' '))).join('\\n');
            })()""";

    private Accessibility() {}

    private static String script() {
        try (InputStream in = Objects.requireNonNull(Accessibility.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line for each element and rule that it breaks, with all that can be opened open. */
    static List<String> complaints(Browser browser) {
        browser.evaluate(AXE + ";''");
        return browser.evaluate(RUN).lines().toList();
    }
}
