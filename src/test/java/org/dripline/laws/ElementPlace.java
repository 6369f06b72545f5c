package org.dripline.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/**
 * Where an element stands in a document, written as each form of patch writes it.
 *
 * @param pointer of JSON
 * @param selector of XML, its names without a prefix
 * @param paired whether JSON also keeps a part of it under {@code _name}, or pads a list for it
 */
record ElementPlace(String pointer, String fhirPath, String selector, boolean paired) {
    private static final String XHTML = "div";

    /** Every element of a document with a value, but ids, urls, what XML writes as an attribute and what the server sets. */
    static List<ElementPlace> in(JsonObject resource) {
        List<ElementPlace> places = new ArrayList<>();
        String type = resource.resourceType();
        collect(resource, new ElementPlace("", type, type, false), places);
        return places;
    }

    private static void collect(JsonObject object, ElementPlace at, List<ElementPlace> to) {
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            String name = member.getKey();
            boolean skipped = name.startsWith("_")
                    || List.of("resourceType", "id", "versionId", "lastUpdated", "url", XHTML)
                            .contains(name);
            if (skipped) {
                continue;
            }
            boolean shadowed = object.get("_" + name) != null;
            if (!(member.getValue() instanceof Json.Array array)) {
                add(member.getValue(), at.member(name, shadowed), to);
                continue;
            }
            ElementPlace list = at.member(name, false);
            for (int i = 0; i < array.items().size(); i++) {
                add(array.items().get(i), list.item(i, !(array.items().get(i) instanceof JsonObject)), to);
            }
        }
    }

    private static void add(Json value, ElementPlace at, List<ElementPlace> to) {
        if (value instanceof Json.Null) {
            return;
        }
        to.add(at);
        if (value instanceof JsonObject object) {
            String type = object.resourceType();
            ElementPlace within = type.isEmpty()
                    ? at
                    : new ElementPlace(at.pointer(), at.fhirPath(), at.selector() + "/" + type, at.paired());
            collect(object, within, to);
        }
    }

    private ElementPlace member(String name, boolean pair) {
        return new ElementPlace(pointer + "/" + name, fhirPath + "." + name, selector + "/" + name, pair);
    }

    private ElementPlace item(int index, boolean pair) {
        return new ElementPlace(
                pointer + "/" + index, fhirPath + "[" + index + "]", selector + "[" + (index + 1) + "]", pair);
    }
}
