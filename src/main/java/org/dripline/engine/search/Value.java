package org.dripline.engine.search;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dripline.engine.mapping.DateRange;
import org.dripline.engine.mapping.Units;
import org.jspecify.annotations.Nullable;

/** One value that is searched for, read from its text by the kind of its parameter. */
sealed interface Value {

    /** {@code system|code} in its four forms; a null system is any, an empty one is none, a null code is any. */
    record Token(@Nullable String system, @Nullable String code) implements Value {
        @Override
        public String toString() {
            String right = code == null ? "" : code;
            return system == null ? right : system + "|" + right;
        }
    }

    /** An identifier with the type that it must have. */
    record TypedIdentifier(String system, String code, String value) implements Value {
        @Override
        public String toString() {
            return "of type " + system + "|" + code + ": " + value;
        }
    }

    /** How a text is compared. */
    enum Comparison {
        STARTS,
        CONTAINS,
        EXACT
    }

    /** A text: normalised, except for {@link Comparison#EXACT}. */
    record Text(Comparison comparison, String text) implements Value {
        @Override
        public String toString() {
            return comparison.name().toLowerCase(Locale.ROOT) + " '" + text + "'";
        }
    }

    record Date(Prefix prefix, DateRange range) implements Value {
        @Override
        public String toString() {
            return prefix.code() + " [" + range.from() + ", " + range.to() + ")";
        }
    }

    /**
     * A number, with the half-open interval that its digits mean.
     *
     * @param unit null for a plain number, and for a quantity in any unit
     */
    record Amount(
            Prefix prefix,
            BigDecimal number,
            BigDecimal low,
            BigDecimal high,
            @Nullable Unit unit) implements Value {
        @Override
        public String toString() {
            String digits = prefix == Prefix.EQ || prefix == Prefix.NE
                    ? "[" + low.toPlainString() + ", " + high.toPlainString() + ")"
                    : number.toPlainString();
            return prefix.code() + " " + digits + (unit == null ? "" : " " + unit);
        }
    }

    /**
     * The unit of a quantity.
     *
     * @param system null when the unit may also be the one for people
     * @param factor to UCUM's base units; null when the unit is compared as it is written
     */
    record Unit(@Nullable String system, @Nullable String code, Units.@Nullable Factor factor) {
        @Override
        public String toString() {
            if (factor != null) {
                return "* " + factor.factor().stripTrailingZeros().toPlainString() + " " + factor.unit();
            }
            return (system == null ? "" : system) + "|" + (code == null ? "" : code);
        }
    }

    /** {@code Type/id} of this server, or {@code id} with a null type, with a version or in any. */
    record Local(@Nullable String type, String id, @Nullable String version) implements Value {
        @Override
        public String toString() {
            return (type == null ? "*" : type) + "/" + id + (version == null ? "" : "/_history/" + version);
        }
    }

    /** A reference to anything that is not on this server, as it is written. */
    record Foreign(String url) implements Value {
        @Override
        public String toString() {
            return url;
        }
    }

    /** A reference by the identifier of what is meant. */
    record Logical(Token identifier) implements Value {
        @Override
        public String toString() {
            return "identifier " + identifier;
        }
    }

    /** How a uri is compared. */
    enum Hierarchy {
        SAME,
        /** What is stored begins with it. */
        BELOW,
        /** It begins with what is stored. */
        ABOVE,
        /** Of a canonical: this version and those below it, 1 and 1.0. */
        VERSION_BELOW
    }

    /** A uri, or a canonical with its version; a null version is any, except where the whole text is compared. */
    record Uri(Hierarchy hierarchy, String uri, @Nullable String version) implements Value {
        /** All of it, as it was written. */
        String text() {
            return version == null ? uri : uri + "|" + version;
        }

        @Override
        public String toString() {
            return (hierarchy == Hierarchy.SAME
                            ? ""
                            : hierarchy.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " ")
                    + text();
        }
    }

    /** One value for each part of a composite. */
    record Composite(List<Value> parts) implements Value {
        public Composite {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return parts.stream().map(Value::toString).collect(Collectors.joining(" $ "));
        }
    }
}
