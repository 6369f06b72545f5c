package org.dripline.engine.mapping;

import static org.dripline.schema.Tables.LINKS;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Field;
import org.jooq.Table;

/**
 * One resource type as a value: its table, its mapped elements and the search parameters they answer. Everything the
 * engine does with a type follows from this.
 *
 * @param readOnly whether clients may only read it: it comes from the jar
 * @param withheld the search parameters of R4 that are not offered, each with the reason
 * @param children the shared child tables its elements fill
 */
public record ResourceMapping(
        String type,
        MappedTable table,
        boolean readOnly,
        List<MappedElement> elements,
        List<SearchParameter> parameters,
        Map<String, String> withheld,
        Set<Table<?>> children) {
    public ResourceMapping {
        withheld = Map.copyOf(withheld);
        elements = List.copyOf(elements);
        parameters = List.copyOf(parameters);
        children = Set.copyOf(children);
    }

    private static final String OUR_PARAMETERS = "https://fhir.dripline.example/SearchParameter/";

    public static Builder of(String type, Table<?> table) {
        return new Builder(type, MappedTable.of(table));
    }

    /** Whether its resources may be somebody's own, behind the wall of that patient. */
    public boolean isOwned() {
        return elements.stream().anyMatch(element -> switch (element.layout()) {
            case Layout.Link link -> link.id().equals(table.patientId());
            case Layout.Owner owner -> true;
            default -> false;
        });
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

        private final Map<String, SearchParameter> ours = new LinkedHashMap<>();
        private final Map<String, String> withheld = new LinkedHashMap<>();

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
        public Builder extension(String url, Layout layout, String... parameters) {
            return element(ElementPath.extension(type, url), layout, parameters);
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

        /** A concept that commonly has one coding, which stands in columns. */
        public Builder coded(String path, Layout.Coded columns, String... parameters) {
            return element(path, columns, parameters);
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
            return element(path, new Layout.Link(table.patientId(), LocalReference.PATIENT), parameters);
        }

        /** Whose record this is, said by references that may be several or lead elsewhere: only the wall. */
        public Builder owner(String path) {
            return element(path, new Layout.Owner(table.patientId()));
        }

        /** Clients may only read this type. */
        public Builder readOnly() {
            readOnly = true;
            return this;
        }

        /** A search parameter of R4 that is not offered, and why. */
        public Builder withhold(String parameter, String reason) {
            withheld.put(parameter, reason);
            return this;
        }

        /** A search parameter of ours, answered by one element; its SearchParameter resource says the same. */
        public Builder ours(String name, SearchKind kind, String description, String expression, String... targets) {
            List<MappedElement> answering = searches.remove(name);
            if (answering == null) {
                throw new IllegalStateException(type + " declares no element for " + name);
            }
            return ours(name, kind, description, expression, Set.of(targets), answering, "");
        }

        /** A search parameter of ours that stands for a chain, such as {@code based-on:CarePlan.course-number}. */
        public Builder shortcut(String name, SearchKind kind, String description, String expression, String chain) {
            return ours(name, kind, description, expression, Set.of(), List.of(), chain);
        }

        private Builder ours(
                String name,
                SearchKind kind,
                String description,
                String expression,
                Set<String> targets,
                List<MappedElement> answering,
                String chain) {
            String url = OUR_PARAMETERS + type + "-" + name;
            ours.put(
                    name,
                    new SearchParameter(
                            name, kind, url, description, expression, targets, answering, List.of(), chain));
            return this;
        }

        public ResourceMapping build() {
            Map<String, SearchParameter> parameters = new TreeMap<>();
            searches.forEach((name, mapped) -> parameters.put(name, SearchDefinitions.define(type, name, mapped)));
            Set<String> rest = SearchDefinitions.names(type);
            rest.removeAll(parameters.keySet());
            rest.removeAll(withheld.keySet());
            rest.stream()
                    .filter(name -> !SearchDefinitions.isComposite(type, name))
                    .forEach(name -> {
                        SearchParameter derived = SearchDefinitions.derive(type, name);
                        elements.addAll(derived.elements());
                        parameters.put(name, derived);
                    });
            rest.stream()
                    .filter(name -> SearchDefinitions.isComposite(type, name))
                    .forEach(name -> parameters.put(name, SearchDefinitions.compose(type, name, parameters)));
            parameters.putAll(ours);
            List<MappedElement> mapped = elements.stream().distinct().toList();
            // Every type has links: those of unmapped elements are indexed, too.
            Set<Table<?>> children = new LinkedHashSet<>(Set.of(LINKS));
            mapped.forEach(element -> Children.of(element.layout()).ifPresent(children::add));
            return new ResourceMapping(
                    type, table, readOnly, mapped, List.copyOf(parameters.values()), withheld, children);
        }
    }
}
