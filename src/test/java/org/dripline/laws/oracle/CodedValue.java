package org.dripline.laws.oracle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;

/**
 * One token of a resource: R4's table of data types in 3.1.1.4.10.
 *
 * @param caseMatters whether codes are told apart by case
 */
public record CodedValue(Optional<String> system, Optional<String> code, boolean caseMatters) {
    public static final String SPECIAL_VALUES = "http://hl7.org/fhir/special-values";

    /**
     * The tokens within a value.
     *
     * @param caseSensitive whether the codes of a system are, see {@link Setting}
     */
    public static List<CodedValue> of(IBase value, Predicate<String> caseSensitive) {
        return all(value, caseSensitive)
                .filter(token -> token.system.isPresent() || token.code.isPresent())
                .toList();
    }

    private static Stream<CodedValue> all(IBase value, Predicate<String> caseSensitive) {
        return switch (value) {
            case CodeableConcept concept -> concept.getCoding().stream().map(coding -> of(coding, caseSensitive));
            case Coding coding -> Stream.of(of(coding, caseSensitive));
            case Identifier identifier ->
                Stream.of(
                        new CodedValue(text(identifier.getSystemElement()), text(identifier.getValueElement()), true));
            case ContactPoint contact -> Stream.of(alone(contact.getValueElement(), caseSensitive.test("")));
            case Enumeration<?> code ->
                Stream.of(new CodedValue(text(code).map(written -> code.getSystem()), text(code), true));
            case BooleanType flag ->
                Stream.of(new CodedValue(text(flag).map(written -> SPECIAL_VALUES), text(flag), true));
            case IdType id -> Stream.of(new CodedValue(Optional.empty(), Optional.ofNullable(id.getIdPart()), true));
            case UriType uri -> Stream.of(alone(uri, true));
            case CodeType code -> Stream.of(alone(code, caseSensitive.test("")));
            case StringType text -> Stream.of(alone(text, caseSensitive.test("")));
            default -> Stream.of();
        };
    }

    private static CodedValue of(Coding coding, Predicate<String> caseSensitive) {
        Optional<String> system = text(coding.getSystemElement());
        return new CodedValue(system, text(coding.getCodeElement()), caseSensitive.test(system.orElse("")));
    }

    private static CodedValue alone(PrimitiveType<?> code, boolean caseMatters) {
        return new CodedValue(Optional.empty(), text(code), caseMatters);
    }

    /** What is too long is not indexed. */
    private static Optional<String> text(PrimitiveType<?> element) {
        return OracleStrings.text(element).findFirst();
    }

    boolean hasCode(String asked) {
        return code.filter(own -> caseMatters
                        ? own.equals(asked)
                        : own.toLowerCase(Locale.ROOT).equals(asked.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /** The empty text asks for a code without a system. */
    boolean hasSystem(String asked) {
        return system.orElse("").equals(asked);
    }

    boolean is(Terminology.Code asked) {
        return hasSystem(asked.system()) && hasCode(asked.code());
    }
}
