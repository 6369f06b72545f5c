package org.dripline.laws;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import ca.uhn.fhir.fhirpath.IFhirPathEvaluationContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dripline.engine.mapping.SearchKind;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.laws.Indexed.Token;
import org.dripline.laws.oracle.DateSpan;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumeration;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Timing;
import org.jspecify.annotations.Nullable;

/**
 * What a search parameter finds in a document, by R4's words alone: the parameter's FHIRPath is evaluated by HAPI on
 * HAPI's model, and each value it yields is taken apart as R4 says (3.1.1.4). Of the engine it uses
 * nothing but the parameter's declaration.
 *
 * <p>{@code resolve() is Patient} is judged by the reference's text: a reference that names a type resolves to an empty
 * resource of that type, any other to nothing.
 */
final class Oracle {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    private static final int MAX_TEXT = 512;
    private static final Pattern RELATIVE = Pattern.compile("([A-Za-z]+)/([^/]+)");

    private final IFhirPath fhirPath = R4.newFhirPath();
    private final IParser parser = R4.newJsonParser().setParserErrorHandler(new LenientErrorHandler(false));
    private final Map<String, IFhirPath.IParsedExpression> parsed = new ConcurrentHashMap<>();

    Oracle() {
        fhirPath.setEvaluationContext(new IFhirPathEvaluationContext() {
            @Override
            public @Nullable IBase resolveReference(IIdType reference, @Nullable IBase context) {
                String type = reference.getResourceType();
                return type == null || !R4.getResourceTypes().contains(type)
                        ? null
                        : R4.getResourceDefinition(type).newInstance();
            }
        });
    }

    Resource parse(byte[] document) {
        return (Resource) parser.parseResource(new String(document, StandardCharsets.UTF_8));
    }

    /**
     * The values that can be searched, in document order; what holds nothing to search by yields none, nor does what a
     * parameter of that kind cannot index, such as the Age among Procedure's dates.
     */
    List<Indexed> values(Resource resource, SearchParameter parameter) {
        return evaluate(resource, parameter.expression()).stream()
                .flatMap(value -> indexed(value).stream())
                .filter(value -> (parameter.kind() == SearchKind.DATE) == value instanceof Indexed.Time)
                .toList();
    }

    /** The dates of what a parameter yields, as the document writes them. */
    List<String> dates(Resource resource, SearchParameter parameter) {
        return evaluate(resource, parameter.expression()).stream()
                .flatMap(value -> DateSpan.written(value).stream())
                .toList();
    }

    private List<IBase> evaluate(Resource resource, String expression) {
        IFhirPath.IParsedExpression path = parsed.computeIfAbsent(expression, this::parseExpression);
        return fhirPath.evaluate(resource, path, IBase.class);
    }

    private IFhirPath.IParsedExpression parseExpression(String expression) {
        try {
            return fhirPath.parse(expression);
        } catch (Exception refused) {
            throw new IllegalArgumentException(expression, refused);
        }
    }

    private static List<Indexed> indexed(IBase value) {
        return switch (value) {
            case CodeableConcept concept ->
                concept.getCoding().stream()
                        .flatMap(coding -> coding(coding).stream())
                        .toList();
            case Coding coding -> coding(coding);
            case Identifier identifier -> token(identifier.getSystem(), identifier.getValue());
            case Reference reference -> reference(reference);
            case CanonicalType canonical -> canonical(canonical.getValue());
            case Enumeration<?> code -> code.hasValue() ? token(code.getSystem(), code.getCode()) : List.of();
            case BooleanType flag ->
                flag.hasValue() ? token("http://hl7.org/fhir/special-values", flag.getValueAsString()) : List.of();
            case BaseDateTimeType date -> date(date);
            case Period period -> date(period);
            case Timing timing -> date(timing);
            case PrimitiveType<?> text -> token(null, text.getValueAsString());
            default -> List.of();
        };
    }

    private static List<Indexed> coding(Coding coding) {
        return token(coding.getSystem(), coding.getCode());
    }

    private static List<Indexed> token(@Nullable String system, @Nullable String code) {
        Token token = new Token(fitting(system), fitting(code));
        return token.system() == null && token.code() == null ? List.of() : List.of(token);
    }

    private static List<Indexed> reference(Reference reference) {
        String text = reference.getReferenceElement_().getValue();
        if (text == null) {
            Identifier identifier = reference.getIdentifier();
            return identifier.hasValue() ? List.of(new Indexed.Logical(identifier.getValue())) : List.of();
        }
        Matcher relative = RELATIVE.matcher(text);
        return List.of(
                relative.lookingAt()
                        ? new Indexed.Local(relative.group(1), relative.group(2))
                        : new Indexed.Foreign(text));
    }

    private static List<Indexed> canonical(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        String[] parts = text.split("\\|", 2);
        return List.of(new Indexed.Canonical(parts[0], parts.length > 1 ? parts[1] : null));
    }

    private static List<Indexed> date(IBase value) {
        return DateSpan.of(value)
                .<List<Indexed>>map(span -> List.of(new Indexed.Time(span)))
                .orElse(List.of());
    }

    /** What is longer has no column, as the architecture says of values out of range. */
    private static @Nullable String fitting(@Nullable String text) {
        return text == null || text.isEmpty() || text.length() > MAX_TEXT ? null : text;
    }
}
