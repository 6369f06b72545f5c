package org.dripline.engine.mapping;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Fills the columns of a type's own table from the values of one element. */
final class Columns {
    private final Projection into;
    private final Values read;
    private final DateValues dates;

    Columns(ElementPath path, Projection into, ZoneId zone) {
        this.into = into;
        this.read = new Values(path, into);
        this.dates = new DateValues(read, zone);
    }

    void text(Field<String> column, List<Json> values) {
        into.set(column, read.text(Values.first(values)));
    }

    void owner(Field<String> column, List<Json> values, List<String> ownBases) {
        String patient = values.stream()
                .flatMap(value ->
                        value instanceof JsonObject reference ? reference.text("reference").stream() : Stream.empty())
                .map(text -> LocalReference.of(text, ownBases))
                .filter(local -> LocalReference.PATIENT.equals(local.type()))
                .map(LocalReference::id)
                .findFirst()
                .orElse(null);
        into.set(column, patient);
    }

    void flag(Field<Boolean> column, List<Json> values) {
        into.set(column, Values.first(values) instanceof Json.Bool(boolean value) ? value : null);
    }

    void number(Field<BigDecimal> column, List<Json> values) {
        into.set(column, read.number(Values.first(values)));
    }

    void quantity(Layout.Quantity layout, List<Json> values) {
        Json first = Values.first(values);
        JsonObject quantity = first instanceof JsonObject object ? object : null;
        into.set(layout.value(), read.number(quantity == null ? first : quantity.get("value")));
        into.set(layout.unit(), quantity == null ? null : read.text(unit(quantity)));
    }

    static @Nullable Json unit(JsonObject quantity) {
        Json code = quantity.get("code");
        return code == null ? quantity.get("unit") : code;
    }

    void firstCoding(Layout.FirstCoding layout, List<Json> values) {
        Optional<JsonObject> coding = values.stream().flatMap(Values::codings).findFirst();
        if (layout.system() != null) {
            into.set(
                    layout.system(),
                    read.text(coding.map(found -> found.get("system")).orElse(null)));
        }
        into.set(layout.code(), read.text(coding.map(found -> found.get("code")).orElse(null)));
    }

    void conceptText(Field<String> column, List<Json> values) {
        Json text = null;
        if (Values.first(values) instanceof JsonObject concept) {
            text = concept.get("text") != null
                    ? concept.get("text")
                    : Values.codings(concept)
                            .map(coding -> coding.get("display"))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
        }
        into.set(column, read.text(text));
    }

    void canonical(Layout.Canonical layout, List<Json> values) {
        String text = Values.first(values) instanceof Json.Text(String canonical) ? canonical : null;
        int bar = text == null ? -1 : text.indexOf('|');
        into.set(layout.url(), text == null ? null : read.fitted(bar < 0 ? text : text.substring(0, bar)));
        into.set(layout.version(), text == null || bar < 0 ? null : read.fitted(text.substring(bar + 1)));
    }

    void canonicalName(Field<String> column, List<Json> values) {
        String text = Values.first(values) instanceof Json.Text(String canonical)
                ? canonical.split("\\|", 2)[0]
                : null;
        into.set(column, text == null ? null : read.fitted(CaseRule.key(text.substring(text.lastIndexOf('/') + 1))));
    }

    /** Of an element with nothing but extensions R4's expression says that it exists and is not false. */
    void truth(Field<Boolean> column, boolean extended, List<Json> values) {
        Json first = Values.first(values);
        into.set(column, first == null ? extended : !first.equals(new Json.Bool(false)));
    }

    void dates(Layout.Dates layout, List<Json> values) {
        DateRange range = dates.span(values);
        into.set(layout.from(), range.from());
        into.set(layout.to(), range.to());
    }

    void times(Layout.Times layout, List<Json> values) {
        Json first = Values.first(values);
        JsonObject period = first instanceof JsonObject object ? object : JsonObject.EMPTY;
        into.set(layout.start(), dates.timed(first instanceof Json.Text ? first : period.get("start")));
        if (layout.end() != null) {
            into.set(layout.end(), dates.timed(period.get("end")));
        }
    }
}
