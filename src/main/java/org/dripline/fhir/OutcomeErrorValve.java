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

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        RequestLog log = new RequestLog(
                String.valueOf(request.getMethod()), RequestIds.of(request.getHeader(RequestIds.HEADER)));
        if (response.getHeader(RequestIds.HEADER) == null) {
            response.setHeader(RequestIds.HEADER, log.requestId());
        }
        Reply reply = status < 500 ? Outcomes.reply(refusal(status)) : Outcomes.defect(log.requestId());
        try {
            // A status that was sent as an error suspends the response.
            response.setSuspended(false);
            Answers.send(
                    response,
                    new Reply(status, reply.headers(), reply.json(), null),
                    Negotiation.forErrors(request.getHeader("Accept"), List.of()));
            response.finishResponse();
        } catch (IOException e) {
            // The caller has gone; there is nobody left to tell.
            container.getLogger().debug("An error could not be reported", e);
        }
        if (throwable != null && status >= 500) {
            log.defect(throwable);
        }
        log.done(status);
    }

    private static Refusal refusal(int status) {
        return switch (status) {
            case 400 ->
                Refusal.of(
                        400,
                        Issue.error(
                                "structure",
                                "http-request",
                                "The request line, URL or a header is not well-formed HTTP; percent-encode the URL, and"
                                        + " never a slash."));
            case 404 -> Refusal.notFound("Nothing is served at this path; FHIR is served under /fhir.");
            case 405 ->
                Refusal.of(405, Issue.error("not-supported", "method-not-allowed", "This method is not served here."));
            case 414, 431 ->
                Refusal.of(status, Issue.error("too-long", "header-size", "The URL or a header is too long."));
            default -> Refusal.of(status, Issue.error("processing", "http-request", "The request cannot be served."));
        };
    }
}
