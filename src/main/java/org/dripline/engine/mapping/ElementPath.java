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

        /** The value of an extension. */
        record Extension(String url) implements Step {}
    }

    private static final Step EXTENSION_VALUE = new Step.Choice("value", Set.of());

    public ElementPath {
        steps = List.copyOf(steps);
    }

    /**
     * A path from a resource type. {@code value[x]} is a choice of any type, {@code onset[DateTime|Period]} of those
     * named.
     */
    public static ElementPath of(String type, String path) {
        return new ElementPath(
                type + "." + path,
                Stream.of(path.split("\\.")).map(ElementPath::step).toList());
    }

    private static Step step(String text) {
        int bracket = text.indexOf('[');
        if (bracket < 0) {
            return new Step.Name(text);
        }
        String types = text.substring(bracket + 1, text.length() - 1);
        return new Step.Choice(text.substring(0, bracket), types.equals("x") ? Set.of() : Set.of(types.split("\\|")));
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

    /** The element's values in document order; empty when it is absent. */
    public List<Json> values(JsonObject resource) {
        List<Json> found = List.of(resource);
        for (Step step : steps) {
            List<Json> next = new ArrayList<>();
            for (Json value : found) {
                if (value instanceof JsonObject object) {
                    collect(object, step, next);
                }
            }
            found = next;
        }
        return found;
    }

    private static void collect(JsonObject object, Step step, List<Json> into) {
        switch (step) {
            case Step.Name(String name) -> into.addAll(object.items(name));
            case Step.Extension(String url) ->
                object.items("extension").stream()
                        .filter(item -> item instanceof JsonObject extension
                                && extension.text("url").filter(url::equals).isPresent())
                        .forEach(into::add);
            case Step.Choice choice ->
                object.members().keySet().stream()
                        .filter(choice::matches)
                        .forEach(name -> into.addAll(object.items(name)));
        }
    }
}
