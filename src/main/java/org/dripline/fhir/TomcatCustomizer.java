package org.dripline.fhir;

import java.net.InetAddress;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Tomcat as FHIR needs it: URLs with the characters clients really send, room for long searches, errors as
 * OperationOutcome, large refused bodies read to their end so that the caller sees the refusal.
 */
public final class TomcatCustomizer implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private static final String RELAXED = "|^{}[]\\\"<>`";
    private static final int HEADER_BYTES = 64 << 10;
    private static final int SWALLOWED_BYTES = 64 << 20;
    private static final int COMPRESSED_FROM_BYTES = 2048;
    private static final int SILENCE_MILLIS = 20_000;

    private final int port;
    private final InetAddress address;
    private final RequestWatch watch;

    /** @param watch hears of each request */
    public TomcatCustomizer(int port, InetAddress address, RequestWatch watch) {
        this.port = port;
        this.address = address;
        this.watch = watch;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.setPort(port);
        factory.setAddress(address);
        factory.addEngineValves(new RequestLogValve(watch));
        factory.addConnectorCustomizers(TomcatCustomizer::connector);
        factory.addContextCustomizers(TomcatCustomizer::context);
    }

    private static void connector(Connector connector) {
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
            protocol.setRelaxedPathChars(RELAXED);
            protocol.setRelaxedQueryChars(RELAXED);
            protocol.setMaxHttpRequestHeaderSize(HEADER_BYTES);
            protocol.setMaxSwallowSize(SWALLOWED_BYTES);
            // Integrations keep one connection for hours.
            protocol.setMaxKeepAliveRequests(-1);
            protocol.setConnectionTimeout(SILENCE_MILLIS);
            // A body that is refused by its announced length is then never sent.
            protocol.setContinueResponseTiming("onRead");
            protocol.setCompression("on");
            protocol.setCompressionMinSize(COMPRESSED_FROM_BYTES);
            protocol.setCompressibleMimeType(
                    "application/fhir+json,application/fhir+xml,application/json,application/xml,"
                            + "text/html,text/css,text/plain");
        }
        // We never ask Tomcat for parameters; this bounds whoever else might.
        connector.setMaxParameterCount(1000);
        connector.setXpoweredBy(false);
        // Nothing is traced: the request only reaches us, and so our 405 with the true Allow.
        connector.setAllowTrace(true);
    }

    private static void context(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(OutcomeErrorValve.class.getName());
        }
    }
}
