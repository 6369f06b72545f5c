package org.dripline.engine.mapping;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Which columns an element fills. A layout is data: {@link Projector} writes by it, {@code engine.search} reads by it,
 * and both switch over all of them.
 */
public sealed interface Layout {

    /** A layout that fills columns of the type's own table. */
    sealed interface Own extends Layout {}

    /** A layout that fills rows of a shared child table. */
    sealed interface Child extends Layout {}

    /** One that puts what is commonly all there is into columns, and fills rows only with the rest. */
    sealed interface Split extends Child {}

    /** code, string, uri: one column, the first value. {@code system} is the one a bound code belongs to, if any. */
    record Code(Field<String> column, @Nullable String system) implements Own {}

    /** boolean: one column. */
    record Flag(Field<Boolean> column) implements Own {}

    /** Whether there is a value other than {@code false}: {@code Patient.deceased}. */
    record Truth(Field<Boolean> column) implements Own {}

    /** decimal, integer and their kin: one column. */
    record Amount(Field<BigDecimal> column) implements Own {}

    /** Quantity: number and unit code as written. A plain number fills only the number. For the clinic's views. */
    record Quantity(Field<BigDecimal> value, Field<String> unit) implements Own {}

    /** The first coding of a CodeableConcept, or a Coding, in columns: for what the clinic's views show. */
    record FirstCoding(@Nullable Field<String> system, Field<String> code) implements Own {}

    /** The text of a CodeableConcept, else its first display. */
    record ConceptText(Field<String> column) implements Own {}

    /** References: the id of the first Patient of this server, for the wall alone; no search reads it. */
    record Owner(Field<String> id) implements Own {}

    /** canonical: url and, behind the bar, the version. */
    record Canonical(Field<String> url, Field<String> version) implements Own {}

    /** What a canonical is called: the last segment of its url, in lower case. */
    record CanonicalName(Field<String> column) implements Own {}

    /** date, dateTime, instant, Period, Timing: a half-open range, all values together; see {@link DateRange}. */
    record Dates(Field<OffsetDateTime> from, Field<OffsetDateTime> to) implements Own {}

    /** Start and end of the first dateTime or Period, each only when written with a time of day. */
    record Times(Field<OffsetDateTime> start, @Nullable Field<OffsetDateTime> end) implements Own {}

    /** A single instant that is always there: {@code _lastUpdated}. Filled by the store. */
    record Moment(Field<OffsetDateTime> column) implements Own {}

    /** The resource's own id. Filled by the store. */
    record ResourceId(Field<String> column) implements Own {}

    /**
     * A Reference: its id in a column when it is a reference to {@code type} on this server. Everything else it says, and
     * every further value, is a row of {@code fhir.links}.
     */
    record Link(Field<String> id, String type) implements Split {}

    /** References: rows of {@code fhir.links}. */
    record Links() implements Child {}

    /** CodeableConcept or Coding: a row of {@code fhir.codings} for each coding. */
    record Codings() implements Child {}

    /**
     * CodeableConcept or Coding: its first coding in columns, or its text when it has none. What else there would be in
     * {@link Codings} is a row of {@code fhir.codings}.
     */
    record Coded(
            Field<String> system,
            Field<String> code,
            Field<String> codeKey,
            Field<Boolean> caseSensitive,
            Field<String> textKey,
            Field<Boolean> hasRows)
            implements Split {}

    /**
     * code, boolean, string: a row of {@code fhir.codings} each.
     *
     * @param system the one they belong to, if any is known
     * @param otherSystems of the codes that belong to another, such as the unknown intent of a Task
     * @param coded whether such values have systems at all
     */
    record Tokens(@Nullable String system, Map<String, String> otherSystems, boolean caseSensitive, boolean coded)
            implements Child {
        Tokens(@Nullable String system, boolean caseSensitive, boolean coded) {
            this(system, Map.of(), caseSensitive, coded);
        }

        @Nullable
        String systemOf(String code) {
            String other = otherSystems.get(code);
            return other == null ? system : other;
        }
    }

    /** ContactPoint: a row of {@code fhir.codings} each, without a system. */
    record Contacts() implements Child {}

    /** Identifier: rows of {@code fhir.identifiers}. */
    record Identifiers() implements Child {}

    /** string, markdown: rows of {@code fhir.texts}. */
    record Texts() implements Child {}

    /** HumanName, Address: a row of {@code fhir.texts} for each of the parts named. */
    record TextParts(List<String> parts) implements Child {
        static final TextParts HUMAN_NAME = new TextParts(List.of("family", "given", "prefix", "suffix", "text"));
        static final TextParts ADDRESS =
                new TextParts(List.of("line", "city", "district", "state", "postalCode", "country", "text"));
    }

    /** uri, canonical: rows of {@code fhir.uris}; of a canonical the version stands apart. */
    record Uris(boolean canonical) implements Child {}

    /** date, dateTime, instant, Period, Timing: rows of {@code fhir.dates}. */
    record DateRows() implements Child {}

    /** Quantity, Range, integer, decimal: rows of {@code fhir.quantities}. */
    record Quantities() implements Child {}

    /** Observation.component: rows of {@code fhir.components}. */
    record Components() implements Child {}

    /** The code of a component, which stands in the rows of {@link Components}. */
    record ComponentCode() implements Child {}

    /** The Quantity of a component, which stands in the rows of {@link Components}. */
    record ComponentQuantity() implements Child {}

    /** QuestionnaireResponse.item: a row of {@code fhir.answers} with all answers at any depth. */
    record Answers() implements Child {}
}
