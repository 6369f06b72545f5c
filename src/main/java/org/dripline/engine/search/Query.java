package org.dripline.engine.search;

import java.util.List;
import java.util.stream.Collectors;
import org.dripline.engine.mapping.DateRange;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchParameter;
import org.jspecify.annotations.Nullable;

/**
 * A search as a typed value between its text and its SQL. Prints itself for tests and logs of plans; a print holds
 * search values, so it never goes into the request log.
 *
 * @param clauses all must hold
 * @param sorts the first decides first; creation order decides last
 * @param count matches on a page, 0 to ask for the total only
 * @param walk where the page begins; null for the first page
 */
record Query(
        ResourceMapping mapping,
        List<Clause> clauses,
        List<Sort> sorts,
        int count,
        @Nullable Walk walk) {

    /** One parameter of the request; any of its values may match. */
    sealed interface Clause {
        SearchParameter parameter();

        /** {@code system|code} in its four forms; a null system is any, an empty one is none. */
        record Token(SearchParameter parameter, List<TokenValue> anyOf) implements Clause {}

        record Date(SearchParameter parameter, List<DateValue> anyOf) implements Clause {}

        record Reference(SearchParameter parameter, List<ReferenceValue> anyOf) implements Clause {}

        record Uri(SearchParameter parameter, List<String> anyOf) implements Clause {}
    }

    record TokenValue(@Nullable String system, @Nullable String code) {
        @Override
        public String toString() {
            String right = code == null ? "" : code;
            return system == null ? right : system + "|" + right;
        }
    }

    record DateValue(DatePrefix prefix, DateRange range) {
        @Override
        public String toString() {
            return prefix.code() + " [" + range.from() + ", " + range.to() + ")";
        }
    }

    /** {@code Type/id}, {@code id} with a null type, or an absolute url with a null id. */
    record ReferenceValue(
            @Nullable String type,
            @Nullable String id,
            @Nullable String url) {
        @Override
        public String toString() {
            if (url != null) {
                return url;
            }
            return type == null ? "*/" + id : type + "/" + id;
        }
    }

    record Sort(SearchParameter parameter, boolean descending) {
        @Override
        public String toString() {
            return parameter + (descending ? " desc" : "");
        }
    }

    @Override
    public String toString() {
        String where = clauses.stream().map(Query::print).collect(Collectors.joining(" and "));
        String order = sorts.stream().map(Sort::toString).collect(Collectors.joining(", "));
        return mapping.type()
                + (where.isEmpty() ? "" : " where " + where)
                + (order.isEmpty() ? "" : " sort " + order)
                + " count " + count
                + (walk == null ? "" : " after " + walk.resourceKey());
    }

    private static String print(Clause clause) {
        List<?> values = switch (clause) {
            case Clause.Token token -> token.anyOf();
            case Clause.Date date -> date.anyOf();
            case Clause.Reference reference -> reference.anyOf();
            case Clause.Uri uri -> uri.anyOf();
        };
        return clause.parameter() + " = "
                + values.stream().map(Object::toString).collect(Collectors.joining(" or "));
    }
}
