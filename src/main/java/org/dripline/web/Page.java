package org.dripline.web;

import java.util.List;

/**
 * A whole page: one heading, and below it what it has to say. Needs no script, and no address but the style's and the
 * icon's beside it.
 *
 * @param home the text of the link to the first page of these; that page itself has none
 * @param root how to reach the folder of these pages from this one: empty, or some {@code ../}
 */
public record Page(String title, String home, boolean first, String root, List<Html> body) {
    public Page {
        body = List.copyOf(body);
    }

    public Content content() {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
        html().writeTo(out);
        return Content.ofText("text/html;charset=UTF-8", out.append('\n').toString());
    }

    private Html html() {
        Html main = Html.element("main", Html.element("h1", title), Html.several(body))
                .with("id", "content")
                .with("tabindex", "-1");
        return Html.element(
                        "html",
                        head(),
                        Html.element(
                                "body",
                                Html.element("a", "Skip to the content")
                                        .with("href", "#content")
                                        .with("class", "skip"),
                                first ? Html.none() : Html.element("header", way()),
                                main))
                .with("lang", "en");
    }

    private Html head() {
        String full = first ? title : title + " – " + home;
        return Html.element(
                "head",
                Html.element("meta").with("charset", "utf-8"),
                Html.element("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Html.element("meta").with("name", "color-scheme").with("content", "light dark"),
                Html.element("title", full),
                Html.element("link").with("rel", "stylesheet").with("href", root + "style.css"),
                Html.element("link")
                        .with("rel", "icon")
                        .with("href", root + "icon.svg")
                        .with("type", "image/svg+xml"));
    }

    private Html way() {
        return Html.element("nav", Html.link(root + "./", home)).with("aria-label", "Way");
    }
}
