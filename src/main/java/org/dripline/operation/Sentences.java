package org.dripline.operation;

import java.util.Optional;
import org.dripline.treatment.Point;
import org.dripline.treatment.ScaleCourse;

/** Sentences that more than one section says. */
final class Sentences {
    private Sentences() {}

    /** The answer to "did it work and by how much", with its definitions. */
    static String response(ScaleCourse scale) {
        String name = scale.scale().name();
        StringBuilder said = new StringBuilder(name).append(": ");
        Optional<Point> last = scale.last().or(scale::latest);
        if (last.isPresent() && scale.baseline().isPresent()) {
            said.append(scale.baseline().get().total().toPlainString())
                    .append(" to ")
                    .append(last.get().total().toPlainString())
                    .append(" on ")
                    .append(last.get().day())
                    .append(" (")
                    .append(last.get().percentChange().text())
                    .append("). ");
        }
        said.append("Response: ").append(scale.response().text());
        scale.firstResponse()
                .ifPresent(first -> said.append(", first on ")
                        .append(first.day())
                        .append(", ")
                        .append(scale.daysToResponse().text())
                        .append(" after the first session")
                        .append(first.afterInfusion()
                                .map(number -> " and after infusion " + number)
                                .orElse("")));
        said.append(". Remission: ").append(scale.remission().text());
        scale.firstRemission().ifPresent(first -> said.append(", first on ").append(first.day()));
        said.append(". Sustained: ").append(scale.sustained().text());
        said.append(". Definitions: ")
                .append(scale.responseText())
                .append("; ")
                .append(scale.remission().work().cutOff());
        return said.append('.').toString();
    }
}
