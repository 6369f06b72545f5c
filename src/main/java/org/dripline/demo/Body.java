package org.dripline.demo;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/** A JSON object in the making, with FHIR's datatypes at hand. */
final class Body {
    static final String CANONICAL = "https://fhir.dripline.example/";
    static final String LOCAL = CANONICAL + "CodeSystem/ketamine-treatment";
    static final String ELIGIBILITY = CANONICAL + "CodeSystem/ketamine-eligibility";
    static final String LOINC = "http://loinc.org";
    static final String SNOMED = "http://snomed.info/sct";
    static final String UCUM = "http://unitsofmeasure.org";
    static final String ICD10 = "http://hl7.org/fhir/sid/icd-10-cm";
    static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

    private final Map<String, Json> members = new LinkedHashMap<>();

    /** A resource that claims one of the clinic's profiles. */
    static Body resource(String type, String id, String profile) {
        Json claims = new Json.Array(List.of(Json.of(CANONICAL + "StructureDefinition/" + profile)));
        return resource(type, id).put("meta", new Body().put("profile", claims).json());
    }

    static Body resource(String type, String id) {
        return new Body().text("resourceType", type).text("id", id);
    }

    Body put(String name, Json value) {
        members.put(name, value);
        return this;
    }

    Body text(String name, String value) {
        return put(name, Json.of(value));
    }

    Body list(String name, Json... items) {
        return put(name, new Json.Array(List.of(items)));
    }

    Body reference(String name, String reference) {
        return put(name, reference(reference));
    }

    Body references(String name, String reference) {
        return list(name, reference(reference));
    }

    JsonObject json() {
        return new JsonObject(members);
    }

    static JsonObject reference(String reference) {
        return new Body().text("reference", reference).json();
    }

    static JsonObject coding(String system, String code) {
        return new Body().text("system", system).text("code", code).json();
    }

    static JsonObject concept(String system, String... codes) {
        Json[] codings = new Json[codes.length];
        for (int i = 0; i < codes.length; i++) {
            codings[i] = coding(system, codes[i]);
        }
        return new Body().list("coding", codings).json();
    }

    static JsonObject quantity(String value, String unit) {
        return new Body()
                .put("value", new Json.Numeral(value))
                .text("unit", unit)
                .text("system", UCUM)
                .text("code", unit)
                .json();
    }

    static JsonObject period(String start, String end) {
        return new Body().text("start", start).text("end", end).json();
    }

    /** @param choice name of the value, such as {@code valueQuantity} */
    static JsonObject extension(String name, String choice, Json value) {
        return new Body()
                .text("url", CANONICAL + "StructureDefinition/" + name)
                .put(choice, value)
                .json();
    }

    /** An instant in UTC, to the second. */
    static String utc(LocalDateTime at) {
        return at + ":00Z";
    }

    static JsonObject note(String text) {
        return new Body().text("text", text).json();
    }

    /** Decimal digits without trailing zeros and without an exponent. */
    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    static Json number(int value) {
        return new Json.Numeral(Integer.toString(value));
    }
}
