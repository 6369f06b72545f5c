package org.dripline.laws.oracle;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;

/** Texts: without regard to case, accents, punctuation and the kind of white space (R4, 3.1.1.4.8). */
final class OracleStrings implements Rules {
    static final int LONGEST = 512;
    private static final Map<String, String> FOLDED = new ConcurrentHashMap<>();

    @Override
    public boolean isIndexed(IBase value) {
        return texts(value).findAny().isPresent();
    }

    @Override
    public Predicate<IBase> asked(Definition definition, String modifier, String text) {
        Predicate<String> asked = askedText(modifier, text);
        return value -> texts(value).anyMatch(asked);
    }

    static Predicate<String> askedText(String modifier, String text) {
        String plain = SearchWords.plain(text);
        String folded = fold(plain);
        if (folded.isEmpty() && !modifier.equals("exact")) {
            throw new Refused("nothing but punctuation would find everything");
        }
        return switch (modifier) {
            case "" -> stored -> fold(stored).startsWith(folded);
            case "contains" -> stored -> fold(stored).contains(folded);
            case "exact" -> plain::equals;
            default -> throw new Refused("no modifier of texts: " + modifier);
        };
    }

    /** The values of their own within a value; what is too long is not indexed. */
    private static Stream<String> texts(IBase value) {
        Stream<StringType> parts = switch (value) {
            case HumanName name ->
                Stream.of(
                                List.of(name.getFamilyElement(), name.getTextElement()),
                                name.getGiven(),
                                name.getPrefix(),
                                name.getSuffix())
                        .flatMap(List::stream);
            case Address address -> Stream.concat(address.getLine().stream(), places(address));
            case CodeableConcept concept -> Stream.of(concept.getTextElement());
            case StringType text -> Stream.of(text);
            default -> Stream.empty();
        };
        return parts.flatMap(OracleStrings::text);
    }

    private static Stream<StringType> places(Address address) {
        return Stream.of(
                address.getCityElement(),
                address.getDistrictElement(),
                address.getStateElement(),
                address.getPostalCodeElement(),
                address.getCountryElement(),
                address.getTextElement());
    }

    /** The text of an element if it has one that is indexed. */
    static Stream<String> text(PrimitiveType<?> element) {
        return Stream.ofNullable(element.getValueAsString())
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }

    static String fold(String text) {
        return FOLDED.computeIfAbsent(text, OracleStrings::folded);
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> {}
                case Character.CONNECTOR_PUNCTUATION,
                        Character.DASH_PUNCTUATION,
                        Character.START_PUNCTUATION,
                        Character.END_PUNCTUATION,
                        Character.INITIAL_QUOTE_PUNCTUATION,
                        Character.FINAL_QUOTE_PUNCTUATION,
                        Character.OTHER_PUNCTUATION -> {}
                case Character.CONTROL,
                        Character.SPACE_SEPARATOR,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> folded.append(' ');
                default ->
                    folded.append(
                            Character.toString(point).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
            }
        });
        return folded.toString().replaceAll(" +", " ").strip();
    }

    @Override
    public List<Comparable<?>> sortedBy(Definition definition, IBase value, boolean descending) {
        return texts(value).<Comparable<?>>map(OracleStrings::fold).toList();
    }
}
