package org.dripline.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Writes the tree as JSON in UTF-8. Reading it again gives an equal tree: numbers keep their digits. */
public final class JsonWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    /** The letter of a two-character escape, or 0. */
    private static final byte[] ESCAPES = escapes();

    private final boolean pretty;
    private byte[] buffer;
    private int length;

    private JsonWriter(boolean pretty, int capacity) {
        this.pretty = pretty;
        this.buffer = new byte[capacity];
    }

    /** Without any blank. */
    public static byte[] bytes(Json json) {
        return write(json, false);
    }

    /** One member a line, indented by two blanks. */
    public static byte[] pretty(Json json) {
        return write(json, true);
    }

    private static byte[] write(Json json, boolean pretty) {
        JsonWriter writer = new JsonWriter(pretty, 2048);
        writer.value(json, 0);
        return Arrays.copyOf(writer.buffer, writer.length);
    }

    private void value(Json json, int indent) {
        switch (json) {
            case Json.Text text -> text(text.value());
            case Json.Numeral number -> ascii(number.text());
            case Json.Bool bool -> ascii(bool.value() ? "true" : "false");
            case Json.Null none -> ascii("null");
            case Json.Array array -> array(array, indent);
            case JsonObject object -> object(object, indent);
        }
    }

    private void object(JsonObject object, int indent) {
        put('{');
        boolean first = true;
        for (Map.Entry<String, Json> member : object.members().entrySet()) {
            separate(first, indent + 1);
            first = false;
            text(member.getKey());
            put(':');
            if (pretty) {
                put(' ');
            }
            value(member.getValue(), indent + 1);
        }
        close('}', first, indent);
    }

    private void array(Json.Array array, int indent) {
        put('[');
        boolean first = true;
        for (Json item : array.items()) {
            separate(first, indent + 1);
            first = false;
            value(item, indent + 1);
        }
        close(']', first, indent);
    }

    private void separate(boolean first, int indent) {
        if (!first) {
            put(',');
        }
        line(indent);
    }

    private void close(char bracket, boolean empty, int indent) {
        if (!empty) {
            line(indent);
        }
        put(bracket);
    }

    private void line(int indent) {
        if (pretty) {
            put('\n');
            for (int i = 0; i < indent; i++) {
                put(' ');
                put(' ');
            }
        }
    }

    private void text(String text) {
        // No UTF-16 unit takes more than six bytes (an escaped control character).
        reserve(6L * text.length() + 2);
        buffer[length++] = '"';
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                character(unit);
            } else if (unit < 0x800) {
                buffer[length++] = (byte) (0xC0 | (unit >> 6));
                buffer[length++] = continuation(unit);
            } else if (Character.isSurrogate(unit)) {
                surrogates(text, i++);
            } else {
                buffer[length++] = (byte) (0xE0 | (unit >> 12));
                buffer[length++] = continuation(unit >> 6);
                buffer[length++] = continuation(unit);
            }
        }
        buffer[length++] = '"';
    }

    private void character(char unit) {
        byte escape = ESCAPES[unit];
        if (escape == 0) {
            buffer[length++] = (byte) unit;
            return;
        }
        buffer[length++] = '\\';
        buffer[length++] = escape;
        if (escape == 'u') {
            buffer[length++] = '0';
            buffer[length++] = '0';
            buffer[length++] = HEX[unit >> 4];
            buffer[length++] = HEX[unit & 0xF];
        }
    }

    private void surrogates(String text, int at) {
        int point = text.codePointAt(at);
        if (!Character.isSupplementaryCodePoint(point)) {
            throw new IllegalStateException("half a surrogate pair cannot be written");
        }
        buffer[length++] = (byte) (0xF0 | (point >> 18));
        buffer[length++] = continuation(point >> 12);
        buffer[length++] = continuation(point >> 6);
        buffer[length++] = continuation(point);
    }

    /** The six low bits as a byte of UTF-8 that is not the first of its character. */
    private static byte continuation(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    private void ascii(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            buffer[length++] = (byte) text.charAt(i);
        }
    }

    private void put(char character) {
        reserve(1);
        buffer[length++] = (byte) character;
    }

    private void reserve(long more) {
        long needed = length + more;
        if (needed > buffer.length) {
            buffer =
                    Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, 2L * buffer.length)));
        }
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[0x80];
        Arrays.fill(escapes, 0, 0x20, (byte) 'u');
        escapes['\b'] = 'b';
        escapes['\f'] = 'f';
        escapes['\n'] = 'n';
        escapes['\r'] = 'r';
        escapes['\t'] = 't';
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        return escapes;
    }
}
