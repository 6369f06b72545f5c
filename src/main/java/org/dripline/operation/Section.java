package org.dripline.operation;

import java.util.Collection;
import java.util.List;
import org.dripline.document.JsonObject;

/**
 * One section of a document.
 *
 * @param system of its code
 * @param emptyReason of list-empty-reason, told when there are no entries; or the empty string
 */
record Section(
        String system, String code, String title, Narrative narrative, List<String> entries, String emptyReason) {

    static Section of(String code, String title, Narrative narrative, Collection<String> entries, String emptyReason) {
        return new Section(Codes.LOINC, code, title, narrative, List.copyOf(entries), emptyReason);
    }

    static Section of(String code, String title, Narrative narrative, Collection<String> entries) {
        return of(code, title, narrative, entries, "");
    }

    JsonObject json() {
        Part section = new Part()
                .text("title", title)
                .put("code", Part.concept(system, code))
                .put("text", narrative.part())
                .list("entry", entries.stream().map(Part::referenceTo).toList());
        if (entries.isEmpty() && !emptyReason.isEmpty()) {
            section.put("emptyReason", Part.concept(Codes.EMPTY_REASON, emptyReason));
        }
        return section.json();
    }
}
