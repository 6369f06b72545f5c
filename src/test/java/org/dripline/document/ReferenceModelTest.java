package org.dripline.document;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dripline.document.ElementType.Child;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.TypeRefComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.Manager;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.formats.IParser.OutputStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with HL7's own work: its element model converts the same way, its definitions name the same elements. */
class ReferenceModelTest {
    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final IValidationSupport SUPPORT = new ValidationSupportChain(
            new DefaultProfileValidationSupport(R4),
            new InMemoryTerminologyServerValidationSupport(R4),
            new CommonCodeSystemsTerminologyService(R4));
    private static final IWorkerContext HL7 = new WorkerContextValidationSupportAdapter(SUPPORT);

    static List<JsonObject> documents() {
        return RichDocuments.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void hl7ReadsFromOurXmlWhatWasSent(JsonObject document) throws IOException {
        byte[] json = converted(XmlWriter.bytes(document), FhirFormat.XML, FhirFormat.JSON);
        assertThat(JsonReader.read(json, Limits.DEFAULT)).isEqualTo(document);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void weReadFromHl7sXmlWhatWasSent(JsonObject document) throws IOException {
        byte[] xml = converted(JsonWriter.bytes(document), FhirFormat.JSON, FhirFormat.XML);
        assertThat(XmlReader.read(xml, Limits.DEFAULT)).isEqualTo(document);
    }

    @Test
    void hl7ReadsTheIdsOfPrimitives() throws IOException {
        hl7ReadsFromOurXmlWhatWasSent(RichDocuments.primitivesWithIds());
    }

    private static byte[] converted(byte[] body, FhirFormat from, FhirFormat to) throws IOException {
        Element element = Manager.parseSingle(HL7, new ByteArrayInputStream(body), from);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Manager.compose(HL7, element, out, to, OutputStyle.NORMAL, null);
        return out.toByteArray();
    }

    /** Every element of every resource: name, type, cardinality and order. */
    @Test
    void knowsTheElementsOfTheStructureDefinitions() {
        List<StructureDefinition> definitions = SUPPORT.fetchAllStructureDefinitions();
        List<String> differences = new ArrayList<>();
        for (StructureDefinition definition : definitions) {
            if (isResource(definition)) {
                List<ElementDefinition> elements = definition.getSnapshot().getElement();
                ElementType type = Definitions.resource(definition.getType()).orElseThrow();
                compare(type, definition.getType(), elements, differences);
            }
        }
        assertThat(differences).isEmpty();
    }

    private static boolean isResource(StructureDefinition definition) {
        return definition.getKind() == StructureDefinitionKind.RESOURCE
                && definition.getDerivation() == TypeDerivationRule.SPECIALIZATION
                && !definition.getAbstract();
    }

    private static void compare(
            ElementType type, String path, List<ElementDefinition> elements, List<String> differences) {
        List<String> expected = new ArrayList<>();
        for (ElementDefinition element : elements) {
            String rest =
                    element.getPath().startsWith(path + ".") ? element.getPath().substring(path.length() + 1) : ".";
            if (!rest.contains(".")) {
                expected.add(described(element, rest));
                Child child = type.child(rest);
                if (child != null && isBlock(element)) {
                    compare(child.type(), element.getPath(), elements, differences);
                }
            }
        }
        List<String> known = known(type);
        if (!known.equals(expected)) {
            differences.add(path + "\n  known    " + known + "\n  expected " + expected);
        }
    }

    private static List<String> known(ElementType type) {
        List<String> known = new ArrayList<>();
        int position = -1;
        TreeSet<String> names = new TreeSet<>();
        for (Child child : type.elements()) {
            if (child.position() != position && !names.isEmpty()) {
                known.add(names.toString());
                names.clear();
            }
            position = child.position();
            names.add(child.name() + (child.many() ? "*" : ""));
        }
        known.add(names.toString());
        return known;
    }

    private static String described(ElementDefinition element, String name) {
        TreeSet<String> names = new TreeSet<>();
        String many = element.getMax().equals("1") ? "" : "*";
        if (!name.endsWith("[x]")) {
            return "[" + name + many + "]";
        }
        for (TypeRefComponent type : element.getType()) {
            String code = type.getCode();
            names.add(name.replace("[x]", "") + Character.toUpperCase(code.charAt(0)) + code.substring(1) + many);
        }
        return names.toString();
    }

    private static boolean isBlock(ElementDefinition element) {
        return element.getType().stream()
                .anyMatch(type -> List.of("BackboneElement", "Element").contains(type.getCode()));
    }
}
