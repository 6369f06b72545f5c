package org.dripline.patch;

import java.util.ArrayList;
import java.util.List;

/**
 * A FHIRPath Patch in a short notation: {@code add Patient birthDate Date '2000'; delete Patient.name[0]}. The value is
 * a datatype and its JSON, or {@code parts} or {@code resource} and theirs.
 */
final class ShortPatch {
    private static final char KEPT = '\u0001';

    private ShortPatch() {}

    /** As the JSON of a Parameters resource, in which single quotes stand for double ones. */
    static String parameters(String operations) {
        List<String> parameters = new ArrayList<>();
        for (String operation : operations.split(";", -1)) {
            if (!operation.isBlank()) {
                parameters.add("{'name':'operation','part':[" + String.join(",", parts(operation.strip())) + "]}");
            }
        }
        return "{'resourceType':'Parameters','parameter':[" + String.join(",", parameters) + "]}";
    }

    /** A text as a JSON string whose single quotes stay. */
    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace('\'', KEPT) + "'";
    }

    static String json(String text) {
        return text.replace('\'', '"').replace(KEPT, '\'');
    }

    private static List<String> parts(String operation) {
        String type = operation.substring(0, operation.indexOf(' '));
        String rest = operation.substring(type.length() + 1);
        int end = endOfPath(rest);
        List<String> parts = new ArrayList<>();
        parts.add("{'name':'type','valueCode':'" + type + "'}");
        parts.add("{'name':'path','valueString':" + quoted(rest.substring(0, end)) + "}");
        String[] words = rest.substring(end).strip().split(" ", 2);
        switch (type) {
            case "add" -> {
                parts.add("{'name':'name','valueString':'" + words[0] + "'}");
                parts.add(value(words[1]));
            }
            case "insert" -> {
                parts.add("{'name':'index','valueInteger':" + words[0] + "}");
                parts.add(value(words[1]));
            }
            case "replace" -> parts.add(value(String.join(" ", words)));
            case "move" -> {
                parts.add("{'name':'source','valueInteger':" + words[0] + "}");
                parts.add("{'name':'destination','valueInteger':" + words[1] + "}");
            }
            default -> {
                // A deletion has a path only.
            }
        }
        return parts;
    }

    private static String value(String text) {
        String[] words = text.split(" ", 2);
        String member = switch (words[0]) {
            case "parts" -> "part";
            case "resource" -> "resource";
            default -> "value" + words[0];
        };
        return "{'name':'value','" + member + "':" + words[1] + "}";
    }

    /** The first blank outside of brackets. */
    private static int endOfPath(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            depth += unit == '(' ? 1 : unit == ')' ? -1 : 0;
            if (unit == ' ' && depth == 0) {
                return i;
            }
        }
        return text.length();
    }
}
