package org.dripline.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** Answers HAPI's own exceptions in our words: theirs quote the request. */
@Interceptor
public final class HapiFailures {

    /** Answers, and tells HAPI that nothing is left to be done. */
    @Hook(Pointcut.SERVER_HANDLE_EXCEPTION)
    public boolean answer(
            BaseServerResponseException exception, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Negotiation negotiation = Negotiation.forErrors(request.getHeader("Accept"), List.of());
        Answers.send(response, reply(exception, request), negotiation);
        return false;
    }

    private static Reply reply(BaseServerResponseException exception, HttpServletRequest request) {
        if (exception.getCause() instanceof Refusal refusal) {
            return Outcomes.reply(refusal);
        }
        if (exception.getStatusCode() < 500) {
            return Outcomes.reply(Refusal.of(
                    exception.getStatusCode(),
                    Issue.error("processing", "operation-refused", "The request does not fit the operation.")));
        }
        RequestLog log = RequestLog.of(request).orElseThrow();
        log.defect(exception);
        return Outcomes.defect(log.requestId());
    }
}
