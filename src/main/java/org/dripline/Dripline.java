package org.dripline;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication(proxyBeanMethods = false)
public class Dripline {
    private static final Logger LOG = LoggerFactory.getLogger(Dripline.class);

    /** Runs until the process is stopped; ends with 1 and one line when it cannot start. Or carries out a command. */
    public static void main(String... args) {
        if (DataCommand.isOne(args)) {
            System.exit(DataCommand.run(System.out, System.err, args));
        }
        SpringApplication server = new SpringApplication(Dripline.class);
        // Closing waits for a start to end, or closes the database under it. Welcome registers the hook, in time.
        server.setRegisterShutdownHook(false);
        try {
            server.run(args);
        } catch (RuntimeException failure) {
            Optional<String> line = StartFailure.explain(failure);
            if (line.isPresent()) {
                LOG.error("Not started. {}", line.get());
            } else {
                LOG.error("Not started, by a defect of Dripline.", failure);
            }
            System.exit(1);
        }
    }
}
