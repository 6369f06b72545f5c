package org.dripline;

import java.time.Clock;
import java.time.LocalDate;
import org.dripline.engine.bundle.Transactions;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.store.ResourceStore;
import org.dripline.profile.ProfileValidator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What happens once the server listens: the validator is warmed, the demo loaded if wanted, and a person is told how to
 * begin.
 */
@Component
final class Welcome {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final ServerSettings settings;
    private final Clock clock;
    private final ProfileValidator validator;
    private final DemoLoading demo;

    Welcome(
            ServerSettings settings,
            Clock clock,
            ResourceStore store,
            ResourceSearch search,
            Transactions transactions,
            ProfileValidator validator) {
        this.settings = settings;
        this.clock = clock;
        this.validator = validator;
        this.demo = new DemoLoading(
                store, search, transactions, entries -> (reference, resource) -> validator.accept(resource));
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        validator.warmUp();
        if (settings.demo()) {
            demo.fill(LocalDate.ofInstant(clock.instant(), settings.zone()), System.out, settings.terminal());
        }
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext web
                && web.getWebServer() != null) {
            // Until here a stop ends the process at once, which the store survives; from here on it closes the store.
            web.registerShutdownHook();
            LOG.info(text("http://127.0.0.1:" + web.getWebServer().getPort() + "/fhir"));
        }
    }

    /** Three commands that work as they stand, with the demo and without. */
    static String text(String base) {
        return """
                Dripline is ready at %1$s
                  Try, from the folder of the sources:
                    curl '%1$s/Patient?_count=3&_pretty=true'
                    curl -H 'Content-Type: application/fhir+json' -d @fhir-profiles/examples/visits/golden-visit.json %1$s
                    curl '%1$s/Procedure?code=http://snomed.info/sct|14152002&_sort=-date&_count=3&_pretty=true'
                  Next: README.md; %1$s/metadata for what is served; in a browser, %2$s/clinic/ for the courses,
                  %2$s/ig/ for the profiles;
                  make sql, once it is stopped. Ctrl-C stops the server.""".formatted(base, base.replaceFirst("/fhir$", ""));
    }
}
