package org.dripline.engine.search;

import static org.dripline.engine.mapping.SearchKind.DATE;
import static org.dripline.engine.mapping.SearchKind.NUMBER;
import static org.dripline.engine.mapping.SearchKind.QUANTITY;
import static org.dripline.engine.mapping.SearchKind.REFERENCE;
import static org.dripline.engine.mapping.SearchKind.STRING;
import static org.dripline.engine.mapping.SearchKind.TOKEN;
import static org.dripline.engine.mapping.SearchKind.URI;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dripline.engine.mapping.SearchKind;

/** R4's modifiers (3.1.1.4.4) and the kinds of parameters that take them; {@code :[type]} is not among them. */
public enum Modifier {
    MISSING(TOKEN, DATE, REFERENCE, STRING, NUMBER, QUANTITY, URI),
    EXACT(STRING),
    CONTAINS(STRING),
    NOT(TOKEN),
    TEXT(TOKEN),
    IN(TOKEN),
    NOT_IN(TOKEN),
    OF_TYPE(TOKEN),
    ABOVE(TOKEN, URI),
    BELOW(TOKEN, URI, REFERENCE),
    IDENTIFIER(REFERENCE);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed, though its type does not say so.
    private final Set<SearchKind> kinds;

    Modifier(SearchKind... kinds) {
        this.kinds = Set.of(kinds);
    }

    /** FHIR's code, such as {@code not-in}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Modifier> find(String code) {
        return Arrays.stream(values())
                .filter(modifier -> modifier.code().equals(code))
                .findFirst();
    }

    boolean suits(SearchKind kind) {
        return kinds.contains(kind);
    }

    /** The modifiers that a kind of parameter takes. */
    public static List<Modifier> of(SearchKind kind) {
        return Arrays.stream(values()).filter(modifier -> modifier.suits(kind)).toList();
    }
}
