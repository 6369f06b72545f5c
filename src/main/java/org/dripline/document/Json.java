package org.dripline.document;

import java.math.BigDecimal;
import java.util.List;

/** An immutable JSON value. Numbers keep the text they were written in. */
public sealed interface Json permits Json.Text, Json.Numeral, Json.Bool, Json.Null, Json.Array, JsonObject {

    /** A string, decoded. */
    record Text(String value) implements Json {}

    /** A number exactly as written: {@code 0.50} and {@code 1.0e3} stay so. */
    record Numeral(String text) implements Json {
        public BigDecimal value() {
            return new BigDecimal(text);
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Json {}

    /** {@code null}, which FHIR uses only to pad arrays of primitives. */
    record Null() implements Json {}

    /** An array. */
    record Array(List<Json> items) implements Json {
        public Array {
            items = List.copyOf(items);
        }
    }

    static Json of(String text) {
        return new Text(text);
    }
}
