package org.dripline.engine.mapping;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementCompositeDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeChildChoiceDefinition;
import ca.uhn.fhir.context.RuntimeChildPrimitiveEnumerationDatatypeDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseEnumFactory;
import org.jspecify.annotations.Nullable;

/**
 * Finds the elements that an expression of R4's search parameters names, with the layouts that make them searchable. It
 * knows the few forms of FHIRPath that R4 uses there, and fails at start on any other.
 */
final class SearchPaths {
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final String SPECIAL_VALUES = "http://hl7.org/fhir/special-values";

    /** {@code (A.b as C)}, {@code (A.b as C).d}, {@code A.b.as(C)}. */
    private static final Pattern AS = Pattern.compile("\\((\\S+) as (\\w+)\\)(?:\\.(\\w+))?|(\\S+)\\.as\\((\\w+)\\)()");

    /** {@code A.b.where(resolve() is C)}: the type is the parameter's target. */
    private static final Pattern RESOLVED = Pattern.compile("(\\S+)\\.where\\(resolve\\(\\) is \\w+\\)");

    /** {@code A.b.where(c='d')}. */
    private static final Pattern HAVING = Pattern.compile("(\\S+)\\.where\\((\\w+)='([^']+)'\\)");

    private final String type;
    private final SearchKind kind;

    private SearchPaths(String type, SearchKind kind) {
        this.type = type;
        this.kind = kind;
    }

