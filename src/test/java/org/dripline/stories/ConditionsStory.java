package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Requests that hold only under a condition (R4, http.html#concurrency and #cread). */
class ConditionsStory {
    private final Caller caller = new Caller();

    private static String patient(String id) {
        return """
                {"resourceType":"Patient","id":"%s","active":true}""".formatted(id);
    }

    /** "If the version id given in the If-Match header does not match, the server returns a 412". */
    @Test
    void updatesOnlyTheVersionLastSeen() {
        String path = "/Patient/lock-update";
        String body = patient("lock-update");
        caller.put(path, body);

        caller.put(path, body, "If-Match", "W/\"1\"").accepted(200);
        caller.put(path, body, "If-Match", "W/\"1\"").refused(412, "precondition");
        caller.put(path, body, "If-Match", "\"2\"").accepted(200);
        caller.put(path, body, "If-Match", "3").refused(400, "if-match");
        caller.put(path, body, "If-Match", "W/\"x\"").refused(400, "if-match");

        assertThat(caller.get(path).header("ETag")).isEqualTo("W/\"3\"");
    }

    @Test
    void deletesOnlyTheVersionLastSeen() {
        String path = "/Patient/lock-delete";
        caller.put(path, patient("lock-delete"));
        caller.put(path, patient("lock-delete"));

        caller.delete(path, "If-Match", "W/\"1\"").refused(412, "precondition");
        caller.get(path).accepted(200);
        caller.delete(path, "If-Match", "W/\"2\"").accepted(204);
    }

    @Test
    void createsNothingForWhoeverExpectsAVersion() {
        caller.put("/Patient/lock-absent", patient("lock-absent"), "If-Match", "W/\"1\"")
                .refused(412, "precondition");

        caller.get("/Patient/lock-absent").refused(404, "not-found");
    }

    /** A condition that is not honoured must not be passed over (R4, http.html#ccreate). */
    @Test
    void refusesConditionalWritesInsteadOfIgnoringTheCondition() {
        String body = patient("lock-conditional");

        caller.put("/Patient/lock-conditional", body, "If-None-Exist", "identifier=a|b")
                .refused(400, "if-none-exist");
        caller.put("/Patient/lock-conditional", body, "If-None-Match", "*").refused(501, "not-supported");
        caller.post("/Patient", body, "If-Match", "W/\"1\"").refused(400, "if-match");
        caller.post("", Bundles.transaction(Bundles.put("Patient/lock-conditional", body)), "If-Match", "W/\"1\"")
                .refused(400, "if-match");

        caller.get("/Patient/lock-conditional").refused(404, "not-found");
    }

    /** R4, http.html#cread: "304 Not Modified" to whoever has it already. */
    @Test
    void sendsNothingToWhoeverHasItAlready() {
        String path = "/Patient/lock-read";
        Answer created = caller.put(path, patient("lock-read"));
        String modified = created.header("Last-Modified");

        Answer same = caller.get(path, "If-None-Match", "W/\"1\"").accepted(304);
        assertThat(same.header("ETag")).isEqualTo("W/\"1\"");
        caller.get(path, "If-None-Match", "W/\"7\", W/\"1\"").accepted(304);
        caller.get(path, "If-None-Match", "W/\"2\"").accepted(200);
        caller.get(path, "If-Modified-Since", modified).accepted(304);
        caller.get(path, "If-Modified-Since", "Thu, 01 Jan 2015 00:00:00 GMT").accepted(200);
        // RFC 9110, 13.1.3: the tag outranks the date.
        caller.get(path, "If-None-Match", "W/\"2\"", "If-Modified-Since", modified)
                .accepted(200);
    }
}
