package org.dripline.laws;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeDeclaredChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeChildChoiceDefinition;
import ca.uhn.fhir.context.RuntimeChildContainedResources;
import ca.uhn.fhir.context.RuntimeChildDirectResource;
import ca.uhn.fhir.context.RuntimeChildExtension;
import ca.uhn.fhir.context.RuntimeChildResourceDefinition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;

/**
 * A document of any R4 type by chance: valid by structure and, as far as {@link ElementRules} knows them, by R4's
 * bindings and invariants; and full of what converters lose: ids and extensions on everything, holes in arrays of
 * primitives, versioned, foreign, logical and fragment references, odd numbers, characters and dates. The same type and
 * seed make the same document.
 */
public final class GeneratedResource {
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final int LEVELS = 3;
    private static final List<String> PROFILES = List.of(
            "https://other.example/StructureDefinition/p",
            "https://other.example/StructureDefinition/p|1.0",
            "https://other.example/StructureDefinition/p|1.5",
            "https://other.example/StructureDefinition/p|10",
            "https://other.example/StructureDefinition/p/q");
    /** Made also where the elements of elements end. */
    private static final Set<String> DATATYPES =
            Set.of("Reference", "CodeableConcept", "Coding", "Quantity", "Period", "Timing", "UsageContext");
    /** Types of a choice that searches look at, the more often the more parameters do. */
    private static final List<String> SEARCHED = List.of(
            "Quantity",
            "Quantity",
            "Quantity",
            "CodeableConcept",
            "CodeableConcept",
            "String",
            "DateTime",
            "Period",
            "Range",
            "Age");

    /** What HAPI lets any value be, such as that of Task.input, although R4 does not. */
    private static final Set<String> NOT_OPEN = Set.of(
            "ElementDefinition",
            "Extension",
            "MarketingStatus",
            "Narrative",
            "Population",
            "ProdCharacteristic",
            "ProductShelfLife",
            "SubstanceAmount",
            "Xhtml");

    private static final List<String> WITHIN_BUNDLES =
            List.of("Composition", "Patient", "Practitioner", "Organization", "Procedure");

    private final Chance chance;
    private final GeneratedPrimitives primitives;
    private final GeneratedExtensions extensions;
    private final GeneratedDatatypes datatypes;
    private final GeneratedReferences references;
    private final GeneratedItems items;
    private final ElementRules rules;

    private GeneratedResource(long seed) {
        chance = new Chance(seed);
        primitives = new GeneratedPrimitives(chance);
        extensions = new GeneratedExtensions(chance, primitives, type -> value(type, 1));
        datatypes = new GeneratedDatatypes(chance, primitives, extensions);
        references = new GeneratedReferences(chance, primitives, this::contained);
        items = new GeneratedItems(chance, primitives, datatypes, extensions);
        rules = new ElementRules(chance);
    }

    /** The document has an id made of its seed: {@code g7}. */
    public static JsonObject of(String type, long seed) {
        GeneratedResource generated = new GeneratedResource(seed * 1000 + Math.floorMod(type.hashCode(), 1000));
        return generated.resource(type, "g" + seed);
    }

    private JsonObject resource(String type, String id) {
        BaseRuntimeElementCompositeDefinition<?> definition = R4.getResourceDefinition(type);
        if (definition.getChildByName("contained") == null) {
            references.withoutContained();
        }
        Draft draft = new Draft().put("resourceType", type).put("id", id);
        if (chance.oneIn(2)) {
            draft.put("meta", meta());
        }
        fill(draft, type, definition, LEVELS);
        if (type.startsWith("Questionnaire") && !chance.oneIn(4)) {
            draft.list("item", items.items(type, 2));
        }
        String written = new String(JsonWriter.bytes(draft.object()), StandardCharsets.UTF_8);
        List<JsonObject> contained = references.contained().stream()
                .filter(each -> written.contains("\"#" + each.text("id").orElse("") + "\""))
                .toList();
        return contained.isEmpty()
                ? draft.object()
                : draft.list("contained", contained).object();
    }

    private JsonObject contained(String type, String id) {
        Draft draft = new Draft().put("resourceType", type).put("id", id);
        fill(draft, type, R4.getResourceDefinition(type), 1);
        return draft.object();
    }

    /** Also what the server replaces, and extensions beside it that stay. */
    private JsonObject meta() {
        Draft meta = new Draft();
        if (chance.oneIn(3)) {
            meta.list("extension", List.of(extensions.extension(true)));
        }
        if (chance.oneIn(3)) {
            meta.put("versionId", "77").put("_lastUpdated", extensions.shadow());
        }
        if (chance.oneIn(2)) {
            meta.put("source", primitives.value("uri")).put("_source", extensions.shadow());
        }
        if (chance.oneIn(4)) {
            meta.list("_profile", List.of(extensions.shadow()));
        } else if (chance.oneIn(2)) {
            meta.list("profile", List.of(Json.of(chance.one(PROFILES)), Json.of(chance.one(PROFILES))));
        }
        if (chance.oneIn(2)) {
            meta.list("security", List.of(value("Coding", 1)));
        }
        meta.list("tag", List.of(value("Coding", 1), value("Coding", 1)));
        return meta.object();
    }

    private void fill(Draft into, String path, BaseRuntimeElementDefinition<?> type, int levels) {
        List<BaseRuntimeChildDefinition> children =
                new ArrayList<>(((BaseRuntimeElementCompositeDefinition<?>) type).getChildren());
        for (BaseRuntimeChildDefinition child : children) {
            String childPath = path + "." + child.getElementName();
            boolean wanted = child.getMin() > 0 || rules.wants(childPath) || chance.oneIn(levels == LEVELS ? 2 : 4);
            if (wanted && !rules.avoids(childPath) && !isOwn(child, path)) {
                put(into, childPath, child, levels - 1);
            }
        }
        if (into.isEmpty()) {
            into.list("extension", List.of(extensions.extension(true)));
        }
        rules.mend(path, into);
    }

