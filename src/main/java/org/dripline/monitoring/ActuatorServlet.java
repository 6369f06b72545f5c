package org.dripline.monitoring;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.dripline.fhir.RequestLogValve;

/**
 * Health and metrics, under the paths and with the answers of Spring Boot's actuator. That one serves HTTP through
 * Spring MVC, which nothing else here needs. Tells a stranger no more than up or down.
 */
@SuppressWarnings("serial") // A servlet is Serializable by inheritance only.
final class ActuatorServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Health health;
    private final Metrics metrics;

    ActuatorServlet(Health health, Metrics metrics) {
        this.health = health;
        this.metrics = metrics;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (Objects.requireNonNullElse(request.getPathInfo(), "")) {
            case "/health" -> send(request, response, health.whole());
            case "/health/liveness" -> send(request, response, health.liveness());
            case "/health/readiness" -> send(request, response, health.readiness());
            case "/prometheus" -> send(request, response, 200, PROMETHEUS_TEXT, metrics.text());
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, Health.State state)
            throws IOException {
        int status = state == Health.State.UP ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        send(request, response, status, "application/json", "{\"status\":\"" + state + "\"}");
    }

    private static void send(
            HttpServletRequest request, HttpServletResponse response, int status, String contentType, String text)
            throws IOException {
        request.setAttribute(RequestLogValve.UNLOGGED, true);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(contentType);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
