package org.dripline.durability;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dripline.document.JsonWriter;
import org.dripline.stories.RunningServer;

/**
 * Writes over HTTP, one to five resources at once, and does what a 503 asks for: repeats it until it succeeds, by id or
 * under the condition that it is not yet there.
 */
final class HttpWriter {
    private static final int MOST_RESOURCES = 5;
    private static final int SHARED_RESOURCES = 20;
    private static final int PAUSE_MILLIS = 20;
    private static final Pattern LOCATION = Pattern.compile("Procedure/([^/\"]+)/_history/(\\d+)");

    private final RunningServer server;
    private final Told told;
    private final String name;
    private final Random random = new Random();

    /** @param name that of no other writer to the same database */
    HttpWriter(RunningServer server, Told told, String name) {
        this.server = server;
        this.told = told;
        this.name = name;
    }

    void writeUntil(BooleanSupplier over) throws InterruptedException {
        for (int count = 0; !over.getAsBoolean(); count++) {
            String token = name + "-" + count;
            int size = 1 + random.nextInt(MOST_RESOURCES);
            if (random.nextBoolean()) {
                update(token, size);
            } else {
                create(token, size);
            }
        }
    }

    /** Updates, or makes under given ids; each attempt has marks of its own, so that it is seen which were stored. */
    private void update(String token, int size) throws InterruptedException {
        List<String> ids = IntStream.range(0, size)
                .mapToObj(position -> position == 0 && random.nextBoolean()
                        ? "shared-" + random.nextInt(SHARED_RESOURCES)
                        : token + "-" + position)
                .toList();
        for (int attempt = 1; ; attempt++) {
            String transaction = Acknowledged.mark(token + "-" + attempt, size);
            List<String> marks = ids.stream().map(id -> transaction).toList();
            HttpResponse<byte[]> response = size == 1
                    ? send("PUT", "/Procedure/" + ids.getFirst(), document(ids.getFirst(), transaction))
                    : transaction(
                            size,
                            position -> entry(
                                    document(ids.get(position), transaction),
                                    "PUT",
                                    "Procedure/" + ids.get(position),
                                    ""));
            if (succeeded(response, marks)) {
                return;
            }
            told.refuse(response, transaction);
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** Makes what is not there yet; all attempts have the same marks, for at most one may be stored. */
    private void create(String token, int size) throws InterruptedException {
        String transaction = Acknowledged.mark(token, size);
        List<String> marks = IntStream.range(0, size)
                .mapToObj(position -> transaction + "#" + position)
                .toList();
        while (true) {
            HttpResponse<byte[]> response = size == 1
                    ? send(
                            "POST",
                            "/Procedure",
                            document("new", marks.getFirst()),
                            "If-None-Exist",
                            criteria(marks.getFirst()))
                    : transaction(
                            size,
                            position -> entry(
                                    document("new", marks.get(position)),
                                    "POST",
                                    "Procedure",
                                    ",\"ifNoneExist\":\"" + criteria(marks.get(position)) + "\""));
            if (succeeded(response, marks)) {
                return;
            }
            told.refuse(response);
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static String criteria(String mark) {
        return "identifier=" + Documents.MARKS + "%7C" + mark.replace("#", "%23");
    }

    private static String document(String id, String mark) {
        return new String(JsonWriter.bytes(Documents.procedure(id, mark)), StandardCharsets.UTF_8);
    }

    private static String entry(String resource, String method, String url, String condition) {
        return "{\"resource\":%s,\"request\":{\"method\":\"%s\",\"url\":\"%s\"%s}}"
                .formatted(resource, method, url, condition);
    }

    private interface Entries {
        String at(int position);
    }

    private HttpResponse<byte[]> transaction(int size, Entries entries) {
        String bundle = IntStream.range(0, size)
                .mapToObj(entries::at)
                .collect(Collectors.joining(
                        ",", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[", "]}"));
        return send("POST", "", bundle);
    }

    private HttpResponse<byte[]> send(String method, String path, String json, String... headers) {
        String[] all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 0, headers.length);
        all[headers.length] = "Prefer";
        all[headers.length + 1] = "return=minimal";
        long begin = System.nanoTime();
        HttpResponse<byte[]> response = server.sendJson(method, path, json, all);
        told.waited(System.nanoTime() - begin);
        return response;
    }

    /** Holds the server to each resource of a success; false for anything else. */
    private boolean succeeded(HttpResponse<byte[]> response, List<String> marks) {
        if (response.statusCode() != 200 && response.statusCode() != 201) {
            return false;
        }
        String places = response.headers().firstValue("Location").orElseGet(() -> RunningServer.text(response));
        List<Acknowledged> writes = new ArrayList<>();
        Matcher place = LOCATION.matcher(places);
        while (place.find() && writes.size() < marks.size()) {
            writes.add(new Acknowledged(place.group(1), Long.parseLong(place.group(2)), marks.get(writes.size())));
        }
        if (writes.size() < marks.size()) {
            told.wrong("a success without all its locations: " + RunningServer.text(response));
        }
        writes.forEach(told::acknowledge);
        return true;
    }
}