    /** The id and meta of resources and what is contained come from elsewhere. */
    private static boolean isOwn(BaseRuntimeChildDefinition child, String path) {
        boolean resource = R4.getResourceTypes().contains(path);
        return child instanceof RuntimeChildContainedResources
                || (resource
                        && (child.getElementName().equals("id")
                                || child.getElementName().equals("meta")));
    }

    private void put(Draft into, String path, BaseRuntimeChildDefinition child, int levels) {
        if (child instanceof RuntimeChildExtension) {
            if (chance.oneIn(3)) {
                into.list("extension", List.of(extensions.extension(true)));
            }
            return;
        }
        if (child instanceof RuntimeChildDirectResource) {
            into.put(child.getElementName(), contained(chance.one(WITHIN_BUNDLES), "e"));
            return;
        }
        String name = name(child);
        String type = child.getChildByName(name).getName();
        boolean primitive = R4.getElementDefinition(type) != null && Character.isLowerCase(type.charAt(0));
        if (name.equals("id")) {
            if (chance.oneIn(3)) {
                into.put("id", extensions.newId());
            }
        } else if (primitive) {
            primitive(into, path, name, child, type);
        } else if (levels > 0 || child.getMin() > 0 || DATATYPES.contains(type)) {
            complex(into, path, name, child, levels);
        }
    }

    /** A choice is named by its type: {@code subjectReference} is R4's, {@code subjectGroup} only HAPI's. */
    private String name(BaseRuntimeChildDefinition child) {
        if (!(child instanceof RuntimeChildChoiceDefinition)) {
            return child.getElementName();
        }
        int stem = child.getElementName().length();
        List<String> names = child.getValidChildNames().stream()
                .filter(name -> name.substring(stem)
                        .equalsIgnoreCase(child.getChildByName(name).getName()))
                .filter(name -> !NOT_OPEN.contains(name.substring(stem)))
                .sorted(Comparator.naturalOrder())
                .toList();
        List<String> searched = SEARCHED.stream()
                .map(type -> child.getElementName() + type)
                .filter(names::contains)
                .toList();
        return chance.one(searched.isEmpty() || chance.oneIn(3) ? names : searched);
    }

    private void primitive(Draft into, String path, String name, BaseRuntimeChildDefinition child, String type) {
        if (child.getMax() == 1) {
            boolean shadowed = chance.oneIn(6);
            if (!shadowed || child.getMin() > 0 || chance.oneIn(2)) {
                into.put(name, primitiveValue(path, child, type));
            }
            if (shadowed) {
                into.put("_" + name, extensions.shadow());
            }
            return;
        }
        List<Json> values = new ArrayList<>();
        List<Json> shadows = new ArrayList<>();
        int count = 1 + chance.below(3);
        for (int i = 0; i < count; i++) {
            boolean shadowed = chance.oneIn(4);
            boolean valued = !shadowed || chance.oneIn(2);
            values.add(valued ? primitiveValue(path, child, type) : new Json.Null());
            shadows.add(shadowed ? extensions.shadow() : new Json.Null());
        }
        listUnlessHollow(into, name, values);
        listUnlessHollow(into, "_" + name, shadows);
    }

    private static void listUnlessHollow(Draft into, String name, List<Json> items) {
        if (!items.stream().allMatch(Json.Null.class::isInstance)) {
            into.list(name, items);
        }
    }

    private Json primitiveValue(String path, BaseRuntimeChildDefinition child, String type) {
        List<String> bound = BoundCodes.of(child);
        if (!bound.isEmpty()) {
            return Json.of(chance.one(bound));
        }
        return rules.hasCode(path) ? rules.code(path) : primitives.value(type);
    }

    private void complex(Draft into, String path, String name, BaseRuntimeChildDefinition child, int levels) {
        if (child.getMax() == 1) {
            into.put(name, complexValue(path, name, child, levels));
            return;
        }
        List<Json> values = new ArrayList<>();
        int count = 1 + chance.below(2);
        for (int i = 0; i < count; i++) {
            values.add(complexValue(path, name, child, levels));
        }
        into.list(name, values);
    }

    private Json complexValue(String path, String name, BaseRuntimeChildDefinition child, int levels) {
        BaseRuntimeElementDefinition<?> type = child.getChildByName(name);
        if (rules.hasConcept(path)) {
            return rules.concept(path);
        }
        if (type.getName().equals("Reference") || child instanceof RuntimeChildResourceDefinition) {
            return references.reference(Targets.of((BaseRuntimeDeclaredChildDefinition) child));
        }
        if (R4.getElementDefinition(type.getName()) != null) {
            JsonObject value = value(type.getName(), levels);
            return name.equals("valueQuantity") && chance.oneIn(6) ? value.with("comparator", Json.of("<")) : value;
        }
        Draft part = new Draft();
        fill(part, path, type, levels);
        return part.object();
    }

    /** A value of a datatype. */
    private JsonObject value(String type, int levels) {
        if (type.equals("Reference")) {
            return references.reference(List.of());
        }
        JsonObject special = datatypes.special(type);
        if (special != null) {
            return special;
        }
        BaseRuntimeElementDefinition<?> definition = R4.getElementDefinition(type);
        if (definition == null) {
            throw new IllegalArgumentException("R4 has no datatype " + type);
        }
        Draft draft = new Draft();
        fill(draft, type, definition, levels);
        return draft.object();
    }
}
