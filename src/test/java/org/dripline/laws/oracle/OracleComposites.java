package org.dripline.laws.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.dripline.laws.oracle.Definition.Component;
import org.hl7.fhir.instance.model.api.IBase;

/** Several values within the same element, joined by {@code $} (R4, 3.1.1.4.17). */
final class OracleComposites implements Rules {
    private final Function<Kind, Rules> rules;
    private final Expressions expressions;

    OracleComposites(Function<Kind, Rules> rules, Expressions expressions) {
        this.rules = rules;
        this.expressions = expressions;
    }

    /** An element that holds all parts; {@code :missing} is not asked of composites. */
    @Override
    public boolean isIndexed(IBase value) {
        return true;
    }

    @Override
    public Predicate<IBase> asked(Definition definition, String modifier, String text) {
        Rules.refuse(modifier);
        List<String> parts = SearchWords.split(text, '$');
        List<Component> components = definition.components();
        if (parts.size() != components.size() || parts.contains("")) {
            throw new Refused("a composite has a value for each of its " + components.size() + " parts");
        }
        List<Predicate<IBase>> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            all.add(part(components.get(i), parts.get(i)));
        }
        return element -> all.stream().allMatch(part -> part.test(element));
    }

    private Predicate<IBase> part(Component component, String text) {
        Definition definition = component.definition();
        Predicate<IBase> asked = rules.apply(definition.kind()).asked(definition, "", text);
        return element ->
                expressions.evaluate(element, component.expression()).stream().anyMatch(asked);
    }

    @Override
    public List<Comparable<?>> sortedBy(Definition definition, IBase value, boolean descending) {
        throw new Refused("composites have no order");
    }
}
