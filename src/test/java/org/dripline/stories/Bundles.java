package org.dripline.stories;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bundles of interactions and their entries, written out. */
final class Bundles {
    private Bundles() {}

    static String transaction(String... entries) {
        return transaction(Stream.of(entries));
    }

    static String batch(String... entries) {
        return transaction(entries).replaceFirst("\"transaction\"", "\"batch\"");
    }

    static String transaction(Stream<String> entries) {
        return entries.collect(
                Collectors.joining(",", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[", "]}"));
    }

    static String post(String fullUrl, String resource) {
        String type = resource.replaceFirst("(?s).*?\"resourceType\":\"(\\w+)\".*", "$1");
        return """
                {"fullUrl":"%s","resource":%s,"request":{"method":"POST","url":"%s"}}""".formatted(fullUrl, resource, type);
    }

    static String put(String url, String resource) {
        return """
                {"resource":%s,"request":{"method":"PUT","url":"%s"}}""".formatted(resource, url);
    }

    static String put(String url, String resource, String ifMatch) {
        return """
                {"resource":%s,"request":{"method":"PUT","url":"%s","ifMatch":"%s"}}""".formatted(resource, url, ifMatch);
    }

    static String delete(String url) {
        return request("DELETE", url);
    }

    static String get(String url) {
        return request("GET", url);
    }

    static String request(String method, String url) {
        return """
                {"request":{"method":"%s","url":"%s"}}""".formatted(method, url);
    }

    /** @param more members of the request, such as {@code "ifNoneExist":"identifier=a"} */
    static String request(String method, String url, String more, String resource) {
        return """
                {"resource":%s,"request":{"method":"%s","url":"%s",%s}}""".formatted(resource, method, url, more);
    }

    /** A creation of whatever the criteria do not find. */
    static String postOnce(String fullUrl, String resource, String criteria) {
        return post(fullUrl, resource).replaceFirst("}}$", ",\"ifNoneExist\":\"" + criteria + "\"}}");
    }

    /** R4, http.html#patch: a JSON Patch travels in a Binary. */
    static String patch(String url, String operations) {
        String data = Base64.getEncoder().encodeToString(operations.getBytes(StandardCharsets.UTF_8));
        return """
                {"resource":{"resourceType":"Binary","contentType":"application/json-patch+json","data":"%s"},
                 "request":{"method":"PATCH","url":"%s"}}""".formatted(data, url);
    }

    /** A Patient without an id, known by a number. */
    static String numbered(String number) {
        return """
                {"resourceType":"Patient","identifier":[{"system":"urn:story:number","value":"%s"}]}""".formatted(number);
    }

    static String observation(String subject) {
        return """
                {"resourceType":"Observation","status":"final","code":{"text":"c"},"subject":{"reference":"%s"}}""".formatted(subject);
    }

    static String patient(String id) {
        return """
                {"resourceType":"Patient","id":"%s","active":true}""".formatted(id);
    }
}
