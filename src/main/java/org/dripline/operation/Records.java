package org.dripline.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.References;

/** The records of a document by reference, with all that they refer to. */
final class Records {
    /** How far references are followed; what a treatment needs is nearer. */
    private static final int MAX_STEPS = 8;

    private final Map<String, JsonObject> found = new LinkedHashMap<>();

    /** @param fetch gives the current documents of references such as Observation/12, as far as they are there */
    Records(Collection<String> references, Function<Set<String>, List<JsonObject>> fetch) {
        Set<String> wanted = new TreeSet<>(references);
        for (int step = 0; step < MAX_STEPS && !wanted.isEmpty(); step++) {
            List<JsonObject> documents = fetch.apply(wanted);
            documents.forEach(document -> found.put(reference(document), document));
            wanted = documents.stream()
                    .flatMap(document -> References.targets(document).stream())
                    .flatMap(target -> local(target.reference()).stream())
                    .filter(reference -> !found.containsKey(reference))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static String reference(JsonObject document) {
        return document.resourceType() + '/' + document.text("id").orElse("");
    }

    /** A relative reference without its version; others lead elsewhere. */
    private static Optional<String> local(String reference) {
        String[] parts = reference.split("/", -1);
        boolean relative = (parts.length == 2 || (parts.length == 4 && parts[2].equals("_history")))
                && !parts[0].isEmpty()
                && Character.isUpperCase(parts[0].charAt(0))
                && !parts[1].contains("#");
        return relative ? Optional.of(parts[0] + '/' + parts[1]) : Optional.empty();
    }

    Optional<JsonObject> find(String reference) {
        return Optional.ofNullable(found.get(reference));
    }

    boolean has(String reference) {
        return found.containsKey(reference);
    }

    Stream<JsonObject> all() {
        return found.values().stream();
    }

    /** Whether the record is there and claims one of our profiles. */
    boolean claims(String reference, String... profiles) {
        return find(reference)
                .map(document -> claimed(document).stream()
                        .anyMatch(url -> List.of(profiles).contains(url)))
                .orElse(false);
    }

    private static List<String> claimed(JsonObject document) {
        List<String> names = new ArrayList<>();
        for (Json url :
                document.object("meta").map(meta -> meta.items("profile")).orElse(List.of())) {
            if (url instanceof Json.Text(String text) && text.startsWith(Codes.PROFILE)) {
                names.add(text.substring(Codes.PROFILE.length()).replaceAll("\\|.*", ""));
            }
        }
        return names;
    }

    /** What a person calls it: Patient, Practitioner or Organization. */
    String name(String reference) {
        return find(reference)
                .flatMap(document -> document.text("name").or(() -> personName(document)))
                .orElse(reference);
    }

    private static Optional<String> personName(JsonObject document) {
        return document.items("name").stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .findFirst()
                .map(name -> name.text("text")
                        .orElseGet(() -> Stream.concat(
                                        name.items("given").stream(), name.text("family").map(Json::of).stream())
                                .map(part -> part instanceof Json.Text(String text) ? text : "")
                                .collect(Collectors.joining(" "))));
    }
}
