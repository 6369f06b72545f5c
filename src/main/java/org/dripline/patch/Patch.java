package org.dripline.patch;

import java.util.Locale;
import org.dripline.document.Base64Text;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.document.XmlReader;
import org.dripline.outcome.Refusal;

/**
 * A patch that was read and found well formed, for any number of resources. What it does not name stays exactly as it
 * is stored: digits, extensions, narratives. What it makes is for the caller to validate. For one thread at a time.
 */
public final class Patch {
    private final Operations operations;
    private final Limits limits;

    private Patch(Operations operations, Limits limits) {
        this.operations = operations;
        this.limits = limits;
    }

    /**
     * Reads the body of a PATCH; refuses with 400 what is no patch, with 413 what is too large.
     *
     * @param limits for the patch as well as for what it makes
     */
    public static Patch read(PatchFormat format, byte[] body, Limits limits) {
        Operations operations = switch (format) {
            case JSON_PATCH -> JsonPatchReader.read(body, limits);
            case XML_PATCH -> XmlPatchReader.read(body, limits);
            case FHIRPATH_JSON -> FhirPathReader.read(JsonReader.read(body, wrapping(limits)));
            case FHIRPATH_XML -> FhirPathReader.read(XmlReader.read(body, wrapping(limits)));
        };
        return new Patch(operations, limits);
    }

    /**
     * Reads the patch in an entry of a Bundle (R4, http.html#patch): a Parameters resource is a FHIRPath Patch, and a
     * Binary holds a JSON Patch or XML Patch in base64.
     */
    public static Patch ofEntry(JsonObject resource, Limits limits) {
        return switch (resource.resourceType()) {
            case "Parameters" -> new Patch(FhirPathReader.read(resource), limits);
            case "Binary" -> ofBinary(resource, limits);
            default ->
                throw Refusal.malformed(
                        "patch-entry",
                        "An entry with the method PATCH holds a Parameters resource with a FHIRPath Patch, or a Binary"
                                + " with a JSON Patch or XML Patch.");
        };
    }

    private static Patch ofBinary(JsonObject binary, Limits limits) {
        String type = binary.text("contentType").orElse("").split(";", 2)[0].strip();
        PatchFormat format = PatchFormat.find(type.toLowerCase(Locale.ROOT))
                .filter(found -> found == PatchFormat.JSON_PATCH || found == PatchFormat.XML_PATCH)
                .orElseThrow(() -> Refusal.invalid(
                        "patch-entry",
                        "The contentType of a Binary that holds a patch is " + PatchFormat.JSON_PATCH.mediaType()
                                + " or " + PatchFormat.XML_PATCH.mediaType() + "."));
        byte[] data = binary.text("data")
                .flatMap(Base64Text::decode)
                .orElseThrow(() -> Refusal.invalid(
                        "patch-entry", "The data of a Binary that holds a patch is that patch in base64."));
        return read(format, data, limits);
    }

    /** A Parameters resource wraps each level of a value that is made of parts into an array and an object. */
    private static Limits wrapping(Limits limits) {
        return limits.deeper(limits.maxDepth() + 8);
    }

    /**
     * The resource with the patch applied, all of it or none.
     *
     * <p>{@code meta.versionId} and {@code meta.lastUpdated} stay as they are stored, since the server sets them; what
     * is left without content is left out.
     *
     * @throws Refusal with 422 when an operation cannot be applied, a test fails, or the result has another type or id
     */
    public JsonObject apply(JsonObject stored) {
        Work work = new Work(limits);
        return PostImage.of(operations.apply(stored, work), stored, work);
    }
}
