package org.dripline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dripline.document.JsonObject;
import org.dripline.engine.TestStore;
import org.junit.jupiter.api.Test;

class ShippedResourcesTest {
    private static final JsonObject ONE = TestStore.read("""
            {"resourceType":"ValueSet","id":"one","url":"urn:one","status":"active"}""");
    private static final JsonObject OTHER = TestStore.read("""
            {"resourceType":"ValueSet","id":"other","url":"urn:other","status":"active"}""");

    private static String versions(TestStore test) {
        return List.of("one", "other").stream()
                .map(id -> test.store.read(TestStore.CLINIC, "ValueSet", id).orElseThrow())
                .map(version -> version.version() + (version.deleted() ? " deleted" : ""))
                .toList()
                .toString();
    }

    @Test
    void bringsTheStoreUpToDateAndLeavesWhatIsEqual() {
        try (TestStore test = new TestStore()) {
            test.put("{\"resourceType\":\"Patient\",\"id\":\"p\"}");
            ShippedResources shipped = new ShippedResources(test.store, test.catalog, test.sql());
            shipped.bringUpToDate(List.of(ONE, OTHER));
            shipped.bringUpToDate(List.of(ONE, OTHER));
            assertThat(versions(test)).isEqualTo("[1, 1]");

            // A file was taken out of the operator's folder, and later put back.
            shipped.bringUpToDate(List.of(ONE));
            shipped.bringUpToDate(List.of(ONE));
            assertThat(versions(test)).isEqualTo("[1, 2 deleted]");
            shipped.bringUpToDate(List.of(ONE, OTHER));
            assertThat(versions(test)).isEqualTo("[1, 3]");
            assertThat(test.store
                            .read(TestStore.CLINIC, "Patient", "p")
                            .orElseThrow()
                            .deleted())
                    .as("of a type that clients write")
                    .isFalse();
        }
    }
}
