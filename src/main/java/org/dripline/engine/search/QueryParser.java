package org.dripline.engine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/** Reads the parameters of one search into a {@link Query}, and refuses whatever it does not understand. */
final class QueryParser {
    static final int MAX_PARAMETERS = 50;

    /** Values of all parameters together, each counted for every type and element that it is looked for in. */
    static final int MAX_LOOKUPS = 2000;

    /** What R4 knows and Dripline does not offer, with the reason. */
    private static final Map<String, String> WITHHELD = Map.of(
            "_filter", "Use the parameters of the type, chains and _has; they say the same.",
            "_text", "Narratives are not indexed: what they say stands in the structured elements, too.",
            "_content", "There is no index of whole documents; search the elements you mean.",
            "_list", "Lists are not served yet.",
            "_query", "No named queries are defined.",
            "_containedType", "Contained resources are not found by themselves.",
            "_score", "Results have no ranking.");

    /**
     * A query with the parameters that it applies.
     *
     * @param ignored an issue for each parameter that a lenient search passes over
     */
    record Parsed(Query query, List<Parameter> applied, List<Issue> ignored) {}

    private final ClauseParser clauses;
    private final ResultParameters results;

    QueryParser(ResourceCatalog catalog, ValueParser values) {
        this.clauses = new ClauseParser(catalog, values);
        this.results = new ResultParameters(catalog);
    }

    /**
     * The query without its walk: that needs the caller, see {@link ResourceSearch}.
     *
     * @param fixed clauses that the target of the search sets, beside its parameters
     */
    Parsed parse(ResourceMapping mapping, List<Clause> fixed, List<Parameter> parameters, boolean lenient) {
        if (parameters.size() > MAX_PARAMETERS) {
            throw Refusal.of(
                    400,
                    Issue.error(
                            "too-costly",
                            "search-parameters",
                            "A search may have " + MAX_PARAMETERS + " parameters; this one has " + parameters.size()
                                    + ". Split it."));
        }
        List<Clause> found = new ArrayList<>(fixed);
        List<Parameter> applied = new ArrayList<>();
        List<Issue> ignored = new ArrayList<>();
        for (Parameter parameter : parameters) {
            try {
                if (!ResultParameters.owns(parameter.name())) {
                    found.add(clause(mapping, parameter));
                }
                applied.add(parameter);
            } catch (Refusal refusal) {
                Issue issue = refusal.issues().getFirst();
                if (!lenient || !Refusals.OF_NAMES.contains(issue.rule())) {
                    throw refusal;
                }
                ignored.add(ignored(issue));
            }
        }
        requireAffordable(found);
        ResultParameters.contained(applied);
        Query query = new Query(
                mapping,
                found,
                ResultParameters.sorts(mapping, applied),
                ResultParameters.count(applied),
                ResultParameters.total(applied),
                results.includes(applied),
                null);
        return new Parsed(query, applied, ignored);
    }

    private static void requireAffordable(List<Clause> clauses) {
        if (clauses.stream().mapToInt(Clause::lookups).sum() > MAX_LOOKUPS) {
            throw Refusal.of(
                    400,
                    Issue.error(
                            "too-costly",
                            "search-parameters",
                            "The search looks for more than " + MAX_LOOKUPS
                                    + " values, each counted for every type that a"
                                    + " chain may lead to. Name the types, such as subject:Patient.identifier, or split it."));
        }
    }

    /** One parameter that is not about the shape of the result. */
    Clause clause(ResourceMapping mapping, Parameter parameter) {
        String name = parameter.name().split("[:.]", 2)[0];
        String why = WITHHELD.get(name);
        if (why != null) {
            throw Refusals.refusal(Refusals.UNKNOWN, name + " is not offered. " + why);
        }
        return clauses.clause(mapping, parameter);
    }

    private static Issue ignored(Issue issue) {
        return Issue.warning(
                issue.code(),
                issue.rule(),
                issue.text() + " It was ignored, as the search asked for lenient handling.");
    }
}
