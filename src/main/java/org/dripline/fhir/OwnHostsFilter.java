package org.dripline.fhir;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.dripline.outcome.Refusal;

/**
 * What meets a request for something other than FHIR, such as pages and metrics: it gets its id for answer and log, and
 * is answered under the server's own names only.
 */
@SuppressWarnings("serial") // A filter is Serializable by inheritance only.
final class OwnHostsFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1L;

    private final OwnHosts hosts;

    OwnHostsFilter(OwnHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestLog log = RequestLog.begin(request, request.getMethod(), request.getHeader(RequestIds.HEADER));
        response.setHeader(RequestIds.HEADER, log.requestId());
        try {
            hosts.check(request.getServerName());
        } catch (Refusal refusal) {
            request.setAttribute(OutcomeErrorValve.REFUSAL, refusal);
            response.sendError(refusal.status());
            return;
        }
        chain.doFilter(request, response);
    }
}
