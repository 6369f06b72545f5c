package org.dripline.web.guide;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.web.Content;
import org.dripline.web.Html;
import org.dripline.web.Page;
import org.dripline.web.SharedFiles;

/**
 * What is found under {@code /ig/}: an index, a page for each definition, the definitions and examples themselves. The
 * names are fixed once it is made; what stands behind one is made when first asked for, then kept. Thread-safe.
 */
final class Guide {
    static final String TITLE = "Dripline implementation guide";

    private static final String FHIR_JSON = "application/fhir+json;charset=UTF-8";

    private final Map<String, Supplier<Content>> makers = new HashMap<>();
    private final Map<String, Content> made = new ConcurrentHashMap<>();

    /** @param whole gives a definition its snapshot */
    Guide(List<JsonObject> definitions, UnaryOperator<JsonObject> whole, List<Example> examples) {
        Shelf shelf = new Shelf(definitions, whole, examples);
        makers.put("", () -> page(TITLE, true, new IndexPage(shelf).body()));
        makers.put("style.css", () -> SharedFiles.style(""));
        makers.put("icon.svg", SharedFiles::icon);
        Pages pages = new Pages(shelf);
        for (Artefact artefact : shelf.all()) {
            makers.put(artefact.page(), () -> page(artefact.title(), false, pages.body(artefact)));
            makers.put(artefact.source(), () -> Content.of(FHIR_JSON, JsonWriter.pretty(artefact.json())));
        }
        for (Example example : shelf.examples()) {
            makers.put(example.address(), () -> Content.of(FHIR_JSON, example.source()));
        }
    }

    Optional<Content> find(String name) {
        Supplier<Content> maker = makers.get(name);
        return maker == null ? Optional.empty() : Optional.of(made.computeIfAbsent(name, none -> maker.get()));
    }

    private static Content page(String title, boolean first, List<Html> body) {
        return new Page(title, TITLE, first, "", body).content();
    }
}
