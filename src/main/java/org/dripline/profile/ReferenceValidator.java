package org.dripline.profile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.Manager;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.elementmodel.ParserBase;
import org.hl7.fhir.r5.elementmodel.ParserBase.ValidationPolicy;
import org.hl7.fhir.r5.elementmodel.ValidatedFragment;
import org.hl7.fhir.r5.elementmodel.XmlParser;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.hl7.fhir.r5.utils.validation.constants.IdStatus;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;

/**
 * The HL7 instance validator, kept from one body to the next: making one costs 10 to 20 ms, using one 2 to 4. For one
 * thread at a time.
 */
final class ReferenceValidator {
    /** Its list of observers grows with every use, so it is replaced now and then. */
    private static final int USES = 200;

    private final IWorkerContext context;
    private InstanceValidator validator;
    private int uses;

    ReferenceValidator(IWorkerContext context) {
        this.context = context;
        this.validator = create(context);
    }

    /**
     * All findings on a body in its own format, so that they carry the sender's lines and columns.
     *
     * @param profiles what to hold it to. What the body claims for itself is not looked at: the caller decides which
     *     claims count in which run. Resources inside it are held to what they claim.
     */
    List<Finding> run(byte[] body, BodyFormat format, List<StructureDefinition> profiles) throws IOException {
        return run(body, format, profiles, ReferenceValidator::dropClaims);
    }

    /** All findings by base R4 alone, whatever the body or a resource inside it claims. */
    List<Finding> runBase(byte[] body, BodyFormat format) throws IOException {
        return run(body, format, List.of(), ReferenceValidator::dropAllClaims);
    }

    private List<Finding> run(
            byte[] body, BodyFormat format, List<StructureDefinition> profiles, Consumer<Element> prepare)
            throws IOException {
        if (uses++ >= USES) {
            validator = create(context);
            uses = 1;
        }
        List<Finding> findings = new ArrayList<>();
        for (ValidatedFragment fragment : parser(format).parse(new ByteArrayInputStream(body))) {
            Element root = fragment.getElement();
            if (root == null) {
                fragment.getErrors().stream().map(Finding::of).forEach(findings::add);
                continue;
            }
            prepare.accept(root);
            validator.validate(null, fragment.getErrors(), null, root, new ArrayList<>(profiles));
            Culprits culprits = new Culprits(validator.getFHIRPathEngine(), root);
            fragment.getErrors().stream()
                    .map(Finding::of)
                    .map(culprits::refined)
                    .forEach(findings::add);
        }
        return findings;
    }

    private ParserBase parser(BodyFormat format) {
        return switch (format) {
            case JSON -> validating(Manager.makeParser(context, FhirFormat.JSON));
            case XML -> {
                XmlParser parser = (XmlParser) Manager.makeParser(context, FhirFormat.XML);
                parser.setAllowXsiLocation(true);
                yield validating(parser);
            }
        };
    }

    private static ParserBase validating(ParserBase parser) {
        parser.setupValidation(ValidationPolicy.EVERYTHING);
        return parser;
    }

    private static void dropClaims(Element root) {
        for (Element meta : root.getChildrenByName("meta")) {
            if (meta.hasChildren()) {
                meta.removeChild("profile");
            }
            if (!meta.hasChildren()) {
                root.removeChild(meta);
            }
        }
    }

    private static void dropAllClaims(Element element) {
        if (element.hasChildren()) {
            dropClaims(element);
            new ArrayList<>(element.getChildren()).forEach(ReferenceValidator::dropAllClaims);
        }
    }

    /** The settings HAPI's own wrapper uses, but for the id, which a create may leave out. */
    private static InstanceValidator create(IWorkerContext context) {
        InstanceValidator validator = new InstanceValidator(
                context,
                new FhirInstanceValidator.NullEvaluationContext(),
                new XVerExtensionManagerOld(context),
                new ValidatorSession(),
                new ValidatorSettings());
        // Nothing is fetched: what Patient/1 is, its URL says.
        validator.setAssumeValidRestReferences(true);
        validator.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        validator.setAnyExtensionsAllowed(true);
        validator.setResourceIdRule(IdStatus.OPTIONAL);
        validator.setNoTerminologyChecks(false);
        validator.setErrorForUnknownProfiles(false);
        validator.setUnknownCodeSystemsCauseErrors(true);
        validator.setPolicyAdvisor(new FhirDefaultPolicyAdvisor());
        validator.setNoExtensibleWarnings(false);
        validator.setNoBindingMsgSuppressed(false);
        validator.setAllowExamples(true);
        validator.setAllowXsiLocation(true);
        return validator;
    }
}
