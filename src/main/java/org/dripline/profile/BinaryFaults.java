package org.dripline.profile;

import java.util.Base64;
import java.util.List;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;

/** Finds a Binary that does not hold base64: the reference validator lets some pass that nobody could read again. */
final class BinaryFaults {
    private BinaryFaults() {}

    static List<Issue> of(JsonObject resource) {
        if (!resource.resourceType().equals("Binary")) {
            return List.of();
        }
        // White space may stand between the groups (R4, datatypes.html#base64Binary).
        return resource
                .text("data")
                .map(data -> data.replaceAll("[ \\t\\r\\n]+", ""))
                .filter(data -> !isBase64(data))
                .map(data -> Issue.error(
                                "value",
                                "base64",
                                "This is no base64: groups of four characters of A-Z, a-z, 0-9, + and /, the last one"
                                        + " filled up with =.")
                        .at("Binary.data"))
                .stream()
                .toList();
    }

    private static boolean isBase64(String data) {
        try {
            return data.length() % 4 == 0 && Base64.getDecoder().decode(data).length > 0;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }
}
