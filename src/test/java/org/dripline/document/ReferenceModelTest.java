package org.dripline.document;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dripline.document.ElementType.Child;
import org.dripline.document.ElementType.Form;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.TypeRefComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
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
    private static final String FHIR_TYPE = "http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type";
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

    /** Every element of every resource and datatype: name, type, cardinality, marks and order. */
    @Test
    void knowsTheElementsOfTheStructureDefinitions() {
        Map<String, ElementType> types = new HashMap<>();
        R4.getResourceTypes().forEach(name -> collect(Definitions.resource(name).orElseThrow(), types));
        Set<String> compared = new TreeSet<>();
        List<String> differences = new ArrayList<>();
        for (StructureDefinition definition : ReleasedStructures.ALL) {
            ElementType type = types.get(definition.getType());
            if (type != null && type.form() == Form.COMPLEX && isBase(definition)) {
                compared.add(type.name());
                compare(type, definition.getType(), definition.getSnapshot().getElement(), differences);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).containsAll(R4.getResourceTypes()).contains("Extension", "Timing", "Quantity", "Meta");
    }

    private static boolean isBase(StructureDefinition definition) {
        return definition.getDerivation() == TypeDerivationRule.SPECIALIZATION && !definition.getAbstract();
    }

    private static void collect(ElementType type, Map<String, ElementType> types) {
        if (types.putIfAbsent(type.name(), type) == null) {
            type.elements().forEach(child -> collect(child.type(), types));
        }
    }

    private static void compare(
            ElementType type, String path, List<ElementDefinition> elements, List<String> differences) {
        List<Set<String>> expected = new ArrayList<>();
        for (ElementDefinition element : elements) {
            String name = element.getPath().substring(element.getPath().lastIndexOf('.') + 1);
            if (element.getPath().equals(path + "." + name)) {
                expected.add(described(element, name));
                Child child = type.child(name);
                if (child != null && isBlock(element)) {
                    compare(child.type(), element.getPath(), elements, differences);
                }
            }
        }
        Map<Integer, Set<String>> known = new TreeMap<>();
        for (Child child : type.elements()) {
            known.computeIfAbsent(child.position(), position -> new TreeSet<>()).add(described(child));
        }
        if (!List.copyOf(known.values()).equals(expected)) {
            differences.add(path + "\n  known    " + known.values() + "\n  expected " + expected);
        }
    }

    private static String described(Child child) {
        String type = child.type().name();
        // Parts of a resource have no type name in FHIR.
        boolean part = type.endsWith("Component");
        return child.name() + (child.many() ? "*" : "") + described(child.marks()) + (part ? "" : ":" + alike(type));
    }

    private static String described(Marks marks) {
        return (marks.mandatory() ? "+" : "") + (marks.modifier() ? "?!" : "") + (marks.summary() ? "Σ" : "");
    }

    private static Set<String> described(ElementDefinition element, String name) {
        Set<String> described = new TreeSet<>();
        Marks marks = new Marks(element.getMin() > 0, element.getIsModifier(), element.getIsSummary());
        String many = (element.getMax().equals("1") ? "" : "*") + described(marks);
        if (element.getType().isEmpty() || isBlock(element)) {
            return Set.of(name + many);
        }
        for (TypeRefComponent type : element.getType()) {
            String code = type.getCode();
            if (code.startsWith("http://hl7.org/fhirpath/")) {
                code = type.getExtensionString(FHIR_TYPE);
            }
            String choice = Character.toUpperCase(code.charAt(0)) + code.substring(1);
            described.add(name.replace("[x]", choice) + many + ":" + alike(code));
        }
        return described;
    }

    /** R4 calls some ids and codes strings where HAPI does not; they are written and rewritten alike. */
    private static String alike(String type) {
        return Set.of("id", "code").contains(type) ? "string" : type;
    }

    private static boolean isBlock(ElementDefinition element) {
        return element.getType().stream()
                .anyMatch(type -> List.of("BackboneElement", "Element").contains(type.getCode()));
    }
}
