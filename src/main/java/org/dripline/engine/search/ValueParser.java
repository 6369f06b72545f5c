package org.dripline.engine.search;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.dripline.engine.mapping.DateRange;
import org.dripline.engine.mapping.LocalReference;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.search.Query.Clause;
import org.dripline.engine.search.Query.DateValue;
import org.dripline.engine.search.Query.ReferenceValue;
import org.dripline.engine.search.Query.TokenValue;
import org.dripline.outcome.Refusal;

/** Reads the values of one search parameter, by its kind. */
final class ValueParser {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    /** A zone's plus sign that was not percent-encoded arrives as a space. */
    private static final Pattern UNENCODED_PLUS = Pattern.compile(" (?=\\d{2}:\\d{2}$)");

    private final ZoneId zone;
    private final List<String> ownBases;

    ValueParser(ZoneId zone, List<String> ownBases) {
        this.zone = zone;
        this.ownBases = ownBases;
    }

    /** @param texts the values between the commas, still escaped */
    Clause clause(SearchParameter parameter, List<String> texts) {
        if (texts.stream().anyMatch(String::isEmpty)) {
            throw Refusal.invalid(
                    "search-value",
                    parameter + " has an empty value. Leave the parameter out, or"
                            + " give a value on both sides of each comma.");
        }
        return switch (parameter.kind()) {
            case TOKEN ->
                new Clause.Token(
                        parameter, texts.stream().map(ValueParser::token).toList());
            case DATE ->
                new Clause.Date(
                        parameter,
                        texts.stream().map(text -> date(parameter, text)).toList());
            case REFERENCE ->
                new Clause.Reference(
                        parameter,
                        texts.stream().map(text -> reference(parameter, text)).toList());
            case URI ->
                new Clause.Uri(
                        parameter, texts.stream().map(SearchText::unescape).toList());
        };
    }

    private static TokenValue token(String text) {
        List<String> parts = SearchText.split(text, '|');
        if (parts.size() == 1) {
            return new TokenValue(null, SearchText.unescape(text));
        }
        String code = SearchText.unescape(text.substring(parts.getFirst().length() + 1));
        return new TokenValue(SearchText.unescape(parts.getFirst()), code.isEmpty() ? null : code);
    }

    private DateValue date(SearchParameter parameter, String text) {
        DatePrefix prefix = DatePrefix.of(text);
        String date = text.startsWith(prefix.code()) ? text.substring(2) : text;
        return DateRange.parse(UNENCODED_PLUS.matcher(date).replaceFirst("+"), zone)
                .map(range -> new DateValue(prefix, range))
                .orElseThrow(
                        () -> Refusal.invalid(
                                "search-date",
                                parameter + " takes a date such as 2026-01-05,"
                                        + " ge2026-01 or lt2026-01-05T14:00:00Z; prefixes are eq, ne, gt, lt, ge, le, sa, eb, ap."));
    }

    private ReferenceValue reference(SearchParameter parameter, String text) {
        String plain = SearchText.unescape(text);
        if (ID.matcher(plain).matches()) {
            return new ReferenceValue(null, plain, null);
        }
        LocalReference local = LocalReference.of(plain, ownBases);
        if (local.version() != null) {
            throw Refusal.invalid(
                    "search-reference",
                    parameter + " is searched without a version: leave out" + " /_history and what follows.");
        }
        if (local.isLocal()) {
            return new ReferenceValue(local.type(), local.id(), null);
        }
        if (plain.indexOf(':') < 0) {
            throw Refusal.invalid(
                    "search-reference", parameter + " takes an id, Type/id or an absolute URL, such as Patient/123.");
        }
        return new ReferenceValue(null, null, plain);
    }
}
