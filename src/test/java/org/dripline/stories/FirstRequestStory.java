package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.dripline.document.DocumentMeta;
import org.dripline.engine.TestStore;
import org.junit.jupiter.api.Test;

/** What everybody does first: send a resource, read it back, find it. */
class FirstRequestStory {
    private static final String PATIENT = """
            {"resourceType":"Patient","id":"first","name":[{"family":"Sample"}],"birthDate":"1980-01-01"}""";

    private final RunningServer server = RunningServer.get();

    @Test
    void sendsReadsAndFindsAPatient() {
        var written = server.sendJson("PUT", "/Patient/first", PATIENT);
        assertThat(written.statusCode()).isIn(200, 201);
        var read = server.get("/Patient/first");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(DocumentMeta.withoutServerFields(RunningServer.json(read)))
                .isEqualTo(DocumentMeta.withoutServerFields(TestStore.read(PATIENT)));
        assertThat(RunningServer.text(server.get("/Patient?birthdate=1980&_id=first")))
                .contains("\"family\":\"Sample\"");
    }
}