    /** What of the expression can be searched by this kind of parameter. */
    static List<MappedElement> of(String type, SearchKind kind, String expression) {
        SearchPaths paths = new SearchPaths(type, kind);
        List<MappedElement> found = Stream.of(expression.split(" \\| "))
                .flatMap(part -> paths.elements(part.strip()).stream())
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException(type + " has nothing to search by in " + expression);
        }
        return found;
    }

    private List<MappedElement> elements(String part) {
        Matcher resolved = RESOLVED.matcher(part);
        Matcher as = AS.matcher(part);
        Matcher having = HAVING.matcher(part);
        if (resolved.matches()) {
            return elements(resolved.group(1), null, null, null);
        }
        if (as.matches()) {
            boolean infix = as.group(1) != null;
            return elements(as.group(infix ? 1 : 4), as.group(infix ? 2 : 5), infix ? as.group(3) : null, null);
        }
        return having.matches()
                ? elements(having.group(1), null, null, "(" + having.group(2) + "=" + having.group(3) + ")")
                : elements(part, null, null, null);
    }

    private List<MappedElement> elements(
            String path, @Nullable String as, @Nullable String behind, @Nullable String condition) {
        List<String> names = new ArrayList<>(List.of(path.split("\\.")));
        boolean ofEveryType = names.removeFirst().equals("Resource");
        BaseRuntimeElementCompositeDefinition<?> owner = R4.getResourceDefinition(type);
        for (String name : names.subList(0, names.size() - 1)) {
            owner = (BaseRuntimeElementCompositeDefinition<?>)
                    child(owner, name).getChildByName(name);
        }
        String last = names.removeLast();
        String before = names.stream().map(name -> name + ".").collect(Collectors.joining());
        BaseRuntimeChildDefinition child = child(owner, last);
        List<MappedElement> found = new ArrayList<>();
        if (child instanceof RuntimeChildChoiceDefinition choice) {
            choice(choice, as, behind)
                    .forEach((layout, types) -> found.add(element(
                            ofEveryType,
                            before + last + "[" + String.join("|", types) + "]" + dotted(behind),
                            layout)));
        } else {
            layout(child, child.getChildByName(last))
                    .ifPresent(layout -> found.add(
                            element(ofEveryType, before + last + (condition == null ? "" : condition), layout)));
        }
        return found;
    }

    private static String dotted(@Nullable String behind) {
        return behind == null ? "" : "." + behind;
    }

    /** The same element of every type is told by one name, so that all types can be searched for it at once. */
    private MappedElement element(boolean ofEveryType, String path, Layout layout) {
        ElementPath own = ElementPath.of(type, path);
        return new MappedElement(ofEveryType ? new ElementPath("Resource." + path, own.steps()) : own, layout);
    }

    private static BaseRuntimeChildDefinition child(BaseRuntimeElementCompositeDefinition<?> owner, String name) {
        BaseRuntimeChildDefinition single = owner.getChildByName(name);
        BaseRuntimeChildDefinition child = single == null ? owner.getChildByName(name + "[x]") : single;
        if (child == null) {
            throw new IllegalStateException(owner.getName() + " has no " + name);
        }
        return child;
    }

    /** The types of a choice that this kind can search, by layout. */
    private Map<Layout, Set<String>> choice(
            RuntimeChildChoiceDefinition choice, @Nullable String as, @Nullable String behind) {
        Map<Layout, Set<String>> layouts = new LinkedHashMap<>();
        for (String name : choice.getValidChildNames()) {
            BaseRuntimeElementDefinition<?> definition = choice.getChildByName(name);
            String suffix = name.substring(choice.getElementName().length());
            if (!suffix.equalsIgnoreCase(definition.getName())
                    || (as != null && !as.equalsIgnoreCase(definition.getName()))) {
                continue;
            }
            Optional<Layout> layout = behind == null
                    ? layout(choice, definition)
                    : layout(
                            choice,
                            ((BaseRuntimeElementCompositeDefinition<?>) definition)
                                    .getChildByName(behind)
                                    .getChildByName(behind));
            layout.ifPresent(found ->
                    layouts.computeIfAbsent(found, key -> new TreeSet<>()).add(suffix));
        }
        return layouts;
    }

    private Optional<Layout> layout(BaseRuntimeChildDefinition child, BaseRuntimeElementDefinition<?> definition) {
        return Optional.ofNullable(
                switch (kind) {
                    case TOKEN -> token(child, definition.getName());
                    case DATE ->
                        switch (definition.getName()) {
                            case "date", "dateTime", "instant", "Period", "Timing" -> new Layout.DateRows();
                            default -> null;
                        };
                    case STRING ->
                        switch (definition.getName()) {
                            case "string", "markdown" -> new Layout.Texts();
                            case "HumanName" -> Layout.TextParts.HUMAN_NAME;
                            case "Address" -> Layout.TextParts.ADDRESS;
                            default -> null;
                        };
                    case QUANTITY ->
                        switch (definition.getName()) {
                            case "Quantity", "SimpleQuantity", "Age", "Duration", "Count", "Distance", "Range" ->
                                new Layout.Quantities();
                            default -> null;
                        };
                    case NUMBER ->
                        switch (definition.getName()) {
                            case "integer", "positiveInt", "unsignedInt", "decimal" -> new Layout.Quantities();
                            default -> null;
                        };
                    case REFERENCE ->
                        switch (definition.getName()) {
                            case "Reference" -> new Layout.Links();
                            // R4 has references by plain uris, too: ConceptMap's source-uri.
                            case "canonical", "uri" -> new Layout.Uris(true);
                            default -> null;
                        };
                    case URI -> new Layout.Uris(definition.getName().equals("canonical"));
                    case COMPOSITE -> null;
                });
    }

    private static @Nullable Layout token(BaseRuntimeChildDefinition child, String datatype) {
        if (child instanceof RuntimeChildPrimitiveEnumerationDatatypeDefinition enumeration) {
            return tokens(enumeration);
        }
        return switch (datatype) {
            case "CodeableConcept", "Coding" -> new Layout.Codings();
            case "Identifier" -> new Layout.Identifiers();
            case "ContactPoint" -> new Layout.Contacts();
            case "boolean" -> new Layout.Tokens(SPECIAL_VALUES, true, true);
            case "string" -> new Layout.Tokens(null, false, false);
            // Of a code whose system is not known here R4 asks to ignore the case.
            case "code" -> new Layout.Tokens(null, false, true);
            case "id", "uri", "url", "canonical" -> new Layout.Tokens(null, true, false);
            default -> null;
        };
    }

    /** The codes of an enumeration belong to one system; a few of some to another. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // HAPI's factories are generic in their own enumeration only.
    private static Layout tokens(RuntimeChildPrimitiveEnumerationDatatypeDefinition child) {
        if (!(child.getInstanceConstructorArguments() instanceof IBaseEnumFactory factory)) {
            return new Layout.Tokens(null, true, true);
        }
        Enum[] constants = (Enum[]) child.getBoundEnumType().getEnumConstants();
        String system = factory.toSystem(constants[0]);
        Map<String, String> others = new TreeMap<>();
        for (Enum constant : constants) {
            String own = factory.toSystem(constant);
            if (own != null && own.contains(":") && !own.equals(system)) {
                others.put(factory.toCode(constant), own);
            }
        }
        return new Layout.Tokens(system, others, true, true);
    }
}
