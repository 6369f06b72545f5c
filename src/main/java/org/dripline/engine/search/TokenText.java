package org.dripline.engine.search;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dripline.engine.mapping.FoldedText;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.search.Terminology.Concept;
import org.dripline.outcome.Refusal;

/** Reads tokens and texts (R4, 3.1.1.4.8 and 3.1.1.4.10). */
final class TokenText {
    private final Terminology terminology;

    TokenText(Terminology terminology) {
        this.terminology = terminology;
    }

    static Value.Token token(String text) {
        List<String> parts = SearchText.split(text, '|');
        if (parts.size() == 1) {
            return new Value.Token(null, SearchText.unescape(text));
        }
        if (parts.size() > 2) {
            throw Refusal.invalid(
                    "search-token",
                    "A token has one | between system and code. Write \\| for a bar that is part of either.");
        }
        String code = SearchText.unescape(parts.getLast());
        return new Value.Token(SearchText.unescape(parts.getFirst()), code.isEmpty() ? null : code);
    }

    static Value.Token token(SearchParameter parameter, String text) {
        Value.Token token = token(text);
        if (token.system() == null) {
            return token;
        }
        if (!hasSystems(parameter)) {
            throw Refusal.invalid(
                    "search-token",
                    parameter + " searches values without a system: leave out the | and what is before it.");
        }
        if (token.system().isEmpty() && token.code() == null) {
            throw Refusal.invalid(
                    "search-token", parameter + " takes code, system|code, |code or system|, not a | alone.");
        }
        return token;
    }

    /** R4: of a ContactPoint, uri or string "the presence of the pipe symbol SHALL NOT be used". */
    private static boolean hasSystems(SearchParameter parameter) {
        return parameter.elements().stream()
                .anyMatch(element -> !(element.layout() instanceof Layout.Contacts
                        || element.layout() instanceof Layout.ResourceId
                        || element.layout() instanceof Layout.CanonicalName
                        || (element.layout() instanceof Layout.Tokens tokens && !tokens.coded())));
    }

    static Value.TypedIdentifier typedIdentifier(SearchParameter parameter, String text) {
        List<String> parts =
                SearchText.split(text, '|').stream().map(SearchText::unescape).toList();
        if (parts.size() != 3 || parts.stream().anyMatch(String::isEmpty)) {
            throw Refusal.invalid(
                    "search-of-type",
                    parameter + ":of-type takes type-system|type-code|value, all three, such as"
                            + " http://terminology.hl7.org/CodeSystem/v2-0203|MR|446053.");
        }
        return new Value.TypedIdentifier(parts.get(0), parts.get(1), parts.get(2));
    }

    static Value.Text text(SearchParameter parameter, Value.Comparison comparison, String escaped) {
        String text = SearchText.unescape(escaped);
        if (comparison == Value.Comparison.EXACT) {
            return new Value.Text(comparison, text);
        }
        String folded = FoldedText.of(text);
        if (folded.isEmpty()) {
            throw Refusal.invalid(
                    "search-text",
                    parameter + " ignores punctuation, and nothing else is given. Give a letter or a digit, or use "
                            + parameter + ":exact.");
        }
        return new Value.Text(comparison, folded);
    }

    /** The members of a value set as tokens. */
    List<Value> members(SearchParameter parameter, String escaped) {
        String url = SearchText.unescape(escaped);
        Set<Concept> members = terminology
                .members(url)
                .orElseThrow(() -> Refusal.invalid(
                        "search-value-set",
                        "The value set that " + parameter + " asks for is not known here, or too large to be searched"
                                + " by. GET [base]/ValueSet lists those of this server."));
        return members.stream().map(TokenText::token).toList();
    }

    private static Value token(Concept concept) {
        return new Value.Token(concept.system() == null ? "" : concept.system(), concept.code());
    }

    /** A code with all below or above it. */
    List<Value> hierarchy(SearchParameter parameter, Modifier modifier, String text) {
        Value.Token token = token(text);
        String system = token.system();
        String code = token.code();
        if (system == null || system.isEmpty() || code == null) {
            throw Refusal.invalid(
                    "search-hierarchy", parameter + ":" + modifier.code() + " takes system|code, both of them.");
        }
        Optional<Set<String>> codes =
                modifier == Modifier.BELOW ? terminology.below(system, code) : terminology.above(system, code);
        return codes
                .orElseThrow(() -> Refusal.invalid(
                        "search-hierarchy",
                        "What is above and below this code is not known here. List the codes you mean, with commas."))
                .stream()
                .<Value>map(found -> new Value.Token(system, found))
                .toList();
    }
}
