package org.dripline;

import java.sql.SQLException;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one line why the server did not start, where the operator can mend it. */
final class StartFailure {
    /** H2: the database may be in use by another process. */
    private static final int H2_IN_USE = 90020;

    private StartFailure() {}

    /** The line, or empty for what looks like a defect of ours. */
    static Optional<String> explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> line = line(cause);
            if (line.isPresent()) {
                return line;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> line(Throwable cause) {
        return switch (cause) {
            case StartRefused refused -> Optional.of(String.valueOf(refused.getMessage()));
            case PortInUseException taken ->
                Optional.of("Port " + taken.getPort() + " is taken; stop the other program or set dripline.port.");
            case SQLException sql
            when sql.getErrorCode() == H2_IN_USE ->
                Optional.of("Another process has the database open; stop it or set dripline.data to another folder.");
            case UnboundConfigurationPropertiesException unknown ->
                Optional.of("These settings are unknown: "
                        + unknown.getUnboundProperties().stream()
                                .map(property -> property.getName().toString())
                                .sorted()
                                .toList());
            case BindException bind
            when !(bind.getCause() instanceof UnboundConfigurationPropertiesException)
                    && !(bind.getCause() instanceof ConfigurationPropertiesBindException) ->
                Optional.of("The setting " + bind.getName() + " has a value that cannot be used.");
            default -> Optional.empty();
        };
    }
}
