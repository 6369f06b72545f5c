package org.dripline.profile;

import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.fhirpath.FHIRPathEngine;

/**
 * Finds the element that is to be mended where the reference validator points at the whole around it. For one body.
 *
 * @param root the body as the reference validator reads it, with lines and columns
 */
record Culprits(FHIRPathEngine paths, Element root) {
    /** Of invariants that compare elements, the one whose value is to be doubted; from where the invariant stands. */
    private static final Map<String, String> BY_INVARIANT = Map.of(
            "ki-dose-positive", "dosage.dose",
            "ki-dose-per-kg", "dosage.dose",
            "ki-esk-dose", "dose",
            "ki-phq9-total", "item.where(linkId.matches('^/?44261-6$')).answer.value",
            "ki-gad7-total", "item.where(linkId.matches('^/?70274-6$')).answer.value",
            "ki-score-range", "value",
            "ki-sed-range", "value",
            "ki-diss-range", "value",
            "ki-resp-change", "component.where(code.coding.code = 'percent-change').value",
            "ki-resp-category", "value");

    /** The id of a missing code whose element gives nothing but extensions, such as the reason why it is absent. */
    static final String ABSENT_CODE = "terminology_tx_code_absent";

    /** The finding where it belongs and as what it is; as it came when nothing better is known. */
    Finding refined(Finding finding) {
        return finding.about("terminology_tx_code_valueset")
                        && find(finding.location())
                                .filter(Culprits::saysNothing)
                                .isPresent()
                ? finding.named(ABSENT_CODE)
                : placed(finding);
    }

    /** R4 lets an extension stand for a value, and a binding binds what is there (R4, extensibility.html). */
    private static boolean saysNothing(Element coded) {
        return coded.isPrimitive() ? !coded.hasValue() : !coded.hasChild("text");
    }

    private Finding placed(Finding finding) {
        return Optional.ofNullable(BY_INVARIANT.get(finding.invariant()))
                .flatMap(path -> find(finding.location() + '.' + path))
                .map(element -> finding.at(path(element), element.line(), element.col()))
                .orElse(finding);
    }

    private Optional<Element> find(String path) {
        try {
            return paths.evaluate(root, path).stream()
                    .filter(Element.class::isInstance)
                    .map(Element.class::cast)
                    .findFirst();
        } catch (FHIRException notAPath) {
            // Where the validator writes a location that it cannot read itself, the finding stays as it is.
            return Optional.empty();
        }
    }

    /** As the reference validator writes it: a choice of types by the type that was chosen. */
    private static String path(Element element) {
        String choice = "[x]";
        String path = element.getPath();
        return path.endsWith(choice)
                ? path.substring(0, path.length() - choice.length()) + ".ofType(" + element.fhirType() + ')'
                : path;
    }
}
