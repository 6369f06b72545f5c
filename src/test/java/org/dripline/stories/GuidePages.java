package org.dripline.stories;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The pages below {@code /ig/}, as somebody meets them who follows every link from the first. */
final class GuidePages {
    private final RunningServer server = RunningServer.get();

    /** The address of the first page. */
    URI home() {
        return URI.create(server.base()).resolve("/ig/");
    }

    HttpResponse<byte[]> send(String method, String name, String... headers) {
        return server.sendTo(home().resolve(name), method, new byte[0], headers);
    }

    /** A page by its name. */
    Document page(String name) {
        return parsed(send("GET", name), home().resolve(name));
    }

    /** Every answer within the folder that a link leads to, by address without fragment. */
    Map<URI, HttpResponse<byte[]>> walk() {
        Map<URI, HttpResponse<byte[]>> met = new TreeMap<>();
        Deque<URI> ahead = new ArrayDeque<>();
        ahead.add(home());
        while (!ahead.isEmpty()) {
            URI address = ahead.remove();
            if (met.containsKey(address)) {
                continue;
            }
            HttpResponse<byte[]> answer = server.sendTo(address, "GET", new byte[0]);
            met.put(address, answer);
            if (isPage(answer)) {
                for (Element link : parsed(answer, address).select("[href]")) {
                    URI target = withoutFragment(link.absUrl("href"));
                    if (target.toString().startsWith(home().toString())) {
                        ahead.add(target);
                    }
                }
            }
        }
        return met;
    }

    static boolean isPage(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").equals("text/html;charset=UTF-8");
    }

    static Document parsed(HttpResponse<byte[]> answer, URI address) {
        return Jsoup.parse(RunningServer.text(answer), address.toString());
    }

    static URI withoutFragment(String address) {
        return URI.create(address.replaceFirst("#.*", ""));
    }
}
