package org.dripline.profile;

import java.util.Locale;
import org.dripline.outcome.Severity;
import org.hl7.fhir.utilities.validation.ValidationMessage;

/**
 * One message of the reference validator, not yet judged. Its message may quote the body, so it never leaves this
 * package: see {@link Wording}.
 *
 * @param id the validator's message id, or {@code <definition>#<key>} for an invariant
 * @param location FHIRPath of the culprit, or empty
 * @param line line in the body from 1, or -1
 * @param column column in the body from 1, or -1
 */
record Finding(Severity severity, String id, String type, String location, int line, int column, String message) {

    static Finding of(ValidationMessage message) {
        return new Finding(
                switch (message.getLevel()) {
                    case FATAL -> Severity.FATAL;
                    case ERROR -> Severity.ERROR;
                    case WARNING -> Severity.WARNING;
                    case INFORMATION, NULL -> Severity.INFORMATION;
                },
                id(message),
                message.getType() == null ? "invalid" : message.getType().toCode(),
                message.getLocation() == null ? "" : message.getStrippedLocation(),
                message.getLine(),
                message.getCol(),
                message.getMessage() == null ? "" : message.getMessage());
    }

    /** The validator passes on what terminology said under one id; a unit is told from a code by the text alone. */
    private static String id(ValidationMessage message) {
        String id = message.getMessageId() == null ? "" : message.getMessageId();
        boolean unit = message.getMessage() != null && message.getMessage().startsWith("Error processing unit");
        return unit ? "Terminology_PassThrough_TX_Unit" : id;
    }

    /** What is the same in two runs that differ only in the profiles: messages name the profile that spoke. */
    String key() {
        return id + '@' + location + '@' + message.replaceAll("https?://\\S+", "");
    }

    boolean error() {
        return severity.refuses();
    }

    Finding named(String other) {
        return new Finding(severity, other, type, location, line, column, message);
    }

    Finding at(String path, int pathLine, int pathColumn) {
        return new Finding(severity, id, type, path, pathLine, pathColumn, message);
    }

    /** The key of the broken invariant, such as {@code ki-phq9-total}, or empty. */
    String invariant() {
        int hash = id.lastIndexOf('#');
        return hash < 0 ? "" : id.substring(hash + 1);
    }

    boolean about(String topic) {
        return id.toLowerCase(Locale.ROOT).startsWith(topic);
    }
}
