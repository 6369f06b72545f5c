package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** One line for each request, with nothing in it that tells of a patient. */
class RequestLogStory {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TOOK = " [0-9]+\\.[0-9] ms ";

    private final RunningServer server = RunningServer.get();
    private final Logger logger = (Logger) LoggerFactory.getLogger("org.dripline.requests");
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage());
        }
    };

    @BeforeEach
    void listen() {
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(appender);
        logger.setLevel(null);
        logger.setAdditive(true);
    }

    /** The lines of everything so far: a last request marks the end, since each is logged after its answer. */
    private List<String> logged() throws InterruptedException {
        List<String> all = new ArrayList<>();
        server.get("/metadata", "X-Request-Id", "the-end");
        while (true) {
            String line = lines.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(line).as("a line after " + all).isNotNull();
            if (line.startsWith("the-end ")) {
                return all;
            }
            all.add(line);
        }
    }

    @Test
    void tellsWhatWasAskedForHowItEndedHowLongItTookAndHowMuchWentOut() throws Exception {
        int length = server.get("/Patient?family=Loggedroe&_count=1", "X-Request-Id", "order-17.a_B")
                .body()
                .length;
        assertThat(logged())
                .singleElement()
                .asString()
                .matches("order-17\\.a_B GET search Patient 200" + TOOK + length + " bytes");
    }

    /** FHIR's own names (R4, valueset-system-restful-interaction), and an operation's as the URL has it. */
    @Test
    void tellsABatchFromATransaction() throws Exception {
        for (String type : List.of("batch", "transaction")) {
            server.sendJson("POST", "", "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\"}");
        }
        server.get("/Patient/nobody/$explain-match?query=family%3Dx");
        assertThat(logged().stream().map(line -> line.replaceAll("^\\S+ \\S+ (\\S+) .*", "$1")))
                .containsExactly("batch", "transaction", "explain-match");
    }

    @Test
    void tellsNothingOfAPatient() throws Exception {
        String body = "{\"resourceType\":\"Patient\",\"id\":\"logged-jane-roe\",\"gender\":\"loggedroe\"}";
        server.sendJson("PUT", "/Patient/logged-jane-roe", body);
        server.get("/Patient/logged-jane-roe/_history/7");
        server.get("/Patient?loggedroe=1&family=Loggedroe");
        server.get("/Loggedroe/logged-jane-roe");
        server.send("LOGGEDROE", "/Patient/logged-jane-roe", new byte[0]);
        RawHttp.send(server.port(), RawHttp.get("/fhir/Patient?family=%zz-loggedroe"));
        RawHttp.send(server.port(), RawHttp.ascii("GET /fhir/Patient?loggedroe HTTP/9.9\r\n\r\n"));
        RawHttp.send(server.port(), RawHttp.get("/loggedroe"));
        assertThat(logged())
                .hasSize(8)
                .allMatch(line ->
                        line.matches("[0-9a-f]{16} [A-Z-]+ [a-z-]+ [A-Za-z-]+ [0-9]{3}" + TOOK + "[0-9]+ bytes"))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("roe"));
    }

    /** What Tomcat refuses by itself was never a FHIR request, and has a line with the id that it was answered with. */
    @Test
    void countsWhatNeverReachedFhir() throws Exception {
        RawHttp.Answer answer = RawHttp.send(server.port(), RawHttp.get("/elsewhere"));
        assertThat(logged())
                .singleElement()
                .satisfies(line ->
                        assertThat(answer.head()).contains("X-Request-Id: " + line.substring(0, line.indexOf(' '))));
    }

    /** Pages are no FHIR either; the caller's own id stands in the answer and in the line. */
    @Test
    void tellsOfThePagesOfTheGuide() throws Exception {
        RawHttp.Answer answer = RawHttp.send(
                server.port(),
                RawHttp.ascii(
                        "GET /ig/no-loggedroe.html HTTP/1.1\r\nHost: localhost\r\nX-Request-Id: page-17\r\n\r\n"));
        assertThat(answer.head()).contains("X-Request-Id: page-17");
        assertThat(logged()).singleElement().asString().matches("page-17 GET - - 404" + TOOK + "[0-9]+ bytes");
    }

    @Test
    void leavesOutTheProbes() throws Exception {
        RawHttp.send(server.port(), RawHttp.get("/actuator/health"));
        RawHttp.send(server.port(), RawHttp.get("/actuator/prometheus"));
        assertThat(logged()).isEmpty();
    }
}
