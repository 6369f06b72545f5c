package org.dripline.engine.mapping;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Table;

/**
 * One resource type as a value: its table, its mapped elements and the search parameters they answer. Everything the
 * engine does with a type follows from this.
 *
 * @param readOnly whether clients may only read it: it comes from the jar
 * @param children the shared child tables its elements fill
 */
public record ResourceMapping(
        String type,
        MappedTable table,
        boolean readOnly,
        List<MappedElement> elements,
        List<SearchParameter> parameters,
        Set<Table<?>> children) {
    public ResourceMapping {
        elements = List.copyOf(elements);
        parameters = List.copyOf(parameters);
        children = Set.copyOf(children);
    }

    public static Builder of(String type, Table<?> table) {
        return new Builder(type, MappedTable.of(table));
    }

    public Optional<SearchParameter> findParameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** Collects the declarations of one mapping file. */
    public static final class Builder {
        private final String type;
        private final MappedTable table;
        private boolean readOnly;
        private final List<MappedElement> elements = new ArrayList<>();
        private final Map<String, List<MappedElement>> searches = new LinkedHashMap<>();

        private Builder(String type, MappedTable table) {
            this.type = type;
            this.table = table;
            searches.put("_id", List.of(builtIn("id", new Layout.ResourceId(table.id()))));
            searches.put("_lastUpdated", List.of(builtIn("meta.lastUpdated", new Layout.Moment(table.updatedAt()))));
        }

        private MappedElement builtIn(String path, Layout layout) {
            return new MappedElement(ElementPath.of(type, path), layout);
        }

        /** An element by its path below the resource, and the R4 search parameters it answers. */
        public Builder element(String path, Layout layout, String... parameters) {
            return element(ElementPath.of(type, path), layout, parameters);
        }

        /** The value of an extension on the resource. */
        public Builder extension(String url, Layout layout) {
            return element(ElementPath.extension(type, url), layout);
        }

        public Builder element(ElementPath path, Layout layout, String... parameters) {
            MappedElement element = new MappedElement(path, layout);
            elements.add(element);
            for (String name : parameters) {
                searches.computeIfAbsent(name, key -> new ArrayList<>()).add(element);
            }
            return this;
        }

        /** A code bound to one system: a token. */
        public Builder code(String path, Field<String> column, String system, String... parameters) {
            return element(path, new Layout.Code(column, system), parameters);
        }

        /** A text, uri or id in one column. */
        public Builder text(String path, Field<String> column, String... parameters) {
            return element(path, new Layout.Code(column, null), parameters);
        }

        /** A boolean. */
        public Builder flag(String path, Field<Boolean> column, String... parameters) {
            return element(path, new Layout.Flag(column), parameters);
        }

        /** Codings, in rows of their own. */
        public Builder codings(String path, String... parameters) {
            return element(path, new Layout.Codings(), parameters);
        }

        /** Identifiers, in rows of their own. */
        public Builder identifiers() {
            return element("identifier", new Layout.Identifiers(), "identifier");
        }

        /** References, in rows of their own. */
        public Builder links(String path, String... parameters) {
            return element(path, new Layout.Links(), parameters);
        }

        /** A reference to one type of this server, in a column. */
        public Builder link(String path, Field<String> id, String target, String... parameters) {
            return element(path, new Layout.Link(id, target), parameters);
        }

        /** Dates as a half-open range. */
        public Builder dates(String path, Field<OffsetDateTime> from, Field<OffsetDateTime> to, String... parameters) {
            return element(path, new Layout.Dates(from, to), parameters);
        }

        /** Whose record this is: a reference to the Patient, which is also the wall. */
        public Builder patient(String path, String... parameters) {
            return element(path, new Layout.Link(table.patientId(), "Patient"), parameters);
        }

        /** Clients may only read this type. */
        public Builder readOnly() {
            readOnly = true;
            return this;
        }

        public ResourceMapping build() {
            List<SearchParameter> parameters = new ArrayList<>();
            searches.forEach((name, mapped) -> parameters.add(SearchDefinitions.define(type, name, mapped)));
            Set<Table<?>> children = new LinkedHashSet<>();
            elements.forEach(element -> Children.of(element.layout()).ifPresent(children::add));
            return new ResourceMapping(type, table, readOnly, elements, parameters, children);
        }
    }
}
