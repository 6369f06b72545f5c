package org.dripline.fhir;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.dripline.engine.bundle.Shipped;
import org.dripline.engine.history.HistoryTarget;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.SearchTarget;
import org.dripline.engine.store.ResourceIds;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/**
 * From method, path and query to an {@link Interaction}, or to the refusal that says what is served instead. The whole
 * table of paths is in this file.
 */
final class Router {
    private static final Set<String> READS = Set.of("GET", "HEAD");
    /** An operation that changes nothing, and the search of the whole server: a POST may bring the parameters. */
    private static final Set<String> ASKS = Set.of("GET", "HEAD", "POST");

    private static final Set<String> TYPE_WRITES = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> INSTANCE_WRITES = Set.of("GET", "HEAD", "PUT", "PATCH", "DELETE");

    private final ResourceCatalog catalog;
    private final TypeNames typeNames;

    Router(ResourceCatalog catalog) {
        this.catalog = catalog;
        this.typeNames = new TypeNames(catalog);
    }

    Interaction route(FhirRequest request) {
        List<String> path = request.path();
        if (path.isEmpty()) {
            return system(request);
        }
        String first = path.getFirst();
        if (path.size() == 1) {
            switch (first) {
                case "metadata" -> {
                    return metadata(request);
                }
                case "_history" -> {
                    return history(request, new HistoryTarget.OfSystem());
                }
                case "_search" -> {
                    return byMethod(
                            request, "", Set.of("POST"), method -> search(request, new SearchTarget.OfSystem(), true));
                }
                default -> {
                    // A type, below.
                }
            }
        }
        if (first.startsWith("$")) {
            throw PathRefusals.unknownOperation();
        }
        ResourceMapping mapping = catalog.find(first).orElseThrow(() -> typeNames.unknown(first));
        return switch (path.size()) {
            case 1 -> type(request, mapping);
            case 2 -> underType(request, mapping, path.get(1));
            case 3 -> underResource(request, mapping, path.get(2));
            case 4 ->
                path.get(3).equals("_search")
                        ? compartment(request, mapping, path.get(2), true)
                        : version(request, mapping, path.get(3));
            default -> throw PathRefusals.nothingHere();
        };
    }

    private static Interaction system(FhirRequest request) {
        return byMethod(request, "", ASKS, method -> {
            if (method.equals("POST")) {
                allowOnly(request, Set.of());
                return new Interaction.Transaction();
            }
            return search(request, new SearchTarget.OfSystem(), false);
        });
    }

    private static Interaction metadata(FhirRequest request) {
        allowOnly(request, Set.of("mode"));
        if (!request.parameter("mode").orElse("full").equals("full")) {
            throw unsupported("Of the capabilities only mode=full is served.");
        }
        return byMethod(request, "", READS, method -> new Interaction.Capabilities());
    }

    private static Interaction type(FhirRequest request, ResourceMapping mapping) {
        String type = mapping.type();
        List<Parameter> criteria = ofSearch(request.parameters());
        Set<String> allowed = mapping.readOnly() ? READS : TYPE_WRITES;
        return byMethod(request, mapping, allowed, method -> switch (method) {
            case "POST" -> {
                allowOnly(request, Set.of());
                yield new Interaction.Create(type);
            }
            case "PUT" -> new Interaction.ConditionalUpdate(type, criteria);
            case "PATCH" -> new Interaction.ConditionalPatch(type, criteria);
            case "DELETE" -> new Interaction.ConditionalDelete(type, criteria);
            default -> search(request, new SearchTarget.OfType(type), false);
        });
    }

    private static Interaction underType(FhirRequest request, ResourceMapping mapping, String segment) {
        String type = mapping.type();
        switch (segment) {
            case "_search" -> {
                return byMethod(
                        request, type, Set.of("POST"), method -> search(request, new SearchTarget.OfType(type), true));
            }
            case "_history" -> {
                return history(request, new HistoryTarget.OfType(type));
            }
            case "$validate" -> {
                return validate(request, mapping, "");
            }
            case EverythingEndpoint.PATH -> {
                return everything(request, mapping, "");
            }
            default -> {
                // An id, below.
            }
        }
        if (segment.startsWith("$")) {
            throw PathRefusals.unknownOperation();
        }
        String id = checkedId(segment);
        Set<String> allowed = mapping.readOnly() ? READS : INSTANCE_WRITES;
        return byMethod(request, mapping, allowed, method -> {
            allowOnly(request, READS.contains(method) ? Subset.PARAMETERS : Set.of());
            return switch (method) {
                case "PUT" -> new Interaction.Update(type, id);
                case "PATCH" -> new Interaction.Patch(type, id);
                case "DELETE" -> new Interaction.Delete(type, id);
                default -> new Interaction.Read(type, id);
            };
        });
    }

    private Interaction underResource(FhirRequest request, ResourceMapping mapping, String segment) {
        String id = checkedId(request.path().get(1));
        if (segment.equals("_history")) {
            return history(request, new HistoryTarget.OfResource(mapping.type(), id));
        }
        if (segment.equals("$validate")) {
            return validate(request, mapping, id);
        }
        if (segment.equals(EverythingEndpoint.PATH)) {
            return everything(request, mapping, id);
        }
        if (SummaryEndpoint.serves(mapping.type(), segment)) {
            return byMethod(
                    request,
                    mapping.type(),
                    ASKS,
                    method -> new Interaction.Summary(mapping.type(), id, segment, method.equals("POST")));
        }
        if (segment.equals("$explain-match")) {
            return byMethod(request, mapping.type(), READS, method -> {
                allowOnly(request, SearchEndpoint.EXPLAIN_PARAMETERS);
                return new Interaction.ExplainMatch(mapping.type(), id);
            });
        }
        if (segment.startsWith("$")) {
            throw PathRefusals.unknownOperation();
        }
        return compartment(request, mapping, segment, false);
    }

