package org.dripline.catalog;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchKind;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.search.Modifier;
import org.dripline.engine.search.ResourceSearch;
import org.junit.jupiter.api.Test;

/**
 * The document of all search parameters is what the catalog gives; {@code make docs} writes it anew.
 */
class SearchDocumentTest {
    private static final Path FILE = Path.of("src/docs/search.md");

    private static final String HEAD = """
            # What can be searched

            Generated from the catalog by `make docs`; not to be edited. How R4 is read where it leaves a choice stands in
            [clarifications.md](clarifications.md).

            Every search also takes `_sort`, `_count`, `_total`, `_summary`, `_elements`, `_include`, `_revinclude` (both
            with `:iterate`), chains (`patient.identifier`) and `_has`. `GET [type]/[id]/$explain-match?query=…` tells why a
            search finds a resource, or why it does not.

            Not offered for any type: `_filter`, `_text`, `_content`, `_list`, `_query`, `_containedType`. They are refused
            with what to use instead.
            """;

    @Test
    void isUpToDate() throws IOException {
        String document = document();
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(FILE, document);
        }
        assertThat(Files.readString(FILE)).isEqualTo(document);
    }

    private static String document() {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        text.append("| Kind | Modifiers |\n|---|---|\n");
        for (SearchKind kind : SearchKind.values()) {
            text.append("| ")
                    .append(kind.code())
                    .append(" | ")
                    .append(modifiers(kind))
                    .append(" |\n");
        }
        text.append("\nA reference takes `:[type]`, too; `:below` only where it is a canonical.\n");
        Catalog.resources().all().forEach(mapping -> describe(mapping, text));
        return text.toString();
    }

    private static String modifiers(SearchKind kind) {
        String modifiers = Modifier.of(kind).stream()
                .map(modifier -> "`:" + modifier.code() + "`")
                .collect(joining(" "));
        return modifiers.isEmpty() ? "none" : modifiers;
    }

    private static void describe(ResourceMapping mapping, StringBuilder text) {
        text.append("\n## ").append(mapping.type()).append("\n\n");
        text.append("| Parameter | Kind | Sorts | Searches |\n|---|---|---|---|\n");
        for (SearchParameter parameter : mapping.parameters()) {
            text.append("| `")
                    .append(parameter.name())
                    .append("` | ")
                    .append(parameter.kind().code())
                    .append(" | ")
                    .append(ResourceSearch.sorts(parameter) ? "yes" : "no")
                    .append(" | ")
                    .append(searched(parameter))
                    .append(" |\n");
        }
        Map<String, String> withheld = new TreeMap<>(mapping.withheld());
        withheld.forEach((name, reason) -> text.append("\nNot offered: `")
                .append(name)
                .append("`. ")
                .append(reason)
                .append('\n'));
    }

    private static String searched(SearchParameter parameter) {
        if (!parameter.parts().isEmpty()) {
            return parameter.parts().stream().map(SearchParameter::name).collect(joining("` with `", "`", "`"))
                    + " in the same element";
        }
        if (!parameter.shortcut().isEmpty()) {
            return "short for `" + parameter.shortcut() + "`";
        }
        return Arrays.stream(parameter.expression().split(" \\| ", -1))
                .map(part -> "`" + part.replace("|", "\\|") + "`")
                .collect(joining(" or "));
    }
}
