package org.dripline.laws.oracle;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.fhirpath.IFhirPath;
import ca.uhn.fhir.fhirpath.IFhirPathEvaluationContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IIdType;
import org.jspecify.annotations.Nullable;

/**
 * FHIRPath by HAPI, each expression evaluated once for each element.
 *
 * <p>{@code resolve() is Patient} is judged by the reference's text: a reference that names a type resolves to an empty
 * resource of that type, any other to nothing.
 */
final class Expressions {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    private final IFhirPath fhirPath = R4.newFhirPath();
    private final Map<String, IFhirPath.IParsedExpression> parsed = new HashMap<>();
    private final IdentityHashMap<IBase, Map<String, List<IBase>>> evaluated = new IdentityHashMap<>();

    Expressions() {
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

    List<IBase> evaluate(IBase element, String expression) {
        return evaluated
                .computeIfAbsent(element, unseen -> new HashMap<>())
                .computeIfAbsent(
                        expression,
                        unseen -> parts(expression).stream()
                                .flatMap(part -> fhirPath.evaluate(element, parsed(part), IBase.class).stream())
                                .toList());
    }

    /**
     * What the bars of a union join, evaluated one by one: HAPI's union leaves out one of two equal quantities, and
     * cannot tell whether they are.
     */
    static List<String> parts(String expression) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            quoted ^= c == '\'' && (i == 0 || expression.charAt(i - 1) != '\\');
            if (c == '(' && !quoted) {
                depth++;
            } else if (c == ')' && !quoted) {
                depth--;
            } else if (c == '|' && !quoted && depth == 0) {
                parts.add(expression.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(expression.substring(start).strip());
        return parts;
    }

    private IFhirPath.IParsedExpression parsed(String expression) {
        return parsed.computeIfAbsent(expression, unseen -> {
            try {
                return fhirPath.parse(expression);
            } catch (Exception refused) {
                throw new IllegalArgumentException(expression, refused);
            }
        });
    }
}
