package org.dripline.engine.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dripline.outcome.Refusal;

/**
 * The change numbers that a page is taken from. As a page token it is plain text: it names no record, and the wall
 * stands in the statement, so there is nothing to gain by forging one; and a feed's link outlives changes of keys.
 *
 * @param after only greater numbers
 * @param before only smaller numbers
 * @param ceiling the last number that the walk knows of: what is newer neither shows nor counts as a later version
 */
record Window(long after, long before, long ceiling) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})\\.(\\d{1,18})");

    /** All that there is. */
    static Window upTo(long ceiling) {
        return new Window(0, ceiling + 1, ceiling);
    }

    Window above(long number) {
        return new Window(number, before, ceiling);
    }

    Window below(long number) {
        return new Window(after, number, ceiling);
    }

    /** The token that reads back as the rest of a feed: where it goes on, and no end. */
    String feedText() {
        return Long.toString(after);
    }

    /** The token that reads back as this window. */
    String text() {
        return before + "." + after + "." + ceiling;
    }

    static Window ofFeed(String text, long ceiling) {
        if (!NUMBER.matcher(text).matches()) {
            throw refused();
        }
        return upTo(ceiling).above(seen(Long.parseLong(text), ceiling));
    }

    static Window of(String text, long ceiling) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            throw refused();
        }
        long begun = seen(Long.parseLong(numbers.group(3)), ceiling);
        return new Window(Long.parseLong(numbers.group(2)), Long.parseLong(numbers.group(1)), begun);
    }

    /** Whoever has seen more than there is would miss what comes next: say so, instead of showing nothing. */
    private static long seen(long number, long ceiling) {
        if (number > ceiling) {
            throw Refusal.invalid(
                    "page-token",
                    "_page tells of changes that this server does not have: it may have been restored from a backup."
                            + " Begin again without _page.");
        }
        return number;
    }

    private static Refusal refused() {
        return Refusal.invalid(
                "page-token",
                "_page is a token of this server's own, for a history in the same order. Begin again without it and"
                        + " follow the next links unchanged.");
    }
}
