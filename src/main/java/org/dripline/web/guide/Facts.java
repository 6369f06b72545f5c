package org.dripline.web.guide;

import java.util.ArrayList;
import java.util.List;
import org.dripline.web.Html;

/** A list of names and values; a value that is empty is left out. */
final class Facts {
    private final List<Html> entries = new ArrayList<>();

    Facts add(String name, Html value) {
        StringBuilder written = new StringBuilder();
        value.writeTo(written);
        if (!written.isEmpty()) {
            entries.add(Html.element("div", Html.element("dt", name), Html.element("dd", value)));
        }
        return this;
    }

    Html html() {
        return Html.element("dl", Html.several(entries));
    }
}
