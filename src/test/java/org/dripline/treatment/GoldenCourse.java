package org.dripline.treatment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.dripline.demo.DemoData;
import org.dripline.document.JsonObject;
import org.dripline.engine.TestStore;
import org.dripline.engine.store.Write;

/** The documentation's worked example in a store: 80 kg, six infusions of 40 mg in January 2026. */
final class GoldenCourse {
    static final String PATIENT = "demo-golden";
    static final String COURSE = "demo-golden-course";
    private static final LocalDate AFTER = LocalDate.of(2026, 3, 1);

    private GoldenCourse() {}

    static void load(TestStore test) {
        DemoData.bundles(AFTER)
                .filter(bundle -> resources(bundle).stream()
                        .anyMatch(resource -> resource.text("id").orElse("").equals(PATIENT)))
                .forEach(bundle -> test.store.write(
                        TestStore.CLINIC,
                        resources(bundle).stream().map(GoldenCourse::write).toList()));
    }

    private static List<JsonObject> resources(JsonObject bundle) {
        return bundle.items("entry").stream()
                .map(entry -> ((JsonObject) entry).object("resource").orElseThrow())
                .toList();
    }

    private static Write write(JsonObject resource) {
        return new Write.Update(
                resource.resourceType(), resource.text("id").orElseThrow(), resource, OptionalLong.empty(), List.of());
    }

    static CourseSummaries summaries(TestStore test) {
        return new CourseSummaries(test.sql(), test.database()::snapshot, CutOffs.shipped(), ZoneOffset.UTC);
    }

    static CourseSummary summary(TestStore test) {
        return summary(test, Question.DEFAULT);
    }

    static CourseSummary summary(TestStore test, Question question) {
        return summaries(test)
                .ofCourse(TestStore.CLINIC.scope(), COURSE, question)
                .orElseThrow();
    }
}
