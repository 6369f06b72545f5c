package org.dripline.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dripline.document.EntityTags;
import org.dripline.outcome.Refusal;

/**
 * Sends the pages of one folder, by GET and HEAD, and a page that says so for what is not there. A browser asks again
 * each time and is told when nothing has changed.
 */
@SuppressWarnings("serial") // A servlet is Serializable by inheritance only.
public final class PageServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";

    /** Of every page, wherever it is served. */
    public static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY, "X-Content-Type-Options", "nosniff", "Referrer-Policy", "no-referrer");

    /** What a page is asked for by. */
    @FunctionalInterface
    public interface Contents {
        /**
         * The content of a page; empty when there is none.
         *
         * @param path below the folder, without a slash before it; the empty path is the first page
         * @param parameters of the query, the first of each name
         */
        Optional<Content> find(String path, Map<String, String> parameters);
    }

    private final String home;
    private final String caching;
    private final Contents contents;

    private PageServlet(String home, String caching, Contents contents) {
        this.home = home;
        this.caching = caching;
        this.contents = contents;
    }

    /** Pages that are the same for everybody. */
    public static PageServlet ofEverybody(String home, Function<String, Optional<Content>> contents) {
        return new PageServlet(home, "no-cache", (path, parameters) -> contents.apply(path));
    }

    /** Pages of patients, which no browser keeps. */
    public static PageServlet ofPatients(String home, Contents contents) {
        return new PageServlet(home, "no-store", contents);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HEADERS.forEach(response::setHeader);
        if (!List.of("GET", "HEAD").contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD");
            send(request, response, 405, sorry("Not served", "These pages can only be read.", 0));
            return;
        }
        String path = request.getPathInfo();
        if (path == null) {
            // The links of a page are relative to its folder.
            response.setHeader("Location", request.getContextPath() + request.getServletPath() + "/");
            response.setStatus(301);
            return;
        }
        Optional<Content> found;
        try {
            found = contents.find(path.substring(1), parameters(request));
        } catch (Refusal refusal) {
            refusal.headers().forEach(response::setHeader);
            send(
                    request,
                    response,
                    refusal.status(),
                    sorry("Not now", refusal.issues().getFirst().text(), depth(path)));
            return;
        }
        if (found.isEmpty()) {
            send(request, response, 404, sorry("No such page", "Nothing of this name is here.", depth(path)));
            return;
        }
        response.setHeader("Cache-Control", caching);
        response.setHeader("ETag", found.get().tag());
        String known = request.getHeader("If-None-Match");
        if (known != null && EntityTags.anyIs(known, found.get().tag())) {
            response.setStatus(304);
            return;
        }
        send(request, response, 200, found.get());
    }

    private static Map<String, String> parameters(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()[0]));
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, int status, Content content)
            throws IOException {
        response.setStatus(status);
        response.setContentType(content.mediaType());
        response.setContentLength(content.bytes().length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(content.bytes());
        }
    }

    private Content sorry(String title, String text, int depth) {
        return new Page(title, home, false, "../".repeat(depth), List.of(Html.element("p", text))).content();
    }

    private static int depth(String path) {
        return (int) path.substring(1).chars().filter(c -> c == '/').count();
    }
}
