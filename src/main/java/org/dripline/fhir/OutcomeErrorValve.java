package org.dripline.fhir;

import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Answers what Tomcat itself refuses, such as a broken URL, with an OperationOutcome instead of a page. Tomcat makes it
 * by name, so it needs no more than it is given.
 */
public final class OutcomeErrorValve extends ErrorReportValve {
    /** Where the servlet leaves its refusal: when a body broke off, Tomcat throws away what was written. */
    static final String REFUSAL = Refusal.class.getName();

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        RequestLog log = RequestLog.of(request)
                .orElseGet(() -> RequestLog.begin(request, request.getMethod(), request.getHeader(RequestIds.HEADER)));
        response.setHeader(RequestIds.HEADER, log.requestId());
        Refusal refusal = request.getAttribute(REFUSAL) instanceof Refusal told ? told : refusal(status);
        Reply reply = status == 500 ? Outcomes.defect(log.requestId()) : Outcomes.reply(refusal);
        try {
            // A status that was sent as an error suspends the response.
            response.setSuspended(false);
            Answers.send(
                    response,
                    new Reply(status, reply.headers(), reply.body(), null, null, null),
                    Negotiation.forErrors(request.getHeader("Accept"), List.of()));
            response.finishResponse();
        } catch (IOException e) {
            // The caller has gone; there is nobody left to tell.
            container.getLogger().debug("An error could not be reported", e);
        }
        // Of a broken request Tomcat has a trace as well; anybody could fill the log with it.
        if (throwable != null && status == 500) {
            log.defect(throwable);
        }
    }

    private static Refusal refusal(int status) {
        return switch (status) {
            case 400 ->
                Refusal.of(
                        400,
                        Issue.error(
                                "structure",
                                "http-request",
                                "The request line, URL, Host or a header is not well-formed HTTP, or longer than 64 KB or 100"
                                        + " headers; percent-encode the URL, and never a slash."));
            case 404 -> Refusal.notFound("Nothing is served at this path; FHIR is served under /fhir.");
            case 405 ->
                Refusal.of(405, Issue.error("not-supported", "method-not-allowed", "This method is not served here."));
            case 417 -> unsupported(417, "Of expectations only 100-continue is met; leave out the header Expect.");
            case 501 ->
                unsupported(
                        501, "This method or Transfer-Encoding is not served; send a Content-Length or chunked alone.");
            case 505 -> unsupported(505, "This version of HTTP is not served; use HTTP/1.1.");
            case 414, 431 ->
                Refusal.of(status, Issue.error("too-long", "header-size", "The URL or a header is too long."));
            default -> Refusal.of(status, Issue.error("processing", "http-request", "The request cannot be served."));
        };
    }

    private static Refusal unsupported(int status, String text) {
        return Refusal.of(status, Issue.error("not-supported", "http-request", text));
    }
}