    /** {@code [compartment]/[id]/[type]} and {@code [compartment]/[id]/*}. */
    private Interaction compartment(FhirRequest request, ResourceMapping mapping, String segment, boolean form) {
        String id = checkedId(request.path().get(1));
        if (!segment.equals("*") && catalog.find(segment).isEmpty()) {
            throw Character.isUpperCase(segment.charAt(0)) ? typeNames.unknown(segment) : PathRefusals.nothingHere();
        }
        SearchTarget target = segment.equals("*")
                ? new SearchTarget.OfWholeCompartment(mapping.type(), id)
                : new SearchTarget.OfCompartment(mapping.type(), id, segment);
        Set<String> allowed = form ? Set.of("POST") : READS;
        return byMethod(request, segment, allowed, method -> search(request, target, form));
    }

    private static Interaction version(FhirRequest request, ResourceMapping mapping, String version) {
        String id = checkedId(request.path().get(1));
        if (!request.path().get(2).equals("_history")) {
            throw PathRefusals.nothingHere();
        }
        long number = ResourceIds.version(checkedId(version))
                .orElseThrow(() -> Refusal.notFound("There is no such version of this " + mapping.type() + "."));
        return byMethod(request, mapping.type(), READS, method -> {
            allowOnly(request, Subset.PARAMETERS);
            return new Interaction.Vread(mapping.type(), id, number);
        });
    }

    private static Interaction history(FhirRequest request, HistoryTarget target) {
        return byMethod(request, target.type(), READS, method -> {
            allowOnly(request, HistoryEndpoint.PARAMETERS);
            return new Interaction.History(target);
        });
    }

    private static Interaction validate(FhirRequest request, ResourceMapping mapping, String id) {
        return byMethod(request, mapping.type(), Set.of("POST"), method -> {
            allowOnly(request, ValidateEndpoint.PARAMETERS);
            return new Interaction.Validate(mapping.type(), id);
        });
    }

    private static Interaction everything(FhirRequest request, ResourceMapping mapping, String id) {
        if (!mapping.type().equals("Patient")) {
            throw PathRefusals.unknownOperation();
        }
        return byMethod(request, mapping.type(), ASKS, method -> new Interaction.Everything(id, method.equals("POST")));
    }

    private static Interaction search(FhirRequest request, SearchTarget target, boolean form) {
        return new Interaction.Search(target, ofSearch(request.parameters()), form);
    }

    /** The parameters that belong to the search itself. */
    static List<Parameter> ofSearch(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> !Negotiation.owns(parameter.name()))
                .toList();
    }

    /** At a type or a resource: of a type that is only read it also tells where definitions come from. */
    private static Interaction byMethod(
            FhirRequest request, ResourceMapping mapping, Set<String> allowed, Function<String, Interaction> served) {
        String why = mapping.readOnly() ? Shipped.readOnly(mapping.type()) + ' ' : "";
        return byMethod(request, mapping.type(), allowed, served, why);
    }

    private static Interaction byMethod(
            FhirRequest request, String type, Set<String> allowed, Function<String, Interaction> served) {
        return byMethod(request, type, allowed, served, "");
    }

    private static Interaction byMethod(
            FhirRequest request, String type, Set<String> allowed, Function<String, Interaction> served, String why) {
        String method = request.method();
        if (allowed.contains(method)) {
            return served.apply(method);
        }
        Set<String> all = new TreeSet<>(allowed);
        all.add("OPTIONS");
        if (method.equals("OPTIONS")) {
            return new Interaction.Options(type, all);
        }
        String list = String.join(", ", all);
        throw Refusal.of(
                        405,
                        Issue.error(
                                "not-supported",
                                "method-not-allowed",
                                why + "This method is not served here; served are " + list + "."))
                .with("Allow", list);
    }

    private static void allowOnly(FhirRequest request, Set<String> names) {
        for (Parameter parameter : request.parameters()) {
            if (!Negotiation.owns(parameter.name()) && !names.contains(parameter.name())) {
                // The name itself may hold patient data, when the caller mixed up name and value.
                throw Refusal.invalid(
                        "parameter-unknown", "This interaction knows only the parameters " + known(names));
            }
        }
    }

    private static String known(Set<String> names) {
        Set<String> all = new TreeSet<>(names);
        all.add(Negotiation.FORMAT);
        all.add(Negotiation.PRETTY);
        return all.stream().collect(joining(", ", "", "."));
    }

    private static String checkedId(String id) {
        if (!ResourceIds.valid(id)) {
            throw Refusal.invalid(
                    "id-form", "An id has 1 to 64 characters, each a letter A-Z a-z, a digit, '-' or '.'.");
        }
        return id;
    }

    private static Refusal unsupported(String text) {
        return Refusal.of(501, Issue.error("not-supported", "not-supported", text));
    }
}
