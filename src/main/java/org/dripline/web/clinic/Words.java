package org.dripline.web.clinic;

import java.util.Locale;

/** Codes as people say them. */
final class Words {
    private Words() {}

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
