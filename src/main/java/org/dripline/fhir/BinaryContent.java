package org.dripline.fhir;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.dripline.document.Base64Text;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.JsonWriter;
import org.dripline.document.Limits;
import org.dripline.engine.store.StoredVersion;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.dripline.profile.BodyFormat;

/**
 * The content of a Binary as it is, beside the resource that holds it in base64 (R4, binary.html#rest): who does not ask
 * for a format of FHIR gets the content, and who sends another type sends the content.
 */
final class BinaryContent {
    static final String TYPE = "Binary";

    /** R4: the reference of {@code securityContext}, relative to the base. */
    private static final String SECURITY_CONTEXT = "X-Security-Context";

    private static final Pattern FHIR = Pattern.compile("application/fhir\\+(json|xml)");

    private static final Pattern MEDIA_TYPE = Pattern.compile("[\\w.+-]+/[\\w.+-]+( *;[ \\w.+=\"-]*)*");

    /** A stored page must not run with the rights of this server's address. */
    private static final Map<String, String> HARMLESS =
            Map.of("X-Content-Type-Options", "nosniff", "Content-Security-Policy", "default-src 'none'; sandbox");

    private BinaryContent() {}

    /** Whether a request is for the content: it reads a Binary or a version of it, and names no format of FHIR. */
    static boolean isAsked(FhirRequest request) {
        boolean read = Set.of("GET", "HEAD").contains(request.method())
                && Set.of(2, 4).contains(request.path().size())
                && request.path().getFirst().equals(TYPE)
                && !request.path().getLast().startsWith("_")
                && !request.path().getLast().startsWith("$");
        return read
                && request.parameters().isEmpty()
                && request.header("Accept")
                        .filter(accept -> FHIR.matcher(accept).find())
                        .isEmpty();
    }

    /** Whether a body of that type is said to be FHIR; {@code application/json} may be anything. */
    static boolean isFhir(String contentType) {
        return FHIR.matcher(contentType.toLowerCase(Locale.ROOT)).find();
    }

    /** The content of a version with its own media type. */
    static Reply reply(StoredVersion version) {
        JsonObject binary = JsonReader.read(version.content(), Limits.OWN);
        byte[] content = binary.text("data").map(BinaryContent::decoded).orElseGet(() -> new byte[0]);
        Map<String, String> headers = new TreeMap<>(HARMLESS);
        binary.object("securityContext")
                .flatMap(context -> context.text("reference"))
                .filter(reference -> reference.chars().allMatch(c -> c > ' ' && c < 127))
                .ifPresent(reference -> headers.put(SECURITY_CONTEXT, reference));
        String contentType = binary.text("contentType")
                .filter(type -> MEDIA_TYPE.matcher(type).matches())
                .orElse("application/octet-stream");
        return Reply.content(content, contentType).with(headers).stamped(version);
    }

    /** What was stored before its base64 was looked at may be none; the resource can be read all the same. */
    private static byte[] decoded(String data) {
        return Base64Text.decode(data)
                .orElseThrow(() -> Refusal.of(
                        406,
                        Issue.error(
                                "not-supported",
                                "binary-content",
                                "The data of this Binary is no base64, so its content cannot be sent. Ask for the"
                                        + " resource with Accept: application/fhir+json.")));
    }

    /** A Binary that holds a body as it was sent. */
    static ResourceBody of(FhirRequest request, byte[] content, Limits limits) {
        // What is stored must be readable again as the resource.
        if (4L * ((content.length + 2) / 3) > limits.maxTextLength()) {
            throw Refusal.tooLarge(
                    "body-size",
                    "The content of a Binary may have at most " + limits.maxTextLength() / 4 * 3 + " bytes.");
        }
        JsonObject binary = JsonObject.EMPTY.with("resourceType", Json.of(TYPE));
        if (request.path().size() == 2) {
            binary = binary.with("id", Json.of(request.path().getLast()));
        }
        binary = binary.with(
                "contentType",
                Json.of(request.header("Content-Type").orElseThrow().strip()));
        Optional<String> context = request.header(SECURITY_CONTEXT);
        if (context.isPresent()) {
            binary = binary.with(
                    "securityContext",
                    JsonObject.EMPTY.with("reference", Json.of(context.get().strip())));
        }
        if (content.length > 0) {
            binary = binary.with("data", Json.of(Base64.getEncoder().encodeToString(content)));
        }
        return new ResourceBody(JsonWriter.bytes(binary), BodyFormat.JSON, binary);
    }
}
