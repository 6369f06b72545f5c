package org.dripline.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.dripline.document.EntityTags;

/**
 * Sends the pages of one folder, by GET and HEAD, and a page that says so for what is not there. A browser asks again
 * each time and is told when nothing has changed.
 */
@SuppressWarnings("serial") // A servlet is Serializable by inheritance only.
public final class PageServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
            + " form-action 'none'; frame-ancestors 'none'";

    private final String home;
    private final Function<String, Optional<Content>> contents;

    /** @param contents by path below the folder, without a slash before it; the empty path is the first page */
    public PageServlet(String home, Function<String, Optional<Content>> contents) {
        this.home = home;
        this.contents = contents;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
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
        Optional<Content> found = contents.apply(path.substring(1));
        if (found.isEmpty()) {
            send(request, response, 404, sorry("No such page", "Nothing of this name is here.", depth(path)));
            return;
        }
        response.setHeader("Cache-Control", "no-cache");
        response.setHeader("ETag", found.get().tag());
        String known = request.getHeader("If-None-Match");
        if (known != null && EntityTags.anyIs(known, found.get().tag())) {
            response.setStatus(304);
            return;
        }
        send(request, response, 200, found.get());
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
