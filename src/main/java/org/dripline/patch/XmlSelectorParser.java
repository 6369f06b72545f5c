package org.dripline.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.dripline.patch.XmlSelector.Condition;
import org.dripline.patch.XmlSelector.Last;
import org.dripline.patch.XmlSelector.Step;
import org.jspecify.annotations.Nullable;

/** Reads selectors; what is none, or is more than RFC 5261 allows, is refused with 400. */
final class XmlSelectorParser {
    static final int MAX_LENGTH = 1_000;

    private static final Pattern LITERAL = Pattern.compile("'([^']*+)'|\"([^\"]*+)\"");
    private static final Pattern NAME = Pattern.compile("(?:([A-Za-z_][\\w.-]*+):)?+([A-Za-z_][\\w.-]*+)(?![\\w.:(-])");
    private static final Pattern POSITION =
            Pattern.compile("(?:position\\(\\)\\s*+=\\s*+)?+([1-9][0-9]{0,8}+)(?=\\s*+\\])");
    private static final Pattern BLANKS = Pattern.compile("\\s*+");

    private final String text;
    private final String where;
    private final Function<String, @Nullable String> namespaces;
    private int at;

    private XmlSelectorParser(String text, String where, Function<String, @Nullable String> namespaces) {
        this.text = text;
        this.where = where;
        this.namespaces = namespaces;
    }

    /**
     * Reads a selector.
     *
     * @param namespaces what a prefix stands for where the selector stands; of the empty prefix, what names of elements
     *     without one mean
     */
    static XmlSelector parse(String text, String where, Function<String, @Nullable String> namespaces) {
        if (text.length() > MAX_LENGTH) {
            throw malformed(where, "has a sel of more than " + MAX_LENGTH + " characters");
        }
        return new XmlSelectorParser(text, where, namespaces).selector();
    }

    /** The name of an attribute, as in {@code type="@id"}. */
    static XmlName attribute(String text, String where, Function<String, @Nullable String> namespaces) {
        XmlSelectorParser parser = new XmlSelectorParser(text, where, namespaces);
        parser.expect("@");
        XmlName name = parser.name(true);
        parser.requireEnd();
        return name;
    }

    private XmlSelector selector() {
        skip("/");
        List<Step> steps = new ArrayList<>();
        Last last = new Last.Elements();
        boolean more = true;
        while (more) {
            if (!steps.isEmpty() && skip("@")) {
                last = new Last.Attribute(name(true));
                more = false;
            } else if (!steps.isEmpty() && skip("text()")) {
                last = new Last.Text(skip("[") ? closed(position()) : null);
                more = false;
            } else {
                steps.add(new Step(name(false), conditions()));
                more = skip("/");
            }
        }
        requireEnd();
        return new XmlSelector(LITERAL.matcher(text).replaceAll("'…'"), steps, last);
    }

    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        while (skip("[")) {
            Integer position = find(POSITION) ? position() : null;
            if (position != null) {
                conditions.add(new Condition.Index(position));
            } else {
                do {
                    conditions.add(comparison());
                } while (skip("and "));
            }
            expect("]");
        }
        return conditions;
    }

    private Condition comparison() {
        List<XmlName> path = new ArrayList<>();
        XmlName attribute = null;
        if (!skip(".")) {
            boolean more = true;
            while (more) {
                if (skip("@")) {
                    attribute = name(true);
                    more = false;
                } else {
                    path.add(name(false));
                    more = skip("/");
                }
            }
        }
        expect("=");
        Matcher literal = require(LITERAL, "a text in quotes");
        String value = literal.group(1) != null ? literal.group(1) : literal.group(2);
        return new Condition.Equal(List.copyOf(path), attribute, value);
    }

    private int position() {
        return Integer.parseInt(require(POSITION, "a position from 1").group(1));
    }

    private int closed(int position) {
        expect("]");
        return position;
    }

    private XmlName name(boolean attribute) {
        if (!attribute && skip(XmlName.ANY)) {
            return new XmlName(null, XmlName.ANY);
        }
        Matcher name = require(NAME, "a name");
        String prefix = name.group(1);
        if (prefix == null && attribute) {
            return new XmlName(null, name.group(2));
        }
        return new XmlName(namespace(prefix == null ? "" : prefix), name.group(2));
    }

    private String namespace(String prefix) {
        String namespace = namespaces.apply(prefix);
        if (namespace == null) {
            throw malformed(where, "has a prefix in its sel that the patch does not declare");
        }
        return namespace;
    }

    private boolean find(Pattern pattern) {
        blanks();
        return pattern.matcher(text).region(at, text.length()).lookingAt();
    }

    private Matcher require(Pattern pattern, String what) {
        blanks();
        // A look-ahead may see what follows the token.
        Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        if (!matcher.lookingAt()) {
            throw unexpected(what);
        }
        at = matcher.end();
        return matcher;
    }

    private boolean skip(String token) {
        blanks();
        boolean there = text.startsWith(token, at);
        at += there ? token.length() : 0;
        return there;
    }

    private void expect(String token) {
        if (!skip(token)) {
            throw unexpected("\"" + token + "\"");
        }
    }

    private void requireEnd() {
        blanks();
        if (at < text.length()) {
            throw unexpected("the end");
        }
    }

    private void blanks() {
        Matcher blanks = BLANKS.matcher(text).region(at, text.length());
        at = blanks.lookingAt() ? blanks.end() : at;
    }

    private Refusal unexpected(String what) {
        return malformed(
                where,
                "has a selector in which " + what + " is expected at character " + (at + 1)
                        + ". RFC 5261 takes steps with conditions such as Patient/name[use/@value='official'][1]/@id, not"
                        + " // or other functions and axes");
    }

    private static Refusal malformed(String where, @Nullable String text) {
        return Refusal.of(400, Issue.error("value", "xml-selector", where + " " + text + "."));
    }
}
