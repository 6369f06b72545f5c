package org.dripline.stories;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP as bytes on a socket, for what a client library is too polite to send. */
final class RawHttp {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)");
    private static final byte[] HEAD_END = ascii("\r\n\r\n");

    private RawHttp() {}

    /** What came back: status (0 for a connection closed without a word), head and body. */
    record Answer(int status, String head, String body) {}

    /** A request with a Host and, when there is a body, its length. */
    static byte[] request(String method, String target, String headers, byte[] body) {
        String length = body.length == 0 && method.equals("GET") ? "" : "Content-Length: " + body.length + "\r\n";
        return join(
                ascii(method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + length + "\r\n"), body);
    }

    static byte[] get(String target) {
        return request("GET", target, "", new byte[0]);
    }

    static byte[] post(String target, String contentType, byte[] body) {
        return request("POST", target, "Content-Type: " + contentType + "\r\n", body);
    }

    /** Sends the parts, though the server may close early, and reads one answer. */
    static Answer send(int port, byte[]... parts) {
        try (Socket socket = open(port)) {
            try {
                OutputStream out = socket.getOutputStream();
                for (byte[] part : parts) {
                    out.write(part);
                }
                out.flush();
            } catch (IOException refusedEarly) {
                // The answer may be there all the same.
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Socket open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            bytes.write(buffer, 0, count);
            Answer answer = parse(bytes.toByteArray());
            if (answer != null && answer.status() != 100) {
                return answer;
            }
        }
        Answer rest = parse(join(bytes.toByteArray(), HEAD_END));
        return rest == null ? new Answer(0, "", "") : rest;
    }

    /** The answer if its head and as much as it announces are there. */
    private static @org.jspecify.annotations.Nullable Answer parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String all = text.startsWith("HTTP/1.1 100") ? text.substring(text.indexOf("\r\n\r\n") + 4) : text;
        int end = all.indexOf("\r\n\r\n");
        if (end < 0 || !all.startsWith("HTTP/1.")) {
            return null;
        }
        String head = all.substring(0, end);
        Matcher length = LENGTH.matcher(head);
        int size = length.find() ? Integer.parseInt(length.group(1)) : 0;
        if (all.length() < end + 4 + size) {
            return null;
        }
        byte[] body = all.substring(end + 4, end + 4 + size).getBytes(StandardCharsets.ISO_8859_1);
        return new Answer(Integer.parseInt(head.substring(9, 12)), head, new String(body, StandardCharsets.UTF_8));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] join(byte[] first, byte[] second) {
        byte[] all = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
