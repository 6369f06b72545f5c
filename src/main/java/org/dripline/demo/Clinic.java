package org.dripline.demo;

import static org.dripline.demo.Body.reference;

import org.dripline.document.JsonObject;

/** The clinic, its rooms and who works there; and the practice that refers to it. */
final class Clinic {
    static final String ORGANIZATION = "Organization/demo-clinic";
    static final String INFUSION_ROOM = "Location/demo-infusion-room";
    static final String NASAL_ROOM = "Location/demo-nasal-room";
    static final String PHYSICIAN = "Practitioner/demo-physician";
    static final String NURSE = "Practitioner/demo-nurse";
    static final String REFERRER = "Practitioner/demo-referrer";

    private Clinic() {}

    static JsonObject bundle() {
        Transaction entries = new Transaction();
        entries.put(Body.resource("Organization", "demo-clinic").text("name", "Demo Infusion Clinic"));
        entries.put(room("demo-infusion-room", "Demo infusion room"));
        entries.put(room("demo-nasal-room", "Demo nasal spray room"));
        entries.put(person("demo-physician", "Dr. Demo"));
        entries.put(person("demo-nurse", "Nurse Demo"));
        entries.put(person("demo-referrer", "Dr. Demo-Referrer"));
        entries.put(role("demo-physician-role", PHYSICIAN));
        entries.put(role("demo-nurse-role", NURSE));
        return entries.bundle();
    }

    private static Body room(String id, String name) {
        return Body.resource("Location", id)
                .text("status", "active")
                .text("name", name)
                .reference("managingOrganization", ORGANIZATION);
    }

    private static Body person(String id, String text) {
        String family = text.substring(text.indexOf(' ') + 1);
        return Body.resource("Practitioner", id)
                .list(
                        "name",
                        new Body().text("text", text).text("family", family).json());
    }

    private static Body role(String id, String practitioner) {
        return Body.resource("PractitionerRole", id)
                .reference("practitioner", practitioner)
                .reference("organization", ORGANIZATION)
                .list("location", reference(INFUSION_ROOM), reference(NASAL_ROOM));
    }
}
