package org.dripline.document;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeDeclaredChildDefinition;
import java.util.Set;

/**
 * What R4's definition of an element says of it beside its type.
 *
 * @param mandatory whether its parent must have one
 * @param modifier whether it may change the meaning of its siblings ({@code ElementDefinition.isModifier})
 * @param summary whether a summary holds it ({@code ElementDefinition.isSummary})
 */
public record Marks(boolean mandatory, boolean modifier, boolean summary) {
    static final Marks NONE = new Marks(false, false, false);

    /** Mandatory in R4, though HAPI's common base of conformance resources lets them be absent. */
    private static final Set<String> MANDATORY_IN_R4 = Set.of(
            "CapabilityStatement.date",
            "ChargeItemDefinition.url",
            "CompartmentDefinition.name",
            "CompartmentDefinition.url",
            "GraphDefinition.name",
            "ImplementationGuide.name",
            "ImplementationGuide.url",
            "MessageDefinition.date",
            "NamingSystem.date",
            "NamingSystem.name",
            "OperationDefinition.name",
            "SearchParameter.description",
            "SearchParameter.name",
            "SearchParameter.url",
            "StructureDefinition.name",
            "StructureDefinition.url",
            "StructureMap.name",
            "StructureMap.url",
            "TerminologyCapabilities.date",
            "TestScript.name",
            "TestScript.url");

    /** In R4's summaries, though HAPI's common base of conformance resources says otherwise. */
    private static final Set<String> SUMMARY_IN_R4 = Set.of(
            "ActivityDefinition.description",
            "ChargeItemDefinition.description",
            "EffectEvidenceSynthesis.description",
            "Evidence.description",
            "EvidenceVariable.description",
            "Library.description",
            "Measure.description",
            "MessageDefinition.description",
            "PlanDefinition.description",
            "ResearchDefinition.description",
            "ResearchElementDefinition.description",
            "RiskEvidenceSynthesis.description",
            "SearchParameter.description");

    /** The marks of an element of the type with that name. */
    static Marks of(String owner, BaseRuntimeChildDefinition definition) {
        String path = owner + '.' + definition.getElementName();
        boolean modifier = definition instanceof BaseRuntimeDeclaredChildDefinition declared && declared.isModifier();
        return new Marks(
                definition.getMin() > 0 || MANDATORY_IN_R4.contains(path),
                modifier,
                definition.isSummary() || SUMMARY_IN_R4.contains(path));
    }
}
