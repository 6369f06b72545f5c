package org.dripline.engine.search;

import static org.dripline.schema.Tables.CODINGS;
import static org.dripline.schema.Tables.COMPONENTS;
import static org.dripline.schema.Tables.IDENTIFIERS;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;

import org.dripline.engine.mapping.CaseRule;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.search.Value.Token;
import org.dripline.engine.search.Value.TypedIdentifier;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Conditions on codes, identifiers and booleans. Those on columns of a resource's own row are never unknown. */
final class TokenConditions {
    /** R4's system of booleans that are searched as tokens. */
    private static final String SPECIAL_VALUES = "http://hl7.org/fhir/special-values";

    private TokenConditions() {}

    /** @param rows the resource's own row, or one of the child rows of the layout */
    static Condition of(MappedElement element, Token value, Rows rows) {
        return switch (element.layout()) {
            case Layout.ResourceId id -> code(rows.column(id.column()), null, value);
            case Layout.Code code -> code(rows.column(code.column()), code.system(), value);
            case Layout.CanonicalName name -> name(rows.column(name.column()), value);
            case Layout.Flag flag -> truth(rows.column(flag.column()), value);
            case Layout.Truth truth -> truth(rows.column(truth.column()), value);
            case Layout.Codings codings -> coding(rows, value);
            case Layout.Coded coded -> coding(rows, value);
            case Layout.Tokens tokens -> coding(rows, value);
            case Layout.Contacts contacts -> coding(rows, value);
            case Layout.Identifiers identifiers ->
                codeIs(rows.column(IDENTIFIERS.CODE), value).and(systemIs(rows.column(IDENTIFIERS.SYSTEM), value));
            case Layout.ComponentCode component ->
                keyed(
                                rows.column(COMPONENTS.CODE_KEY),
                                rows.column(COMPONENTS.CODE),
                                rows.column(COMPONENTS.CASE_SENSITIVE),
                                value)
                        .and(systemIs(rows.column(COMPONENTS.SYSTEM), value));
            default -> throw Conditions.unanswerable(element);
        };
    }

    /** A code in a column has the system its binding gives it, or none. */
    private static Condition code(Field<String> column, @Nullable String system, Token value) {
        boolean fits = value.system() == null || value.system().equals(system == null ? "" : system);
        return fits ? column.isNotNull().and(codeIs(column, value)) : falseCondition();
    }

    private static Condition name(Field<String> column, Token value) {
        return column.isNotNull().and(value.code() == null ? noCondition() : column.eq(CaseRule.key(value.code())));
    }

    private static Condition truth(Field<Boolean> column, Token value) {
        if (value.system() != null && !value.system().equals(SPECIAL_VALUES)) {
            return falseCondition();
        }
        return switch (value.code()) {
            case "true" -> column.isNotNull().and(column.isTrue());
            case "false" -> column.isNotNull().and(column.isFalse());
            case null -> column.isNotNull();
            default -> falseCondition();
        };
    }

    private static Condition coding(Rows rows, Token value) {
        return keyed(
                        rows.column(CODINGS.CODE_KEY),
                        rows.column(CODINGS.CODE),
                        rows.column(CODINGS.CASE_SENSITIVE),
                        value)
                .and(systemIs(rows.column(CODINGS.SYSTEM), value));
    }

    /** By the key, which the index holds, and by the case where it matters. */
    private static Condition keyed(Field<String> key, Field<String> code, Field<Boolean> sensitive, Token value) {
        if (value.code() == null) {
            return noCondition();
        }
        Condition sameKey = key.eq(CaseRule.key(value.code()));
        if (value.system() != null) {
            return CaseRule.isSensitive(value.system()) ? sameKey.and(code.eq(value.code())) : sameKey;
        }
        return sameKey.and(sensitive.isFalse().or(code.eq(value.code())));
    }

    private static Condition codeIs(Field<String> code, Token value) {
        return value.code() == null ? noCondition() : code.eq(value.code());
    }

    private static Condition systemIs(Field<String> system, Token value) {
        if (value.system() == null) {
            return noCondition();
        }
        return value.system().isEmpty() ? system.isNull() : system.eq(value.system());
    }

    static Condition typedIdentifier(MappedElement element, TypedIdentifier value, Rows rows) {
        if (!(element.layout() instanceof Layout.Identifiers)) {
            return falseCondition();
        }
        String type = CaseRule.isSensitive(value.system()) ? value.code() : CaseRule.key(value.code());
        return rows.column(IDENTIFIERS.CODE)
                .eq(value.value())
                .and(rows.column(IDENTIFIERS.TYPE_SYSTEM).eq(value.system()))
                .and(rows.column(IDENTIFIERS.TYPE_CODE).eq(type));
    }
}
