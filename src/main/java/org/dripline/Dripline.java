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

    /** Runs until the process is stopped; ends with 1 and one line when it cannot start. */
    public static void main(String... args) {
        try {
            SpringApplication.run(Dripline.class, args);
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
