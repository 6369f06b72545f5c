package org.dripline.demo;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.dripline.document.JsonObject;
import org.dripline.engine.store.Write;

/** The bundles of the demo as updates by id, for tests that need no HTTP. */
final class DemoWrites {
    private DemoWrites() {}

    static List<Write> of(JsonObject bundle) {
        return resources(bundle)
                .map(resource -> (Write) new Write.Update(
                        resource.resourceType(),
                        resource.text("id").orElseThrow(),
                        resource,
                        OptionalLong.empty(),
                        List.of()))
                .toList();
    }

    static Stream<JsonObject> resources(JsonObject bundle) {
        return bundle.items("entry").stream()
                .map(JsonObject.class::cast)
                .map(entry -> entry.object("resource").orElseThrow());
    }
}
