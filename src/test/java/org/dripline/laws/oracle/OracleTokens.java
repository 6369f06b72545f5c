package org.dripline.laws.oracle;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dripline.laws.oracle.Terminology.Code;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.StringType;

/** Codes, identifiers, booleans and other tokens (R4, 3.1.1.4.10). */
final class OracleTokens implements Rules {
    /** "For these the presence of the pipe symbol SHALL NOT be used." Booleans may, since R4 also names their system. */
    private static final Set<String> WITHOUT_SYSTEM =
            Set.of("ContactPoint", "uri", "url", "oid", "uuid", "canonical", "string", "markdown", "id");

    private final Setting setting;

    OracleTokens(Setting setting) {
        this.setting = setting;
    }

    /** Also a text or a display alone is a value: {@code :text} finds it. */
    @Override
    public boolean isIndexed(IBase value) {
        return !tokens(value).isEmpty() || texts(value).findAny().isPresent();
    }

    @Override
    public Predicate<IBase> asked(Definition definition, String modifier, String text) {
        return switch (modifier) {
            case "", "not" -> any(token(definition, text));
            case "text" -> {
                Predicate<String> asked = OracleStrings.askedText("", text);
                yield value -> texts(value).anyMatch(asked);
            }
            case "in", "not-in" -> {
                Set<Code> expansion = setting.terminology().expansion(SearchWords.plain(text));
                yield any(token -> expansion.stream().anyMatch(token::is));
            }
            case "below" -> {
                Code asked = code(text);
                Set<Code> below = setting.terminology().below(asked);
                yield any(token -> token.is(asked) || below.stream().anyMatch(token::is));
            }
            case "above" -> {
                Code asked = code(text);
                Set<Code> above = above(asked);
                yield any(token -> token.is(asked) || above.stream().anyMatch(token::is));
            }
            case "of-type" -> ofType(text);
            default -> throw new Refused("no modifier of tokens: " + modifier);
        };
    }

    private Predicate<IBase> any(Predicate<CodedValue> asked) {
        return value -> tokens(value).stream().anyMatch(asked);
    }

    private List<CodedValue> tokens(IBase value) {
        return CodedValue.of(value, setting.caseSensitive());
    }

    /** {@code code}, {@code system|code}, {@code |code} or {@code system|}. */
    private static Predicate<CodedValue> token(Definition definition, String text) {
        List<String> parts = SearchWords.split(text, '|');
        if (parts.size() > 1 && WITHOUT_SYSTEM.containsAll(ElementTypes.of(definition))) {
            throw new Refused("nothing here has a system");
        }
        return token(parts);
    }

    static Predicate<CodedValue> token(List<String> parts) {
        List<String> plain = parts.stream().map(SearchWords::plain).toList();
        return switch (plain.size()) {
            case 1 -> token -> token.hasCode(plain.getFirst());
            case 2 -> {
                if (plain.equals(List.of("", ""))) {
                    throw new Refused("neither system nor code");
                }
                yield token -> token.hasSystem(plain.getFirst())
                        && (plain.getLast().isEmpty() || token.hasCode(plain.getLast()));
            }
            default -> throw new Refused("too many bars");
        };
    }

    private static Code code(String text) {
        List<String> parts =
                SearchWords.split(text, '|').stream().map(SearchWords::plain).toList();
        if (parts.size() != 2 || parts.contains("")) {
            throw new Refused("subsumption is asked of system|code");
        }
        return new Code(parts.getFirst(), parts.getLast());
    }

    private Set<Code> above(Code asked) {
        setting.terminology().below(asked);
        return setting.terminology().descendants().entrySet().stream()
                .filter(entry -> entry.getValue().contains(asked))
                .map(Map.Entry::getKey)
                .collect(java.util.stream.Collectors.toSet());
    }

    /** {@code system|code|value}: the type of an identifier and its value, of which "all 3 parts must be present". */
    private Predicate<IBase> ofType(String text) {
        List<String> parts = SearchWords.split(text, '|');
        if (parts.size() != 3 || parts.contains("")) {
            throw new Refused("system|code|value are all needed");
        }
        Predicate<CodedValue> type = token(parts.subList(0, 2));
        String asked = SearchWords.plain(parts.getLast());
        return value -> value instanceof Identifier identifier
                && OracleStrings.text(identifier.getValueElement()).anyMatch(asked::equals)
                && tokens(identifier.getType()).stream().anyMatch(type);
    }

    private static Stream<String> texts(IBase value) {
        Stream<StringType> texts = switch (value) {
            case CodeableConcept concept ->
                Stream.concat(
                        Stream.of(concept.getTextElement()),
                        concept.getCoding().stream().map(Coding::getDisplayElement));
            case Coding coding -> Stream.of(coding.getDisplayElement());
            case Identifier identifier -> Stream.of(identifier.getType().getTextElement());
            default -> Stream.empty();
        };
        return texts.flatMap(OracleStrings::text);
    }

    @Override
    public List<Comparable<?>> sortedBy(Definition definition, IBase value, boolean descending) {
        return tokens(value).stream()
                .<Comparable<?>>flatMap(token -> token.code().stream())
                .toList();
    }
}
