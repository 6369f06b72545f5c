package org.dripline.fhir;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.AccessLog;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Logs and counts each request once, after its answer was sent: those of the servlet, and those that Tomcat refuses by
 * itself, however early.
 */
public final class RequestLogValve extends ValveBase implements AccessLog {
    /** An attribute of requests that would bury the others, such as those of a probe that comes every few seconds. */
    public static final String UNLOGGED = RequestLogValve.class.getName() + ".unlogged";

    private final RequestWatch watch;

    RequestLogValve(RequestWatch watch) {
        super(true);
        this.watch = watch;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
    }

    @Override
    public void log(Request request, Response response, long nanos) {
        if (request.getAttribute(UNLOGGED) != null) {
            return;
        }
        RequestLog log = RequestLog.of(request)
                .orElseGet(() -> new RequestLog(
                        String.valueOf(request.getMethod()), RequestIds.of(response.getHeader(RequestIds.HEADER))));
        int status = response.getStatus();
        log.done(status, nanos, response.getBytesWritten(false));
        watch.answered(log.interaction(), log.type(), status, nanos);
    }

    @Override
    public void setRequestAttributesEnabled(boolean enabled) {
        // Addresses are not logged.
    }

    @Override
    public boolean getRequestAttributesEnabled() {
        return false;
    }
}
