package org.dripline.operation;

import java.util.ArrayList;
import java.util.List;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.treatment.Finding;

/** Every derived figure with its work, as our extension summary-figure. */
final class Figures {
    static final String URL = Codes.PROFILE + "summary-figure";

    private Figures() {}

    static List<JsonObject> of(List<Finding> findings, Records records) {
        return findings.stream().map(finding -> figure(finding, records)).toList();
    }

    private static JsonObject figure(Finding finding, Records records) {
        List<Json> parts = new ArrayList<>();
        parts.add(text("name", finding.name()));
        parts.add(text("text", finding.text()));
        finding.value()
                .ifPresent(value -> parts.add(new Part()
                        .text("url", "value")
                        .put("valueQuantity", Part.quantity(value.toPlainString(), finding.unit()))
                        .json()));
        parts.add(text("formula", finding.work().formula()));
        if (!finding.work().cutOff().isEmpty()) {
            parts.add(text("cutOff", finding.work().cutOff()));
            parts.add(text("configuration", finding.work().configuration()));
        }
        finding.work().inputs().stream()
                .filter(input -> records.has(input.reference()))
                .forEach(input -> parts.add(new Part()
                        .text("url", "input")
                        .reference("valueReference", input.versioned())
                        .json()));
        // R4 wants extensions of an extension before its url.
        return new Part().list("extension", parts).text("url", URL).json();
    }

    private static JsonObject text(String url, String value) {
        return new Part().text("url", url).text("valueString", value).json();
    }
}
