package org.dripline.laws;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dripline.laws.Indexed.Canonical;
import org.dripline.laws.Indexed.Foreign;
import org.dripline.laws.Indexed.Local;
import org.dripline.laws.Indexed.Token;
import org.dripline.laws.oracle.DateSpan;

/**
 * One value to search for, and what R4 says it finds.
 *
 * @param text as it stands behind the {@code =}
 * @param finds whether a resource with that value matches
 */
record Question(String text, Predicate<Indexed> finds) {
    private static final List<String> PREFIXES = List.of("", "eq", "ne", "gt", "lt", "ge", "le", "sa", "eb");

    /** Every way to ask for a value. */
    static Stream<Question> about(Indexed value) {
        return switch (value) {
            case Token token -> aboutToken(token);
            case Local local ->
                Stream.of(
                        new Question(local.type() + "/" + local.id(), local::equals),
                        new Question(
                                local.id(),
                                other -> other instanceof Local(String type, String id) && id.equals(local.id())));
            case Foreign foreign
            when foreign.url().contains(":") -> Stream.of(new Question(escaped(foreign.url()), foreign::equals));
            case Canonical canonical -> aboutCanonical(canonical);
            // Fragments are not searched for, identifiers of references not yet, dates by their text.
            case Foreign fragment -> Stream.of();
            case Indexed.Logical logical -> Stream.of();
            case Indexed.Time time -> Stream.of();
        };
    }

    /** A uri is searched for as it is: its bars and commas mean themselves. */
    static Question aboutUri(Token uri) {
        return new Question(escaped(String.valueOf(uri.code())), uri::equals);
    }

    private static Stream<Question> aboutToken(Token token) {
        String system = token.system();
        String code = token.code();
        Predicate<Indexed> sameSystem = other -> other instanceof Token found
                && (system == null ? found.system() == null : system.equals(found.system()));
        Predicate<Indexed> sameCode =
                other -> code != null && other instanceof Token found && code.equals(found.code());
        String left = (system == null ? "" : escaped(system)) + "|";
        if (code == null) {
            return Stream.of(new Question(left, sameSystem));
        }
        Question both = new Question(left + escaped(code), sameSystem.and(sameCode));
        Question any = new Question(escaped(code), sameCode);
        return system == null ? Stream.of(both, any) : Stream.of(both, any, new Question(left, sameSystem));
    }

    private static Stream<Question> aboutCanonical(Canonical canonical) {
        Question anyVersion = new Question(
                escaped(canonical.url()),
                other -> other instanceof Canonical(String url, String version) && url.equals(canonical.url()));
        return canonical.version() == null
                ? Stream.of(anyVersion)
                : Stream.of(
                        anyVersion,
                        new Question(escaped(canonical.url() + "|" + canonical.version()), canonical::equals));
    }

    /** A date with each prefix. */
    static Stream<Question> aboutDate(String text) {
        DateSpan asked = DateSpan.read(text);
        return PREFIXES.stream()
                .map(prefix -> new Question(
                        prefix + text,
                        other -> other instanceof Indexed.Time(DateSpan stored)
                                && asked.finds(prefix.isEmpty() ? "eq" : prefix, stored)));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace("|", "\\|")
                .replace("$", "\\$");
    }
}
