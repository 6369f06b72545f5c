package org.dripline.web.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dripline.document.JsonObject;
import org.dripline.web.Html;
import org.dripline.web.Table;

/** The invariants of a profile, each once, with the elements it holds for. */
final class RuleTable {
    private static final String HL7 = "http://hl7.org/fhir/";

    private RuleTable() {}

    /** Whether a rule is this guide's; what FHIR's own definitions say has HL7's source, or none. */
    static boolean isOwn(JsonObject rule) {
        return rule.text("source").filter(source -> !source.startsWith(HL7)).isPresent();
    }

    /** Own rules can be linked to by their key. */
    static Table own(String caption, List<JsonObject> elements) {
        return of(caption, elements, RuleTable::isOwn, true);
    }

    static Table inherited(String caption, List<JsonObject> elements) {
        return of(caption, elements, rule -> !isOwn(rule), false);
    }

    private static Table of(String caption, List<JsonObject> elements, Predicate<JsonObject> chosen, boolean anchored) {
        Map<String, JsonObject> rules = new LinkedHashMap<>();
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (JsonObject element : elements) {
            Words.objects(element, "constraint").stream().filter(chosen).forEach(rule -> {
                String key = Words.of(rule, "key");
                rules.putIfAbsent(key, rule);
                places.computeIfAbsent(key, none -> new ArrayList<>()).add(Words.of(element, "id"));
            });
        }
        Table table = new Table(caption, "Rule", "If broken", "In words", "Holds for", "Expression");
        rules.forEach((key, rule) -> table.row(
                anchored ? Html.element("code", key).with("id", key) : Html.element("code", key),
                Html.text(Words.of(rule, "severity")),
                Html.text(Words.of(rule, "human")),
                holdsFor(places.getOrDefault(key, List.of())),
                Html.element("code", Words.of(rule, "expression")).with("class", "expression")));
        return table;
    }

    private static Html holdsFor(List<String> places) {
        return places.size() == 1
                ? ElementTable.path(places.getFirst())
                : Html.several(
                        ElementTable.path(places.getFirst()), Html.text(" and " + (places.size() - 1) + " more"));
    }
}
