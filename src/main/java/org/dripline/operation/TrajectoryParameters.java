package org.dripline.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.treatment.Trajectory;
import org.dripline.treatment.Trajectory.Gap;
import org.dripline.treatment.Trajectory.Series;
import org.dripline.treatment.Trajectory.Value;

/** A trajectory as a Parameters resource: each series in columns of equal length. */
public final class TrajectoryParameters {
    private static final Set<String> SCALES = Set.of("phq9", "gad7", "madrs", "qids", "bdi");

    private TrajectoryParameters() {}

    /**
     * The Parameters resource.
     *
     * @param scales those asked for; all when empty. Vital signs are always told.
     */
    public static JsonObject of(Trajectory trajectory, Set<String> scales) {
        List<Json> parameters = new ArrayList<>();
        trajectory.series().stream()
                .filter(series -> isAsked(series.kind(), scales))
                .forEach(series -> parameters.add(series(series)));
        trajectory.gaps().stream().filter(gap -> isAsked(gap.kind(), scales)).forEach(gap -> parameters.add(gap(gap)));
        return new Part()
                .text("resourceType", "Parameters")
                .list("parameter", parameters)
                .json();
    }

    private static boolean isAsked(String kind, Set<String> scales) {
        return scales.isEmpty() || !SCALES.contains(kind) || scales.contains(kind);
    }

    private static JsonObject series(Series series) {
        List<Json> parts = new ArrayList<>();
        parts.add(text("kind", "valueCode", series.kind()));
        parts.add(text("unit", "valueCode", series.unit()));
        for (Value value : series.values()) {
            parts.add(number("infusion", "valuePositiveInt", String.valueOf(value.infusion())));
        }
        series.values().forEach(value -> parts.add(text("moment", "valueCode", value.moment())));
        series.values().forEach(value -> parts.add(text("time", "valueDateTime", value.time())));
        series.values()
                .forEach(value ->
                        parts.add(number("value", "valueDecimal", value.value().toPlainString())));
        series.values()
                .forEach(value -> parts.add(new Part()
                        .text("name", "source")
                        .reference("valueReference", value.source().versioned())
                        .json()));
        return new Part().text("name", "series").list("part", parts).json();
    }

    private static JsonObject gap(Gap gap) {
        return new Part()
                .text("name", "gap")
                .list(
                        "part",
                        List.of(
                                text("kind", "valueCode", gap.kind()),
                                number("infusion", "valuePositiveInt", String.valueOf(gap.infusion())),
                                text("moment", "valueCode", gap.moment())))
                .json();
    }

    private static JsonObject text(String name, String element, String value) {
        return new Part().text("name", name).text(element, value).json();
    }

    private static JsonObject number(String name, String element, String value) {
        return new Part()
                .text("name", name)
                .put(element, new Json.Numeral(value))
                .json();
    }
}
