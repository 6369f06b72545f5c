package org.dripline.web.guide;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/**
 * One definition of the guide, with the words the pages use for it.
 *
 * @param json as it is served
 * @param whole the same with all elements, also when it came without its snapshot
 */
record Artefact(JsonObject json, JsonObject whole) {
    static final String DEFINITION = "StructureDefinition";

    String type() {
        return json.resourceType();
    }

    String id() {
        return text("id");
    }

    /** The canonical URL; a NamingSystem has none in R4. */
    String url() {
        return text("url");
    }

    String title() {
        return type().equals("SearchParameter")
                ? text("code") + " of " + String.join(", ", Words.texts(json, "base"))
                : json.text("title").or(() -> json.text("name")).orElse(id());
    }

    /** The member as text, or the empty string. */
    String text(String member) {
        return json.text(member).orElse("");
    }

    boolean isExtension() {
        return type().equals(DEFINITION) && text("type").equals("Extension");
    }

    /** The address of its page, from any other page. */
    String page() {
        return type() + "-" + id() + ".html";
    }

    /** The address of the definition itself. */
    String source() {
        return type() + "-" + id() + ".json";
    }

    /** The elements the definition speaks of itself, or all. */
    List<JsonObject> elements(String view) {
        return whole.object(view).map(found -> Words.objects(found, "element")).orElse(List.of());
    }

    /** All texts of the definition, versions cut off, but the snapshot's, which repeats what others say. */
    Set<String> mentions() {
        Set<String> found = new HashSet<>();
        collect(json.without("snapshot"), found);
        return found;
    }

    /** The first object in the document, itself included, that claims, carries or answers this definition. */
    Optional<JsonObject> usedIn(Json document) {
        return switch (document) {
            case JsonObject object when uses(object) -> Optional.of(object);
            case JsonObject object ->
                object.members().values().stream()
                        .flatMap(member -> usedIn(member).stream())
                        .findFirst();
            case Json.Array array ->
                array.items().stream().flatMap(item -> usedIn(item).stream()).findFirst();
            default -> Optional.empty();
        };
    }

    private boolean uses(JsonObject object) {
        List<String> claimed =
                object.object("meta").map(meta -> Words.texts(meta, "profile")).orElse(List.of());
        return claimed.contains(url())
                || object.text("url").filter(url()::equals).isPresent()
                || object.text("questionnaire")
                        .filter(asked -> Words.unversioned(asked).equals(url()))
                        .isPresent();
    }

    private static void collect(Json json, Set<String> found) {
        switch (json) {
            case Json.Text text -> found.add(Words.unversioned(text.value()));
            case JsonObject object -> object.members().values().forEach(member -> collect(member, found));
            case Json.Array array -> array.items().forEach(item -> collect(item, found));
            default -> {}
        }
    }
}
