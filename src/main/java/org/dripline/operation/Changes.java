package org.dripline.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dripline.document.JsonObject;
import org.dripline.treatment.Finding;

/** What differs between a stored summary and the one computed now, figure by figure. */
final class Changes {
    private Changes() {}

    /** Each as {@code Dose of infusion 3: 40 mg → 45 mg}. */
    static List<String> since(JsonObject bundle, List<Finding> now) {
        Map<String, String> before = stored(bundle);
        List<String> changes = new ArrayList<>();
        for (Finding finding : now) {
            String old = before.remove(finding.name());
            if (old == null) {
                changes.add(finding.name() + ": new, " + finding.text());
            } else if (!old.equals(finding.text())) {
                changes.add(finding.name() + ": " + old + " → " + finding.text());
            }
        }
        before.forEach((name, text) -> changes.add(name + ": " + text + " → no longer there"));
        return changes;
    }

    private static Map<String, String> stored(JsonObject bundle) {
        Map<String, String> found = new LinkedHashMap<>();
        objects(bundle, "entry").stream()
                .flatMap(entry -> entry.object("resource").stream())
                .filter(resource -> resource.resourceType().equals("Composition"))
                .flatMap(composition -> objects(composition, "extension").stream())
                .filter(extension -> extension.text("url").orElse("").equals(Figures.URL))
                .forEach(figure -> part(figure, "name")
                        .ifPresent(name -> found.put(name, part(figure, "text").orElse(""))));
        return found;
    }

    private static Optional<String> part(JsonObject figure, String name) {
        return objects(figure, "extension").stream()
                .filter(part -> part.text("url").orElse("").equals(name))
                .flatMap(part -> part.text("valueString").stream())
                .findFirst();
    }

    private static List<JsonObject> objects(JsonObject owner, String name) {
        return owner.items(name).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }
}
