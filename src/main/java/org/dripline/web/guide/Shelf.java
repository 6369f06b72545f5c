package org.dripline.web.guide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.dripline.document.JsonObject;
import org.dripline.web.Html;

/** All definitions and examples of the guide, and how they lead to one another. Immutable. */
final class Shelf {
    private final List<Artefact> artefacts;
    private final List<Example> examples;
    private final Map<String, Artefact> byUrl = new HashMap<>();
    private final Map<String, List<Artefact>> users = new HashMap<>();

    /** @param whole gives a definition its snapshot */
    Shelf(List<JsonObject> definitions, UnaryOperator<JsonObject> whole, List<Example> examples) {
        this.artefacts = definitions.stream()
                .map(one -> new Artefact(one, whole.apply(one)))
                .toList();
        this.examples = List.copyOf(examples);
        artefacts.stream().filter(one -> !one.url().isEmpty()).forEach(one -> byUrl.put(one.url(), one));
        for (Artefact user : artefacts) {
            Set<String> mentions = user.mentions();
            mentions.remove(user.url());
            for (String mention : mentions) {
                if (byUrl.containsKey(mention)) {
                    users.computeIfAbsent(mention, none -> new ArrayList<>()).add(user);
                }
            }
        }
    }

    List<Artefact> all() {
        return artefacts;
    }

    List<Artefact> ofType(String type) {
        return artefacts.stream().filter(one -> one.type().equals(type)).toList();
    }

    List<Example> examples() {
        return examples;
    }

    Optional<Artefact> find(String canonical) {
        return Optional.ofNullable(byUrl.get(Words.unversioned(canonical)));
    }

    /** The definitions that name this one. */
    List<Artefact> users(Artefact used) {
        return users.getOrDefault(used.url(), List.of());
    }

    /** A link to our page of it; to what is not ours, the canonical URL as a link. */
    Html link(String canonical) {
        return find(canonical).map(Shelf::link).orElseGet(() -> Html.link(Words.unversioned(canonical), canonical));
    }

    static Html link(Artefact artefact) {
        return Html.link(artefact.page(), artefact.title());
    }
}
