package org.dripline.fhir;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** Reads a body up to the limit and not a byte further, decompressing it on the way. */
final class RequestBody {
    private static final int GZIP_BUFFER_BYTES = 8192;

    private RequestBody() {}

    /** All bytes after decompression; 413 as soon as there are more than {@code maxBytes}, 415 for other encodings. */
    static byte[] read(Exchange exchange, int maxBytes) throws IOException {
        String encoding = exchange.request()
                .header("Content-Encoding")
                .orElse("identity")
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "identity" -> plain(exchange, maxBytes);
            case "gzip", "x-gzip" -> unzipped(exchange.body(), maxBytes);
            default ->
                throw Refusal.of(
                        415,
                        Issue.error(
                                "not-supported",
                                "content-encoding",
                                "This Content-Encoding is not read; send gzip or nothing."));
        };
    }

    private static byte[] plain(Exchange exchange, int maxBytes) throws IOException {
        // Said at once when the caller announces it: with Expect: 100-continue nothing is sent at all.
        long announced = exchange.request()
                .header("Content-Length")
                .map(RequestBody::length)
                .orElse(0L);
        if (announced > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return bounded(exchange.body(), maxBytes);
    }

    private static long length(String header) {
        try {
            return Long.parseLong(header);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static byte[] unzipped(InputStream body, int maxBytes) throws IOException {
        try {
            return bounded(new GZIPInputStream(body, GZIP_BUFFER_BYTES), maxBytes);
        } catch (ZipException | EOFException e) {
            throw Refusal.malformed("gzip", "The body is not what its Content-Encoding says: gzip.");
        }
    }

    private static byte[] bounded(InputStream stream, int maxBytes) throws IOException {
        byte[] bytes = stream.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return bytes;
    }

    private static Refusal tooLarge(int maxBytes) {
        return Refusal.tooLarge(
                "body-size", "A body may have at most " + maxBytes + " bytes after decompression; send it in parts.");
    }
}
