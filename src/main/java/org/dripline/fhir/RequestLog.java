package org.dripline.fhir;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request. No ids, no parameters, no messages of exceptions: these may hold patient data. */
final class RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("org.dripline.requests");
    private static final int MAX_METHOD_LENGTH = 10;
    private static final int MAX_CAUSES = 5;

    private final String method;
    private final String requestId;
    private final long started = System.nanoTime();
    private String interaction = "-";
    private String type = "-";

    RequestLog(String method, String requestId) {
        this.method = method.substring(0, Math.min(method.length(), MAX_METHOD_LENGTH));
        this.requestId = requestId;
    }

    String requestId() {
        return requestId;
    }

    void found(Interaction found) {
        interaction = found.code();
        type = found.type().isEmpty() ? "-" : found.type();
    }

    void done(int status) {
        long micros = (System.nanoTime() - started) / 1000;
        LOG.info(
                "{} {} {} {} {} {}",
                requestId,
                method,
                interaction,
                type,
                status,
                String.format(Locale.ROOT, "%d.%01d ms", micros / 1000, micros % 1000 / 100));
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
