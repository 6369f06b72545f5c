package org.dripline.document;

import java.util.List;
import java.util.stream.Stream;

/** What a CarePlan says in words. */
public final class PlanTexts {
    private PlanTexts() {}

    /** Its description, the description of each activity, and its notes; empty when it says nothing. */
    public static List<String> of(JsonObject carePlan) {
        Stream<String> activities = objects(carePlan, "activity")
                .flatMap(activity -> activity.object("detail").stream())
                .flatMap(detail -> detail.text("description").stream());
        Stream<String> notes = objects(carePlan, "note").flatMap(note -> note.text("text").stream());
        return Stream.of(carePlan.text("description").stream(), activities, notes)
                .flatMap(each -> each)
                .filter(text -> !text.isBlank())
                .toList();
    }

    private static Stream<JsonObject> objects(JsonObject parent, String name) {
        return parent.items(name).stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }
}
