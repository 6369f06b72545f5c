package org.dripline.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.dripline.access.Access;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.QueryText;
import org.dripline.outcome.Refusal;

/**
 * Where every FHIR request comes in. It is routed before HAPI sees it: by the time HAPI's first hook fires
 * ({@code SERVER_INCOMING_REQUEST_PRE_PROCESSED}) HAPI has read a whole form body without a limit and has failed on a
 * wrong percent-encoding. HAPI answers only {@code metadata}.
 */
@SuppressWarnings("serial") // A servlet is Serializable by inheritance only.
final class FhirServlet extends RestfulServer {
    @Serial
    private static final long serialVersionUID = 1L;

    /** No sign-in yet, so everybody who reaches this loopback port is the clinic. */
    private static final Access EVERYBODY = Access.ofClinic("local");

    private final Router router;
    private final ResourceEndpoint endpoint;
    private final OwnHosts hosts;

    FhirServlet(FhirContext context, Router router, ResourceEndpoint endpoint, OwnHosts hosts) {
        super(context);
        this.hosts = hosts;
        this.router = router;
        this.endpoint = endpoint;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        RequestLog log = RequestLog.begin(request, request.getMethod(), request.getHeader(RequestIds.HEADER));
        response.setHeader(RequestIds.HEADER, log.requestId());
        answer(request, response, log);
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, RequestLog log)
            throws ServletException, IOException {
        List<Parameter> parameters = List.of();
        try {
            hosts.check(request.getServerName());
            String query = request.getQueryString();
            parameters = query == null
                    ? parameters
                    : QueryText.parse(query, endpoint.limits().parameters());
            FhirRequest asked = asked(request, parameters);
            Negotiation negotiation = Negotiation.of(asked);
            Interaction interaction = router.route(asked);
            log.found(interaction);
            if (interaction instanceof Interaction.Capabilities) {
                handleRequest(RequestTypeEnum.GET, request, response);
                return;
            }
            Exchange exchange = new Exchange(
                    asked,
                    negotiation,
                    EVERYBODY,
                    new TimedBody(request.getInputStream(), InstantSource.system()),
                    log);
            Answers.send(response, endpoint.answer(exchange, interaction), negotiation);
        } catch (Refusal refusal) {
            request.setAttribute(OutcomeErrorValve.REFUSAL, refusal);
            Negotiation negotiation = Negotiation.forErrors(request.getHeader("Accept"), parameters);
            Answers.send(response, Outcomes.reply(refusal), negotiation);
        } catch (RuntimeException | StackOverflowError defect) {
            log.defect(defect);
            Negotiation negotiation = Negotiation.forErrors(request.getHeader("Accept"), parameters);
            Answers.send(response, Outcomes.defect(log.requestId()), negotiation);
        }
    }

    private static FhirRequest asked(HttpServletRequest request, List<Parameter> parameters) {
        // Not getServletPath: Tomcat decodes and normalises that one, and we want what was sent.
        String path = request.getRequestURI();
        String prefix = request.getContextPath() + request.getServletPath();
        if (!path.startsWith(prefix)) {
            throw Refusal.notFound("Nothing is served at this path.");
        }
        List<String> segments = FhirRequest.segments(path.substring(prefix.length()));
        return new FhirRequest(request.getMethod(), base(request, prefix), segments, parameters, request::getHeader);
    }

    /** As the caller wrote it, so that links lead back the same way, through a tunnel too. */
    private static String base(HttpServletRequest request, String prefix) {
        String scheme = request.getScheme().toLowerCase(Locale.ROOT);
        int port = request.getServerPort();
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + request.getServerName() + (usual ? "" : ":" + port) + prefix;
    }

    @Override
    protected void addRequestIdToResponse(ServletRequestDetails details, String requestId) {
        // Ours is there already.
    }

    @Override
    public void addHeadersToResponse(HttpServletResponse response) {
        // HAPI would tell its name and version.
    }
}
