package org.dripline.web.clinic;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/**
 * Who a record is about or by, as a page names them.
 *
 * @param name given names and family name; the id when there is none
 * @param born as recorded, possibly a year alone
 */
record Person(String id, String name, Optional<String> born, Optional<String> gender, List<String> identifiers) {
    Person {
        identifiers = List.copyOf(identifiers);
    }

    /** Of a Patient or Practitioner. */
    static Person of(JsonObject resource) {
        String id = resource.text("id").orElse("");
        List<JsonObject> names = objects(resource, "name");
        JsonObject first = names.stream()
                .filter(each -> each.text("use").filter("official"::equals).isPresent())
                .findFirst()
                .orElse(names.isEmpty() ? JsonObject.EMPTY : names.getFirst());
        return new Person(
                id,
                written(first).orElse(id),
                resource.text("birthDate"),
                resource.text("gender"),
                objects(resource, "identifier").stream()
                        .flatMap(each -> each.text("value").stream())
                        .toList());
    }

    private static Optional<String> written(JsonObject name) {
        String composed = String.join(
                " ",
                Stream.concat(
                                name.items("given").stream()
                                        .filter(Json.Text.class::isInstance)
                                        .map(given -> ((Json.Text) given).value()),
                                name.text("family").stream())
                        .toList());
        return name.text("text").or(() -> Optional.of(composed).filter(text -> !text.isBlank()));
    }

    private static List<JsonObject> objects(JsonObject parent, String name) {
        return parent.items(name).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /** Such as {@code Ada Lovelace, born 1980-03-04, female}. */
    String line() {
        return name
                + born.map(day -> ", born " + day).orElse("")
                + gender.map(found -> ", " + found).orElse("");
    }
}
