package org.dripline.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which contained resources a resource needs: those it links to by {@code #id}, and those that these link to. */
final class ContainedParts {
    private ContainedParts() {}

    /** In their order. Each is read once, so a long chain of them costs no more than its length. */
    static List<Json> linkedFrom(JsonObject resource, List<Json> contained) {
        if (contained.isEmpty()) {
            return List.of();
        }
        Map<String, JsonObject> byLink = new HashMap<>();
        contained.forEach(each -> byLink.put(link(each), (JsonObject) each));
        Set<String> reached = new HashSet<>();
        Deque<JsonObject> unread = new ArrayDeque<>(List.of(resource));
        while (!unread.isEmpty()) {
            for (String link : links(unread.pop())) {
                if (reached.add(link) && byLink.containsKey(link)) {
                    unread.add(byLink.get(link));
                }
            }
        }
        return contained.stream().filter(each -> reached.contains(link(each))).toList();
    }

    private static String link(Json contained) {
        return '#' + ((JsonObject) contained).text("id").orElse("");
    }

    /** Every string that begins with {@code #}, canonicals and the links of narratives included. */
    private static Set<String> links(JsonObject resource) {
        Set<String> links = new HashSet<>();
        TreeWalk.map(resource, (path, owner, child, text) -> {
            if (child.type().form() == ElementType.Form.XHTML) {
                return NarrativeLinks.rewrite(text, link -> {
                    links.add(link);
                    return link;
                });
            }
            if (text.startsWith("#")) {
                links.add(text);
            }
            return text;
        });
        return links;
    }
}
