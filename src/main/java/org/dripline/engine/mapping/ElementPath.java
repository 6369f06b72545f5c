package org.dripline.engine.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/**
 * Where an element stands in a resource of one type, written as FHIR writes it: {@code Procedure.performed[x]},
 * {@code MedicationAdministration.dosage.dose}. Repeating elements are walked through.
 *
 * @param text the path as written, which is also the {@code element} of child rows
 */
public record ElementPath(String text, List<Step> steps) {

    /** One step from an element to a child. */
    sealed interface Step {
        /** A child with a fixed name. */
        record Name(String name) implements Step {}

        /** A choice of types: those named, or any when none is named. */
        record Choice(String stem, Set<String> types) implements Step {
            boolean matches(String name) {
                return name.length() > stem.length()
                        && name.startsWith(stem)
                        && Character.isUpperCase(name.charAt(stem.length()))
                        && (types.isEmpty() || types.contains(name.substring(stem.length())));
            }
        }

        /** Those children that have a certain code in one of their elements. */
        record Having(String name, String element, String code) implements Step {}

        /** The value of an extension. */
        record Extension(String url) implements Step {}
    }

    /**
     * One value of an element.
     *
     * @param parent which of the parent's repetitions it stands in, counted through the whole resource
     */
    record Located(Json value, int parent) {}

    private static final Step EXTENSION_VALUE = new Step.Choice("value", Set.of());

    public ElementPath {
        steps = List.copyOf(steps);
    }

    /**
     * A path from a resource type. {@code value[x]} is a choice of any type, {@code onset[DateTime|Period]} of those
     * named, {@code telecom(system=email)} those telecoms whose system is email.
     */
    public static ElementPath of(String type, String path) {
        return new ElementPath(
                type + "." + path,
                Stream.of(path.split("\\.")).map(ElementPath::step).toList());
    }

    private static Step step(String text) {
        int bracket = text.indexOf('[');
        if (bracket >= 0) {
            String types = text.substring(bracket + 1, text.length() - 1);
            return new Step.Choice(
                    text.substring(0, bracket), types.equals("x") ? Set.of() : Set.of(types.split("\\|")));
        }
        int condition = text.indexOf('(');
        if (condition >= 0) {
            String[] pair = text.substring(condition + 1, text.length() - 1).split("=", 2);
            return new Step.Having(text.substring(0, condition), pair[0], pair[1]);
        }
        return new Step.Name(text);
    }

    /** The value of an extension on this element. */
    public ElementPath extension(String url) {
        List<Step> longer = new ArrayList<>(steps);
        longer.add(new Step.Extension(url));
        longer.add(EXTENSION_VALUE);
        return new ElementPath(text + ".extension(" + url.substring(url.lastIndexOf('/') + 1) + ")", longer);
    }

    /** The value of an extension on the resource itself. */
    public static ElementPath extension(String type, String url) {
        return new ElementPath(type, List.of()).extension(url);
    }

    /** The path of the element that this one is a child of, as text. */
    public String parent() {
        return text.substring(0, text.lastIndexOf('.'));
    }

    /** The element's values in document order, each with its parent's index; empty when it is absent. */
    List<Located> located(JsonObject resource) {
        List<Located> found = List.of(new Located(resource, 0));
        for (Step step : steps) {
            List<Located> next = new ArrayList<>();
            for (int parent = 0; parent < found.size(); parent++) {
                if (found.get(parent).value() instanceof JsonObject object) {
                    for (Json value : children(object, step)) {
                        next.add(new Located(value, parent));
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /** Whether a choice at the top of a resource has extensions, with a value or without. */
    boolean isExtended(JsonObject resource) {
        return steps.getFirst() instanceof Step.Choice choice
                && resource.members().keySet().stream()
                        .anyMatch(name -> name.startsWith("_") && choice.matches(name.substring(1)));
    }

    private static List<Json> children(JsonObject object, Step step) {
        return switch (step) {
            case Step.Name(String name) -> object.items(name);
            case Step.Having having ->
                object.items(having.name()).stream()
                        .filter(item -> hasText(item, having.element(), having.code()))
                        .toList();
            case Step.Extension(String url) ->
                object.items("extension").stream()
                        .filter(item -> hasText(item, "url", url))
                        .toList();
            case Step.Choice choice ->
                object.members().keySet().stream()
                        .filter(choice::matches)
                        .flatMap(name -> object.items(name).stream())
                        .toList();
        };
    }

    private static boolean hasText(Json item, String element, String text) {
        return item instanceof JsonObject object
                && object.text(element).filter(text::equals).isPresent();
    }
}
