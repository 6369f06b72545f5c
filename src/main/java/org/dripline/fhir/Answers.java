package org.dripline.fhir;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/** Puts an answer on the wire. */
final class Answers {
    private Answers() {}

    /** Renders first, so that a failure to render can still be answered by something else. */
    static void send(HttpServletResponse response, Reply reply, Negotiation usual) throws IOException {
        Negotiation negotiation = Objects.requireNonNullElse(reply.negotiation(), usual);
        String contentType = Objects.requireNonNullElse(
                reply.contentType(), negotiation.format().contentType());
        byte[] stored = reply.body();
        byte[] body = stored == null || reply.contentType() != null ? stored : Reply.render(stored, negotiation);
        response.setStatus(reply.status());
        reply.headers().forEach(response::setHeader);
        if (body == null) {
            if (reply.status() != 304 && reply.status() != 204) {
                response.setContentLength(0);
            }
            return;
        }
        response.setContentType(contentType);
        response.setContentLength(body.length);
        // For HEAD Tomcat sends the length and keeps the body back.
        response.getOutputStream().write(body);
    }
}
