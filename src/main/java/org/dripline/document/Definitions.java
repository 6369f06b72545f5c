package org.dripline.document;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeChildChoiceDefinition;
import ca.uhn.fhir.context.RuntimeChildContainedResources;
import ca.uhn.fhir.context.RuntimeChildDirectResource;
import ca.uhn.fhir.context.RuntimeChildExtension;
import ca.uhn.fhir.context.RuntimeChildResourceDefinition;
import ca.uhn.fhir.context.RuntimePrimitiveDatatypeXhtmlHl7OrgDefinition;
import ca.uhn.fhir.context.RuntimeResourceDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dripline.document.ElementType.Child;
import org.dripline.document.ElementType.Form;
import org.jspecify.annotations.Nullable;

/** R4's types as HAPI defines them. HAPI knows a few names and types that R4 does not; they are left out here. */
public final class Definitions {
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final Set<String> RESOURCES = CONTEXT.getResourceTypes();
    private static final Map<BaseRuntimeElementDefinition<?>, ElementType> TYPES = new ConcurrentHashMap<>();
    private static final Set<String> NUMBERS = Set.of("decimal", "integer", "positiveInt", "unsignedInt");

    /** What HAPI offers for {@code value[x]} of type {@code *} although R4 does not (R4, Open Type Element). */
    private static final Set<String> NOT_OPEN = Set.of(
            "ElementDefinition",
            "Extension",
            "MarketingStatus",
            "Narrative",
            "Population",
            "ProdCharacteristic",
            "ProductShelfLife",
            "SubstanceAmount",
            "xhtml");

    /** What HAPI's classes hold although R4's definitions do not. */
    private static final Set<String> NOT_IN_R4 = Set.of(
            "ChargeItemDefinition.name",
            "CompartmentDefinition.jurisdiction",
            "CompartmentDefinition.title",
            "EffectEvidenceSynthesis.experimental",
            "Evidence.experimental",
            "EvidenceVariable.experimental",
            "ExampleScenario.description",
            "ExampleScenario.title",
            "GraphDefinition.title",
            "NamingSystem.experimental",
            "NamingSystem.title",
            "NamingSystem.url",
            "NamingSystem.version",
            "RiskEvidenceSynthesis.experimental",
            "SearchParameter.title");

    private static final ElementType EXTENSION = type(element("Extension"));
    private static final ElementType ANY_RESOURCE = new ElementType("Resource", Form.RESOURCE, Map::of);

    private Definitions() {}

    /** The type of resources with that name; empty when R4 has none. */
    public static Optional<ElementType> resource(String name) {
        return RESOURCES.contains(name) ? Optional.of(type(CONTEXT.getResourceDefinition(name))) : Optional.empty();
    }

    private static ElementType type(BaseRuntimeElementDefinition<?> definition) {
        return TYPES.computeIfAbsent(definition, Definitions::newType);
    }

    private static ElementType newType(BaseRuntimeElementDefinition<?> definition) {
        String name = definition.getName();
        return switch (definition) {
            case RuntimePrimitiveDatatypeXhtmlHl7OrgDefinition xhtml -> new ElementType(name, Form.XHTML, Map::of);
            case BaseRuntimeElementCompositeDefinition<?> composite ->
                new ElementType(name, Form.COMPLEX, () -> children(composite));
            default -> new ElementType(name, primitiveForm(name), Definitions::primitiveChildren);
        };
    }

    private static Form primitiveForm(String type) {
        if (type.equals("boolean")) {
            return Form.BOOLEAN;
        }
        return NUMBERS.contains(type) ? Form.NUMBER : Form.TEXT;
    }

    private static Map<String, Child> primitiveChildren() {
        return Map.of(
                "id", new Child("id", "id", 0, false, true, Marks.NONE, type(element("string"))),
                "extension", new Child("extension", "extension", 1, true, false, Marks.NONE, EXTENSION));
    }

    private static Map<String, Child> children(BaseRuntimeElementCompositeDefinition<?> owner) {
        Map<String, Child> children = new LinkedHashMap<>();
        List<BaseRuntimeChildDefinition> definitions = owner.getChildren();
        for (int position = 0; position < definitions.size(); position++) {
            BaseRuntimeChildDefinition definition = definitions.get(position);
            String element = definition.getElementName();
            if (NOT_IN_R4.contains(owner.getName() + "." + element)) {
                continue;
            }
            boolean many = definition.getMax() != 1;
            Marks marks = Marks.of(owner.getName(), definition);
            for (String name : definition.getValidChildNames()) {
                ElementType type = typeOf(definition, name);
                if (type != null) {
                    boolean attribute = isAttribute(owner, name);
                    children.put(name, new Child(name, element, position, many, attribute, marks, type));
                }
            }
        }
        return Collections.unmodifiableMap(children);
    }

    private static boolean isAttribute(BaseRuntimeElementCompositeDefinition<?> owner, String name) {
        boolean elementId = name.equals("id") && !(owner instanceof RuntimeResourceDefinition);
        return elementId || (name.equals("url") && owner.getName().equals("Extension"));
    }

    private static @Nullable ElementType typeOf(BaseRuntimeChildDefinition definition, String name) {
        return switch (definition) {
            case RuntimeChildExtension extension -> EXTENSION;
            case RuntimeChildContainedResources contained -> ANY_RESOURCE;
            case RuntimeChildDirectResource resource -> ANY_RESOURCE;
            default -> {
                BaseRuntimeElementDefinition<?> child = definition.getChildByName(name);
                yield isR4Name(definition, name, child.getName()) ? type(child) : null;
            }
        };
    }

    /** A choice is named by its type: {@code subjectReference} is R4's, {@code subjectGroup} only HAPI's. */
    private static boolean isR4Name(BaseRuntimeChildDefinition definition, String name, String type) {
        String element = definition.getElementName();
        if (!(definition instanceof RuntimeChildChoiceDefinition)) {
            return !(definition instanceof RuntimeChildResourceDefinition) || name.equals(element);
        }
        String suffix = name.substring(element.length());
        return suffix.equalsIgnoreCase(type) && !NOT_OPEN.contains(type);
    }

    private static BaseRuntimeElementDefinition<?> element(String name) {
        BaseRuntimeElementDefinition<?> definition = CONTEXT.getElementDefinition(name);
        if (definition == null) {
            throw new IllegalStateException("HAPI does not define " + name);
        }
        return definition;
    }
}
