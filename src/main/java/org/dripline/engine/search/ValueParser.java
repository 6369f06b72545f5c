package org.dripline.engine.search;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dripline.engine.mapping.DateRange;
import org.dripline.engine.mapping.LocalReference;
import org.dripline.engine.mapping.SearchKind;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.search.Value.Comparison;
import org.dripline.engine.search.Value.Hierarchy;
import org.dripline.outcome.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads the values of one search parameter, by its kind and modifier. */
final class ValueParser {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    /** A zone's plus sign that was not percent-encoded arrives as a space. */
    private static final Pattern UNENCODED_PLUS = Pattern.compile(" (?=\\d{2}:\\d{2}$)");

    private final ZoneId zone;
    private final List<String> ownBases;
    private final TokenText tokens;

    ValueParser(ZoneId zone, List<String> ownBases, Terminology terminology) {
        this.zone = zone;
        this.ownBases = ownBases;
        this.tokens = new TokenText(terminology);
    }

    /** The values that one text between commas, still escaped, stands for; several only for sets of codes. */
    Stream<Value> values(SearchParameter parameter, @Nullable Modifier modifier, String text) {
        if (modifier == null) {
            return Stream.of(value(parameter, text));
        }
        return switch (modifier) {
            case EXACT -> Stream.of(TokenText.text(parameter, Comparison.EXACT, text));
            case CONTAINS -> Stream.of(TokenText.text(parameter, Comparison.CONTAINS, text));
            case TEXT -> Stream.of(TokenText.text(parameter, Comparison.STARTS, text));
            case NOT -> Stream.of(value(parameter, text));
            case OF_TYPE -> Stream.of(TokenText.typedIdentifier(parameter, text));
            case IDENTIFIER -> Stream.of(new Value.Logical(TokenText.token(text)));
            case IN, NOT_IN -> tokens.members(parameter, text).stream();
            case ABOVE, BELOW ->
                parameter.kind() == SearchKind.TOKEN
                        ? tokens.hierarchy(parameter, modifier, text).stream()
                        : Stream.of(hierarchy(parameter, modifier, SearchText.unescape(text)));
            case MISSING -> throw new IllegalArgumentException("has no values");
        };
    }

    private Value value(SearchParameter parameter, String text) {
        return switch (parameter.kind()) {
            case TOKEN -> TokenText.token(parameter, text);
            case DATE -> date(parameter, text);
            case STRING -> TokenText.text(parameter, Comparison.STARTS, text);
            case NUMBER -> NumberText.number(parameter, text);
            case QUANTITY -> NumberText.quantity(parameter, text);
            case URI -> uri(Hierarchy.SAME, SearchText.unescape(text));
            case REFERENCE ->
                parameter.isCanonical()
                        ? canonical(parameter, SearchText.unescape(text))
                        : reference(parameter, SearchText.unescape(text));
            case COMPOSITE -> composite(parameter, text);
        };
    }

    private Value date(SearchParameter parameter, String text) {
        Prefix prefix = Prefix.of(text);
        String date = text.startsWith(prefix.code()) ? text.substring(2) : text;
        Optional<DateRange> range = DateRange.parse(UNENCODED_PLUS.matcher(date).replaceFirst("+"), zone);
        return new Value.Date(
                prefix,
                range.orElseThrow(
                        () -> Refusal.invalid(
                                "search-date",
                                parameter + " takes a date such as 2026-01-05,"
                                        + " ge2026-01 or lt2026-01-05T14:00:00Z; prefixes are eq, ne, gt, lt, ge, le, sa, eb, ap.")));
    }

    /** Of a uri its beginning is compared, of a reference to a canonical its version (R4, 3.1.1.4.9 and 3.1.1.4.13). */
    private static Value hierarchy(SearchParameter parameter, Modifier modifier, String text) {
        if (parameter.kind() == SearchKind.REFERENCE) {
            Value.Uri canonical = canonical(parameter, text);
            return canonical.version() == null
                    ? canonical
                    : new Value.Uri(Hierarchy.VERSION_BELOW, canonical.uri(), canonical.version());
        }
        if (text.startsWith("urn:")) {
            throw Refusal.invalid(
                    "search-uri", parameter + ":above and :below compare URLs by their beginning, and not URNs.");
        }
        return uri(modifier == Modifier.ABOVE ? Hierarchy.ABOVE : Hierarchy.BELOW, text);
    }

    private static Value.Uri uri(Hierarchy hierarchy, String text) {
        int bar = text.lastIndexOf('|');
        return bar < 0
                ? new Value.Uri(hierarchy, text, null)
                : new Value.Uri(hierarchy, text.substring(0, bar), text.substring(bar + 1));
    }

    private static Value.Uri canonical(SearchParameter parameter, String text) {
        if (text.indexOf(':') < 0
                && !ID.matcher(text).matches()
                && !LocalReference.of(text, List.of()).isLocal()) {
            throw Refusal.invalid(
                    "search-reference",
                    parameter + " takes the canonical URL of what is meant, with |version behind it or without.");
        }
        return uri(Hierarchy.SAME, text);
    }

    private Value reference(SearchParameter parameter, String plain) {
        if (ID.matcher(plain).matches()) {
            return new Value.Local(null, plain, null);
        }
        LocalReference local = LocalReference.of(plain, ownBases);
        if (local.type() != null && local.id() != null) {
            return new Value.Local(local.type(), local.id(), local.version());
        }
        if (plain.indexOf(':') < 0) {
            throw Refusal.invalid(
                    "search-reference", parameter + " takes an id, Type/id or an absolute URL, such as Patient/123.");
        }
        return new Value.Foreign(plain);
    }

    private Value composite(SearchParameter parameter, String text) {
        List<String> texts = SearchText.split(text, '$');
        List<SearchParameter> parts = parameter.parts();
        if (texts.size() != parts.size() || texts.stream().anyMatch(String::isEmpty)) {
            throw Refusal.invalid(
                    "search-composite",
                    parameter + " takes " + parts.size() + " values with a $ between them, one for each of "
                            + String.join(
                                    ", ",
                                    parts.stream().map(SearchParameter::name).toList()) + ".");
        }
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            values.add(value(parts.get(i), texts.get(i)));
        }
        return new Value.Composite(values);
    }
}
