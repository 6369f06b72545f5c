package org.dripline.fhir;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/**
 * The host names this server answers to. While there is no sign-in, a web page whose name an attacker points at the
 * loopback address would otherwise read everything from the browser of whoever opens it.
 */
public record OwnHosts(Set<String> names) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    public OwnHosts {
        names = Set.copyOf(names);
    }

    /** The loopback names, and the host of the URL under which others know the server. */
    public static OwnHosts of(String base) {
        Set<String> names = new HashSet<>(LOOPBACK);
        String host = URI.create(base).getHost();
        if (host != null) {
            names.add(host.toLowerCase(Locale.ROOT));
        }
        return new OwnHosts(names);
    }

    /** Refuses a request that was sent to another name. */
    void check(String host) {
        if (!names.contains(host.toLowerCase(Locale.ROOT))) {
            throw Refusal.of(
                    421,
                    Issue.error(
                            "security",
                            "host-unknown",
                            "This server does not answer under that host name; use localhost, or set dripline.base to"
                                    + " the URL under which it is reached."));
        }
    }
}
