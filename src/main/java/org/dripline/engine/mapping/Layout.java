package org.dripline.engine.mapping;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Which columns an element fills. A layout is data: {@link Projector} writes by it, {@code engine.search} reads by it,
 * and both switch over all of them.
 */
public sealed interface Layout {

    /** code, string, uri: one column, the first value. {@code system} is the one a bound code belongs to, if any. */
    record Code(Field<String> column, @Nullable String system) implements Layout {}

    /** boolean: one column. */
    record Flag(Field<Boolean> column) implements Layout {}

    /** decimal, integer and their kin: one column. */
    record Amount(Field<BigDecimal> column) implements Layout {}

    /** Quantity: number and unit code as written. A plain number fills only the number. */
    record Quantity(Field<BigDecimal> value, Field<String> unit) implements Layout {}

    /** The first coding of a CodeableConcept, or a Coding, in columns: for what the clinic's views show. */
    record FirstCoding(@Nullable Field<String> system, Field<String> code) implements Layout {}

    /** The text of a CodeableConcept, else its first display. */
    record ConceptText(Field<String> column) implements Layout {}

    /** canonical: url and, behind the bar, the version. */
    record Canonical(Field<String> url, Field<String> version) implements Layout {}

    /** date, dateTime, instant, Period, Timing: a half-open range, all values together; see {@link DateRange}. */
    record Dates(Field<OffsetDateTime> from, Field<OffsetDateTime> to) implements Layout {}

    /** Start and end of the first dateTime or Period, each only when written with a time of day. */
    record Times(Field<OffsetDateTime> start, @Nullable Field<OffsetDateTime> end) implements Layout {}

    /** A single instant that is always there: {@code _lastUpdated}. Filled by the store. */
    record Moment(Field<OffsetDateTime> column) implements Layout {}

    /** The resource's own id. Filled by the store. */
    record ResourceId(Field<String> column) implements Layout {}

    /**
     * A Reference: its id in a column when it is a reference to {@code type} on this server, otherwise (and for every
     * further value) a row of {@code fhir.links}.
     */
    record Link(Field<String> id, String type) implements Layout {}

    /** References: rows of {@code fhir.links}. */
    record Links() implements Layout {}

    /** CodeableConcept or Coding: a row of {@code fhir.codings} for each coding. */
    record Codings() implements Layout {}

    /** Identifier: rows of {@code fhir.identifiers}. */
    record Identifiers() implements Layout {}

    /** HumanName: rows of {@code fhir.human_names}. */
    record HumanNames() implements Layout {}

    /** Observation.component: rows of {@code fhir.components}. */
    record Components() implements Layout {}

    /** QuestionnaireResponse.item: a row of {@code fhir.answers} for each answer at any depth. */
    record Answers() implements Layout {}
}
