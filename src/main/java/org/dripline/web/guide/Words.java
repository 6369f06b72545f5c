package org.dripline.web.guide;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;

/** Values of a definition in words. */
final class Words {
    private Words() {}

    static String unversioned(String canonical) {
        int bar = canonical.indexOf('|');
        return bar < 0 ? canonical : canonical.substring(0, bar);
    }

    static List<JsonObject> objects(JsonObject parent, String member) {
        return parent.items(member).stream().map(JsonObject.class::cast).toList();
    }

    static List<String> texts(JsonObject parent, String member) {
        return parent.items(member).stream().map(Words::of).toList();
    }

    /** A member in words, or the empty string. */
    static String of(JsonObject parent, String member) {
        Json value = parent.get(member);
        return value == null ? "" : of(value);
    }

    static boolean isTrue(JsonObject parent, String member) {
        return parent.get(member) instanceof Json.Bool bool && bool.value();
    }

    static String of(Json value) {
        return switch (value) {
            case Json.Text text -> text.value();
            case Json.Numeral number -> number.text();
            case Json.Bool bool -> bool.value() ? "true" : "false";
            case Json.Null none -> "";
            case Json.Array array -> array.items().stream().map(Words::of).collect(Collectors.joining(", "));
            case JsonObject concept when concept.get("coding") != null -> of(new Json.Array(concept.items("coding")));
            case JsonObject coding when coding.get("code") != null -> coding(coding);
            case JsonObject other -> new String(JsonWriter.bytes(other), StandardCharsets.UTF_8);
        };
    }

    private static String coding(JsonObject coding) {
        String display = coding.text("display").map(text -> " “" + text + "”").orElse("");
        String system = coding.text("system").map(text -> " of " + text).orElse("");
        return of(coding, "code") + display + system;
    }

    /** The number of times an element may be there. */
    static String cardinality(JsonObject element) {
        return of(element, "min") + ".." + of(element, "max");
    }

    /** The name and value of the member that begins so, such as {@code fixedUri} for {@code fixed}. */
    static Stream<String> valuesOf(JsonObject element, String beginning) {
        return element.members().entrySet().stream()
                .filter(member -> member.getKey().startsWith(beginning))
                .map(member -> of(member.getValue()));
    }

    /** What HL7's element extension says where the type is a FHIRPath one. */
    static String typeName(JsonObject type) {
        String code = of(type, "code");
        return code.startsWith("http://hl7.org/fhirpath/")
                ? objects(type, "extension").stream()
                        .flatMap(extension -> extension.text("valueUrl").stream())
                        .findFirst()
                        .orElse("string")
                : code;
    }
}
