package org.dripline.stories;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Transaction Bundles and their entries, written out. */
final class Bundles {
    private Bundles() {}

    static String transaction(String... entries) {
        return transaction(Stream.of(entries));
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
        return """
                {"request":{"method":"DELETE","url":"%s"}}""".formatted(url);
    }

    static String patient(String id) {
        return """
                {"resourceType":"Patient","id":"%s","active":true}""".formatted(id);
    }
}
