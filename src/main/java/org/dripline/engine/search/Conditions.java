package org.dripline.engine.search;

import static org.dripline.schema.Tables.CODINGS;
import static org.dripline.schema.Tables.IDENTIFIERS;
import static org.dripline.schema.Tables.LINKS;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.selectOne;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.search.Query.Clause;
import org.dripline.engine.search.Query.ReferenceValue;
import org.dripline.engine.search.Query.TokenValue;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Turns the clauses of a query on one table into SQL conditions, by the layouts of the elements they ask about. */
final class Conditions {
    /** R4's system of booleans that are searched as tokens. */
    private static final String SPECIAL_VALUES = "http://hl7.org/fhir/special-values";

    private final Field<Long> resourceKey;
    private final DateConditions dates;

    Conditions(Field<Long> resourceKey, DateConditions dates) {
        this.resourceKey = resourceKey;
        this.dates = dates;
    }

    Condition of(Clause clause) {
        return switch (clause) {
            case Clause.Token token -> any(token.parameter(), token.anyOf(), this::token);
            case Clause.Date date -> any(date.parameter(), date.anyOf(), dates::of);
            case Clause.Reference reference ->
                any(
                        reference.parameter(),
                        reference.anyOf(),
                        element -> value -> reference(reference.parameter(), element, value));
            case Clause.Uri uri -> any(uri.parameter(), uri.anyOf(), element -> value -> uri(element, value));
        };
    }

    private static <V> Condition any(
            SearchParameter parameter, List<V> anyOf, Function<MappedElement, Function<V, Condition>> element) {
        return or(parameter.elements().stream()
                .flatMap(mapped -> anyOf.stream().map(element.apply(mapped)))
                .toList());
    }

    private Function<TokenValue, Condition> token(MappedElement element) {
        return value -> switch (element.layout()) {
            case Layout.ResourceId id -> inSystem(null, value, id.column());
            case Layout.Code code -> inSystem(code.system(), value, code.column());
            case Layout.Flag flag -> flag(flag.column(), value);
            case Layout.FirstCoding coding -> systemIs(coding.system(), value).and(codeIs(coding.code(), value));
            case Layout.Codings codings ->
                exists(selectOne()
                        .from(CODINGS)
                        .where(CODINGS.RESOURCE_KEY.eq(resourceKey))
                        .and(CODINGS.ELEMENT.eq(element.path().text()))
                        .and(codeIs(CODINGS.CODE, value))
                        .and(systemIs(CODINGS.SYSTEM, value)));
            case Layout.Identifiers identifiers ->
                exists(selectOne()
                        .from(IDENTIFIERS)
                        .where(IDENTIFIERS.RESOURCE_KEY.eq(resourceKey))
                        .and(IDENTIFIERS.ELEMENT.eq(element.path().text()))
                        .and(codeIs(IDENTIFIERS.CODE, value))
                        .and(systemIs(IDENTIFIERS.SYSTEM, value)));
            default -> throw unanswerable(element);
        };
    }

    /** A bare code has the system its binding gives it, or none. */
    private static Condition inSystem(@Nullable String system, TokenValue value, Field<String> column) {
        boolean fits = value.system() == null || value.system().equals(system == null ? "" : system);
        return fits ? codeIs(column, value).and(column.isNotNull()) : falseCondition();
    }

    private static Condition flag(Field<Boolean> column, TokenValue value) {
        if (value.system() != null && !value.system().equals(SPECIAL_VALUES)) {
            return falseCondition();
        }
        return switch (value.code()) {
            case "true" -> column.isTrue();
            case "false" -> column.isFalse();
            case null -> column.isNotNull();
            default -> falseCondition();
        };
    }

    private static Condition codeIs(Field<String> code, TokenValue value) {
        return value.code() == null ? noCondition() : code.eq(value.code());
    }

    private static Condition systemIs(@Nullable Field<String> system, TokenValue value) {
        if (value.system() == null) {
            return noCondition();
        }
        if (system == null) {
            return falseCondition();
        }
        return value.system().isEmpty() ? system.isNull() : system.eq(value.system());
    }

    private Condition reference(SearchParameter parameter, MappedElement element, ReferenceValue value) {
        if (!canBeTarget(parameter, value)) {
            return falseCondition();
        }
        return switch (element.layout()) {
            case Layout.Link(Field<String> id, String type) -> link(parameter, element, value, id, type);
            case Layout.Links links -> linked(element, value, parameter.targets());
            case Layout.Canonical canonical -> canonical(canonical, value);
            default -> throw unanswerable(element);
        };
    }

    /** {@code patient} shares its element with subjects of other types, and must not find those. */
    private static boolean canBeTarget(SearchParameter parameter, ReferenceValue value) {
        Set<String> targets = parameter.targets();
        if (value.type() != null) {
            return targets.isEmpty() || targets.contains(value.type());
        }
        String url = value.url();
        return url == null
                || !parameter.asksForType()
                || targets.stream().anyMatch(type -> url.contains("/" + type + "/"));
    }

    private Condition link(
            SearchParameter parameter, MappedElement element, ReferenceValue value, Field<String> id, String type) {
        if (type.equals(value.type())) {
            return id.eq(value.id());
        }
        Set<String> others = new HashSet<>(parameter.targets());
        others.remove(type);
        if (value.id() == null || value.type() != null) {
            return linked(element, value, others);
        }
        boolean only = parameter.targets().equals(Set.of(type));
        return only ? id.eq(value.id()) : id.eq(value.id()).or(linked(element, value, others));
    }

    /** @param targets the types a bare id may be of; any when none is named */
    private Condition linked(MappedElement element, ReferenceValue value, Set<String> targets) {
        Condition anyTarget = targets.isEmpty() ? noCondition() : LINKS.TARGET_TYPE.in(targets);
        Condition target = value.url() != null
                ? LINKS.TARGET_URL.eq(value.url())
                : LINKS.TARGET_ID
                        .eq(value.id())
                        .and(value.type() == null ? anyTarget : LINKS.TARGET_TYPE.eq(value.type()));
        return exists(selectOne()
                .from(LINKS)
                .where(LINKS.RESOURCE_KEY.eq(resourceKey))
                .and(LINKS.ELEMENT.eq(element.path().text()))
                .and(target));
    }

    /** A canonical is found with its version, or without it in any version. */
    private static Condition canonical(Layout.Canonical canonical, ReferenceValue value) {
        String text = value.url();
        if (text == null) {
            return falseCondition();
        }
        int bar = text.indexOf('|');
        return bar < 0
                ? canonical.url().eq(text)
                : canonical
                        .url()
                        .eq(text.substring(0, bar))
                        .and(canonical.version().eq(text.substring(bar + 1)));
    }

    private static Condition uri(MappedElement element, String value) {
        return switch (element.layout()) {
            case Layout.Code code -> code.column().eq(value);
            default -> throw unanswerable(element);
        };
    }

    static IllegalStateException unanswerable(MappedElement element) {
        return new IllegalStateException(element.path().text() + " cannot answer this kind of search");
    }
}
