package org.dripline.profile;

import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.fhirpath.FHIRPathEngine;

/** Refuses definitions of an operator that are well-formed and yet could never be fulfilled, or never be checked. */
final class OwnRules {
    private final FHIRPathEngine expressions;
    private final List<IValidationSupport> known;

    /** @param known where value sets are looked up */
    OwnRules(IWorkerContext context, IValidationSupport... known) {
        this.expressions = new FHIRPathEngine(context);
        this.known = List.of(known);
    }

    /** @param profile with its snapshot */
    void require(String file, StructureDefinition profile) {
        profile.getSnapshot().getElement().forEach(element -> requireCardinality(file, element));
        Stream.concat(profile.getDifferential().getElement().stream(), profile.getSnapshot().getElement().stream())
                .forEach(element -> element.getConstraint().forEach(rule -> requireExpression(file, element, rule)));
    }

    /** Each value set that it includes or excludes must be here. */
    void require(String file, ValueSet set) {
        Stream.concat(set.getCompose().getInclude().stream(), set.getCompose().getExclude().stream())
                .flatMap(part -> part.getValueSet().stream())
                .map(CanonicalType::getValue)
                .filter(url -> url != null && !isKnown(url))
                .findFirst()
                .ifPresent(url -> {
                    throw new ProfileUnusable(file, "includes the ValueSet " + url + ", which is not known");
                });
    }

    private boolean isKnown(String canonical) {
        String url = canonical.replaceFirst("\\|.*", "");
        return known.stream().anyMatch(support -> support.fetchValueSet(url) != null);
    }

    private static void requireCardinality(String file, ElementDefinition element) {
        String max = element.hasMax() ? element.getMax() : "*";
        if (!max.equals("*") && !max.matches("[0-9]{1,9}")) {
            throw new ProfileUnusable(file, "has a max at " + element.getId() + " that is neither a number nor *");
        }
        if (!max.equals("*") && element.getMin() > Integer.parseInt(max)) {
            throw new ProfileUnusable(
                    file,
                    "wants at least " + element.getMin() + " of " + element.getId() + ", and at most " + max
                            + " (min and max)");
        }
    }

    private void requireExpression(String file, ElementDefinition element, ElementDefinitionConstraintComponent rule) {
        if (!rule.hasExpression()) {
            return;
        }
        try {
            expressions.parse(rule.getExpression());
        } catch (FHIRException wrong) {
            throw new ProfileUnusable(
                    file,
                    "has an expression that is no FHIRPath, in the constraint " + rule.getKey() + " at "
                            + element.getId() + ": " + wrong.getMessage());
        }
    }
}
