package org.dripline.engine.search;

import static org.dripline.schema.Tables.RESOURCES;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.MappedTable;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.search.QueryParser.Parsed;
import org.dripline.outcome.Refusal;

/** From where a search looks to the table it begins with, and the clauses that are fixed thereby. */
final class Targets {
    private final ResourceCatalog catalog;
    private final Compartments compartments;
    private final ResourceMapping everything;

    Targets(ResourceCatalog catalog) {
        this.catalog = catalog;
        this.compartments = new Compartments(catalog);
        this.everything = heads(catalog.all().getFirst());
    }

    /** The heads of all types as one more type: only what R4 defines for every resource can be searched. */
    private static ResourceMapping heads(ResourceMapping any) {
        MappedTable table = MappedTable.of(RESOURCES);
        List<SearchParameter> parameters = any.parameters().stream()
                .filter(parameter -> parameter.name().startsWith("_"))
                .map(parameter -> switch (parameter.name()) {
                    case "_id" -> answeredBy(parameter, new Layout.ResourceId(table.id()));
                    case "_lastUpdated" -> answeredBy(parameter, new Layout.Moment(table.updatedAt()));
                    default -> parameter;
                })
                .toList();
        return new ResourceMapping("Resource", table, true, List.of(), parameters, Map.of(), Set.of());
    }

    private static SearchParameter answeredBy(SearchParameter parameter, Layout layout) {
        return new SearchParameter(
                parameter.name(),
                parameter.kind(),
                parameter.url(),
                parameter.description(),
                parameter.expression(),
                parameter.targets(),
                List.of(new MappedElement(parameter.elements().getFirst().path(), layout)),
                List.of(),
                "");
    }

    Parsed parse(QueryParser parser, SearchTarget target, List<Parameter> parameters, boolean lenient) {
        return switch (target) {
            case SearchTarget.OfType(String type) -> parser.parse(catalog.read(type), List.of(), parameters, lenient);
            case SearchTarget.OfCompartment(String compartment, String id, String type) ->
                parser.parse(
                        catalog.read(type), List.of(compartments.clause(compartment, id, type)), parameters, lenient);
            case SearchTarget.OfSystem() -> system(parser, everyType(), parameters, lenient);
            case SearchTarget.OfWholeCompartment(String compartment, String id) ->
                system(parser, compartments.whole(compartment, id), parameters, lenient);
        };
    }

    private Clause.OfTypes everyType() {
        Map<ResourceMapping, List<Clause>> types = new LinkedHashMap<>();
        catalog.all().forEach(mapping -> types.put(mapping, List.of()));
        return new Clause.OfTypes(types);
    }

    private Parsed system(QueryParser parser, Clause.OfTypes all, List<Parameter> parameters, boolean lenient) {
        Optional<String> asked = Parameter.single(parameters, ResultParameters.TYPE);
        Clause.OfTypes types = asked.map(text -> only(all, text)).orElse(all);
        List<Parameter> others = parameters.stream()
                .filter(parameter -> !parameter.name().equals(ResultParameters.TYPE))
                .toList();
        Parsed parsed = parser.parse(everything, List.of(types), others, lenient);
        // The self link keeps what was asked for, in its place.
        List<Parameter> applied = parameters.stream()
                .filter(parameter -> parameter.name().equals(ResultParameters.TYPE)
                        || parsed.applied().contains(parameter))
                .toList();
        return new Parsed(parsed.query(), applied, parsed.ignored());
    }

    private static Clause.OfTypes only(Clause.OfTypes all, String text) {
        List<String> known =
                all.types().keySet().stream().map(ResourceMapping::type).toList();
        Map<ResourceMapping, List<Clause>> types = new LinkedHashMap<>();
        for (String name : text.split(",", -1)) {
            if (!known.contains(name)) {
                throw Refusals.unknownType(name, known);
            }
            all.types().forEach((mapping, clauses) -> {
                if (mapping.type().equals(name)) {
                    types.put(mapping, clauses);
                }
            });
        }
        if (types.isEmpty()) {
            throw Refusal.invalid("search-type", "_type takes the names of resource types, with commas between them.");
        }
        return new Clause.OfTypes(types);
    }
}
