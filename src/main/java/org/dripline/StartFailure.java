package org.dripline;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dripline.engine.store.DatabaseServer;
import org.dripline.engine.store.DatabaseUnusable;
import org.dripline.outcome.Refusal;
import org.dripline.profile.ProfileUnusable;
import org.h2.mvstore.MVStoreException;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.util.unit.DataSize;

/** Says in one line why the server did not start, where the operator can mend it. */
final class StartFailure {
    private StartFailure() {}

    /** The line, or empty for what looks like a defect of ours. */
    static Optional<String> explain(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
        // What we refused ourselves says it best, however it was wrapped.
        return causes.stream()
                .filter(StartRefused.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst()
                .or(() -> causes.stream()
                        .map(StartFailure::line)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<String> line(Throwable cause) {
        return switch (cause) {
            case PortInUseException taken ->
                Optional.of("Port " + taken.getPort()
                        + " is taken; stop the other program, or choose another port with dripline.port"
                        + " (make run PORT=...).");
            case ConnectorStartFailedException closed ->
                Optional.of("Port " + closed.getPort()
                        + " cannot be opened; choose another with dripline.port (make run PORT=...).");
            case ProfileUnusable profile ->
                Optional.of("The file " + profile.file() + " of dripline.profiles-folder " + profile.reason()
                        + "; mend it, or take it out of the folder.");
            case DatabaseUnusable unusable -> Optional.of(line(unusable));
            case Refusal refusal ->
                Optional.of(
                        "The demo was refused: " + refusal.issues().getFirst().text()
                                + " Mend the settings, or start with dripline.demo=no (make run DEMO=no).");
            case SQLException read
            when read.getCause() instanceof MVStoreException ->
                Optional.of("The database is damaged; restore it from a backup, or choose another folder"
                        + " with dripline.data (make run DATA=...).");
            case BindException bind
            when bind.getCause() instanceof ConversionFailedException ->
                Optional.ofNullable(StartRefused.value(bind.getName().toString(), expected(bind))
                        .getMessage());
            default -> Optional.empty();
        };
    }

    private static String line(DatabaseUnusable unusable) {
        String other = unusable.isOnServer()
                ? " choose another with spring.datasource.url (make run DATABASE_URL=...)."
                : " choose another folder with dripline.data (make run DATA=...).";
        String database = "The database " + unusable.database();
        return switch (unusable.reason()) {
            case IN_USE -> "Another process has the database " + unusable.database() + " open; stop it, or" + other;
            case NO_ACCESS -> noAccess(unusable) + other;
            case FOREIGN ->
                database + " is of another version of Dripline, or of another program, and was left as it is; run the"
                        + " version that made it, or" + other;
            case DAMAGED -> database + " is damaged and was left as it is; restore it from a backup, or" + other;
            case UNREACHABLE -> database + " cannot be reached; start its server, or" + other;
            case NO_LOGIN ->
                database + " refuses the user or the password; correct spring.datasource.username and"
                        + " spring.datasource.password (in the environment: DATABASE_USER and DATABASE_PASSWORD).";
            case ABSENT -> database + " is not there; create it, or" + other;
            case TOO_OLD ->
                database + " is on a server older than PostgreSQL " + DatabaseServer.OLDEST + "; upgrade it, or"
                        + other;
            case OTHER_ENCODING -> database + " is not encoded in UTF8; create one that is, or" + other;
            case READ_ONLY -> database + " takes no writes, as a standby does; name its primary, or" + other;
        };
    }

    private static String noAccess(DatabaseUnusable unusable) {
        return unusable.isOnServer()
                ? "The database " + unusable.database() + " does not let its user connect and create schemas; grant"
                        + " CONNECT and CREATE on it, or"
                : "The database " + unusable.database() + " cannot be read and written; change its permissions, or";
    }

    private static String expected(BindException bind) {
        Class<?> type = bind.getTarget().getType().resolve(Object.class);
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(each -> each.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == boolean.class) {
            return "yes or no";
        }
        if (type == int.class) {
            return "a whole number";
        }
        if (type == ZoneId.class) {
            return "a time zone such as UTC or Europe/Berlin";
        }
        return type == DataSize.class ? "a size such as 8MB" : "another kind of value";
    }
}
