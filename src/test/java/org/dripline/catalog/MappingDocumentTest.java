package org.dripline.catalog;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dripline.engine.TestStore;
import org.dripline.engine.mapping.Children;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.ResourceMapping;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The document of where each element is kept is what the catalog gives; {@code make docs} writes it anew. */
class MappingDocumentTest {
    private static final Path FILE = Path.of("src/docs/mapping.md");

    private static final String HEAD = """
            # Where each element is kept

            Generated from the catalog by `make docs`; not to be edited. The accepted document is the record and holds
            everything; this is what of it stands in typed columns and rows, for searching and for the clinic's own SQL.
            A name such as `codings`, `links` or `dates` is the table of that name in the schema `fhir`, whose rows name the
            element as `[type].[element]`; any other name is a column of the type's own table. References that are not
            listed are rows of `links`, too, so that it is known who refers to what.
            """;

    /** The columns of the views for reports, each with its comment, which names the elements that it shows. */
    private final Map<String, String> shown = new TreeMap<>();

    @Test
    void isUpToDate() throws IOException {
        try (TestStore store = new TestStore()) {
            store.sql().meta().getTables().stream()
                    .filter(table ->
                            Objects.requireNonNull(table.getSchema()).getName().equals("clinic"))
                    .filter(view -> !view.getName().startsWith("helper")
                            && !view.getName().equals("column_note"))
                    .forEach(view -> Stream.of(view.fields())
                            .forEach(
                                    column -> shown.put(view.getName() + "." + column.getName(), column.getComment())));
        }
        String document = document();
        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(FILE, document);
        }
        assertThat(Files.readString(FILE)).isEqualTo(document);
    }

    private String document() {
        StringBuilder text = new StringBuilder(HEAD);
        List<ResourceMapping> all = Catalog.resources().all();
        text.append("\n## Every type\n\n");
        describe(all.getFirst(), true, text);
        for (ResourceMapping mapping : all) {
            text.append("\n## ").append(mapping.type()).append("\n\n");
            text.append("Table `fhir.")
                    .append(mapping.table().table().getName())
                    .append(mapping.isOwned() ? "`, behind the wall of its patient.\n\n" : "`.\n\n");
            describe(mapping, false, text);
        }
        return text.toString();
    }

    private void describe(ResourceMapping mapping, boolean ofEveryType, StringBuilder text) {
        text.append("| Element | Kept in | Searched by | Shown in `clinic` |\n|---|---|---|---|\n");
        Map<String, List<MappedElement>> byPath = new LinkedHashMap<>();
        mapping.elements().stream()
                .filter(element -> element.path().text().startsWith("Resource.") == ofEveryType)
                .forEach(element -> byPath.computeIfAbsent(element.path().text(), path -> new ArrayList<>())
                        .add(element));
        byPath.forEach((path, elements) -> text.append("| `")
                .append(path.substring(path.indexOf('.') + 1).replace("|", "\\|"))
                .append("` | ")
                .append(listed(elements.stream().flatMap(element -> kept(element.layout()))))
                .append(" | ")
                .append(listed(mapping.parameters().stream()
                        .filter(parameter -> elements.stream().anyMatch(parameter.elements()::contains))
                        .map(parameter -> parameter.name())))
                .append(" | ")
                .append(ofEveryType ? "" : listed(views(path)))
                .append(" |\n"));
    }

    private static String listed(Stream<String> names) {
        Set<String> distinct = new LinkedHashSet<>(names.toList());
        return distinct.stream().map(name -> "`" + name + "`").collect(joining(" "));
    }

    /** A comment names an element by its path, a choice by its stem or by one of its types. */
    private Stream<String> views(String path) {
        String stem = path.replaceAll("\\[.*", "");
        String choice = path.equals(stem) ? "" : "([A-Z]\\w*|\\[x])?";
        Pattern named = Pattern.compile("\\b" + Pattern.quote(stem) + choice + "(?![\\w(\\[])");
        return shown.entrySet().stream()
                .filter(column -> named.matcher(column.getValue()).find())
                .map(Map.Entry::getKey);
    }

    private static Stream<String> kept(Layout layout) {
        return switch (layout) {
            case Layout.Own own -> columns(own);
            case Layout.Link link -> Stream.of(link.id().getName(), "links");
            case Layout.Coded coded ->
                Stream.concat(
                        names(coded.system(), coded.code(), coded.codeKey(), coded.textKey()), Stream.of("codings"));
            case Layout.Child child -> Stream.of(Children.rowsOf(child).getName());
        };
    }

    private static Stream<String> columns(Layout.Own own) {
        return switch (own) {
            case Layout.Code layout -> names(layout.column());
            case Layout.Flag layout -> names(layout.column());
            case Layout.Truth layout -> names(layout.column());
            case Layout.Amount layout -> names(layout.column());
            case Layout.Quantity layout -> names(layout.value(), layout.unit());
            case Layout.FirstCoding layout -> names(layout.system(), layout.code());
            case Layout.ConceptText layout -> names(layout.column());
            case Layout.Owner layout -> names(layout.id());
            case Layout.Canonical layout -> names(layout.url(), layout.version());
            case Layout.CanonicalName layout -> names(layout.column());
            case Layout.Dates layout -> names(layout.from(), layout.to());
            case Layout.Times layout -> names(layout.start(), layout.end());
            case Layout.Moment layout -> names(layout.column());
            case Layout.ResourceId layout -> names(layout.column());
        };
    }

    private static Stream<String> names(@Nullable Field<?>... columns) {
        return Stream.of(columns).filter(Objects::nonNull).map(Field::getName);
    }
}
