package org.dripline.laws;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeDeclaredChildDefinition;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r4.model.Enumeration;

/** The codes an element may have, from the enum of HAPI's class. */
final class BoundCodes {
    private static final Map<Class<?>, List<String>> KNOWN = new ConcurrentHashMap<>();

    private BoundCodes() {}

    /** Empty when no enum binds the element. */
    static List<String> of(BaseRuntimeChildDefinition child) {
        if (!(child instanceof BaseRuntimeDeclaredChildDefinition declared)) {
            return List.of();
        }
        Type type = declared.getField().getGenericType();
        while (type instanceof ParameterizedType generic) {
            Type argument = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Enumeration.class) {
                return KNOWN.computeIfAbsent((Class<?>) argument, BoundCodes::codes);
            }
            type = argument;
        }
        return List.of();
    }

    private static List<String> codes(Class<?> boundTo) {
        return Arrays.stream(boundTo.getEnumConstants())
                .filter(constant -> !constant.toString().equals("NULL"))
                .map(BoundCodes::code)
                .filter(Objects::nonNull)
                .toList();
    }

    private static String code(Object constant) {
        try {
            return (String) constant.getClass().getMethod("toCode").invoke(constant);
        } catch (ReflectiveOperationException notAnEnumOfHapi) {
            throw new IllegalStateException(notAnEnumOfHapi);
        }
    }
}
