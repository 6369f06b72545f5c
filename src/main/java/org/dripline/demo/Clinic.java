package org.dripline.demo;

import org.dripline.document.JsonObject;

/** The clinic and its physician. */
final class Clinic {
    static final String ORGANIZATION = "Organization/demo-clinic";
    static final String PHYSICIAN = "Practitioner/demo-physician";

    private Clinic() {}

    static JsonObject bundle() {
        Transaction entries = new Transaction();
        entries.put(Body.resource("Organization", "demo-clinic").text("name", "Demo Infusion Clinic"));
        entries.put(Body.resource("Practitioner", "demo-physician")
                .list(
                        "name",
                        new Body()
                                .text("family", "Demo")
                                .text("text", "Dr. Demo")
                                .json()));
        return entries.bundle();
    }
}
