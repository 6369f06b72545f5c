package org.dripline.fhir;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the log may tell of one request: its own id, what was asked for, how it ended. No ids of resources, no
 * parameters, no messages of exceptions: these may hold patient data.
 */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.dripline.requests");

    /** Stands for what a request did not have. */
    static final String NONE = "-";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int MAX_CAUSES = 5;

    private final String method;
    private final String requestId;
    private String interaction = NONE;
    private String type = NONE;

    RequestLog(String method, String requestId) {
        // Anything may stand where a method should.
        this.method = METHODS.contains(method) ? method : NONE;
        this.requestId = requestId;
    }

    /** The log of a request that comes in, which goes with it from here on. */
    static RequestLog begin(ServletRequest request, @Nullable String method, @Nullable String sentId) {
        RequestLog log = new RequestLog(String.valueOf(method), RequestIds.of(sentId));
        request.setAttribute(RequestLog.class.getName(), log);
        return log;
    }

    /** The log that goes with a request. */
    static Optional<RequestLog> of(ServletRequest request) {
        return request.getAttribute(RequestLog.class.getName()) instanceof RequestLog log
                ? Optional.of(log)
                : Optional.empty();
    }

    String requestId() {
        return requestId;
    }

    String interaction() {
        return interaction;
    }

    String type() {
        return type;
    }

    void found(Interaction found) {
        interaction = found.code();
        type = found.type().isEmpty() ? NONE : found.type();
    }

    /** The Bundle is a batch, which its body tells only after it was {@linkplain #found found} to be one of these. */
    void foundBatch() {
        interaction = "batch";
    }

    /** Writes the one line of the request. */
    void done(int status, long nanos, long bytes) {
        long tenths = nanos / 100_000;
        String millis = tenths / 10 + "." + tenths % 10;
        LOG.info("{} {} {} {} {} {} ms {} bytes", requestId, method, interaction, type, status, millis, bytes);
    }

    /** Classes and places only. */
    void defect(Throwable defect) {
        StringBuilder trace = new StringBuilder();
        Throwable cause = defect;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            trace.append("\n").append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int j = 0; j < Math.min(frames.length, 40); j++) {
                trace.append("\n    at ").append(frames[j]);
            }
            cause = cause.getCause();
        }
        LOG.error("{} failed:{}", requestId, trace);
    }
}
