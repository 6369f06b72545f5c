package org.dripline.profile;

import java.util.List;
import org.dripline.document.Base64Text;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;

/** Finds a Binary that does not hold base64: the reference validator lets some pass that nobody could read again. */
final class BinaryFaults {
    private BinaryFaults() {}

    static List<Issue> of(JsonObject resource) {
        if (!resource.resourceType().equals("Binary")) {
            return List.of();
        }
        return resource
                .text("data")
                .filter(data -> Base64Text.decode(data).isEmpty())
                .map(data -> Issue.error(
                                "value",
                                "base64",
                                "This is no base64: groups of four characters of A-Z, a-z, 0-9, + and /, the last one"
                                        + " filled up with =.")
                        .at("Binary.data"))
                .stream()
                .toList();
    }
}
