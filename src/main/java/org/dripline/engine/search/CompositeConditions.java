package org.dripline.engine.search;

import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.or;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.SearchParameter;
import org.jooq.Condition;

/**
 * Conditions on several values of one element (R4, 3.1.1.4.17). The composite's expression names that element: the
 * resource itself, then any values of the resource will do; or a repeating part of it, whose rows carry its index.
 */
final class CompositeConditions {
    private final Conditions conditions;
    private final SearchParameter composite;

    CompositeConditions(Conditions conditions, SearchParameter composite) {
        this.conditions = conditions;
        this.composite = composite;
    }

    Condition of(Value.Composite value, Scope scope) {
        return or(Stream.of(composite.expression().split(" \\| "))
                .map(root -> within(root, value.parts(), scope))
                .toList());
    }

    private Condition within(String root, List<Value> values, Scope scope) {
        if (root.indexOf('.') < 0) {
            List<Condition> all = new ArrayList<>();
            for (int part = 0; part < values.size(); part++) {
                all.add(part(root, part, values, scope));
            }
            return and(all);
        }
        return sameParent(root, 0, values, scope);
    }

    /** A row of the first part, beside it one of the next with the same parent, and so on. */
    private Condition sameParent(String root, int part, List<Value> values, Scope scope) {
        Scope here =
                part == values.size() - 1 ? scope : scope.with(beside -> sameParent(root, part + 1, values, beside));
        return part(root, part, values, here);
    }

    private Condition part(String root, int part, List<Value> values, Scope scope) {
        SearchParameter parameter = composite.parts().get(part);
        return or(parameter.elements().stream()
                .filter(element -> isChildOf(root, element))
                .map(element -> conditions.any(parameter, element, List.of(values.get(part)), scope))
                .toList());
    }

    private static boolean isChildOf(String root, MappedElement element) {
        return element.path().parent().equals(root);
    }
}
