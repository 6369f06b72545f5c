package org.dripline.engine.search;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.engine.mapping.MappedTable;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.search.Query.Total;
import org.dripline.engine.search.QueryParser.Parsed;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Finds resources. Thread-safe. */
public final class ResourceSearch {
    /** The types whose compartments R4 defines. */
    public static final Set<String> COMPARTMENTS = Compartments.NAMES;

    /** How far an estimate counts. */
    static final int ESTIMATE = 1000;

    private final List<String> types;
    private final QueryParser parser;
    private final Targets targets;
    private final Pages pages;
    private final Includes includes;
    private final PageTokens tokens;
    private final Everything everything;
    private final Clock clock;

    /**
     * @param zone where a date without a time zone is meant, the same as the projector's
     * @param ownBases the URLs under which this server is known, the same as the projector's
     * @param secret signs page tokens; every node of one store has the same
     */
    public ResourceSearch(
            DSLContext sql,
            ResourceCatalog catalog,
            Terminology terminology,
            ZoneId zone,
            List<String> ownBases,
            byte[] secret,
            Clock clock) {
        this.types = catalog.all().stream().map(ResourceMapping::type).toList();
        this.parser = new QueryParser(catalog, new ValueParser(zone, ownBases, terminology));
        this.targets = new Targets(catalog);
        this.pages = new Pages(PlannedByValues.of(sql), new DateConditions(clock));
        this.includes = new Includes(sql, catalog);
        this.tokens = new PageTokens(secret);
        this.everything = new Everything(
                new EverythingPages(sql, catalog),
                parameters -> EverythingQuery.of(parameters, catalog, zone),
                tokens,
                clock);
        this.clock = clock;
    }

    /** Whether results can be sorted by a parameter. */
    public static boolean sorts(SearchParameter parameter) {
        return SortColumns.sorts(parameter);
    }

    /** The types that can be searched. */
    public List<String> types() {
        return types;
    }

    /** Searches one type; refuses with 400 what it does not understand. */
    public SearchPage search(Access access, String type, List<Parameter> parameters) {
        return search(access, new SearchTarget.OfType(type), parameters, false);
    }

    /**
     * Runs one search.
     *
     * @param lenient whether unknown parameters are passed over with a warning, instead of refused with 400
     */
    public SearchPage search(Access access, SearchTarget target, List<Parameter> parameters, boolean lenient) {
        Optional<String> token = Parameter.single(parameters, ResultParameters.PAGE);
        List<Parameter> unpaged = parameters.stream()
                .filter(parameter -> !parameter.name().equals(ResultParameters.PAGE))
                .toList();
        Parsed parsed = targets.parse(parser, target, unpaged, lenient);
        List<Parameter> applied = applied(parsed);
        String bound = target + "?" + SearchText.url(applied);
        Query query = token.map(text -> parsed.query().from(tokens.read(access, bound, text)))
                .orElse(parsed.query());
        List<Parameter> self = new ArrayList<>(applied);
        token.ifPresent(text -> self.add(new Parameter(ResultParameters.PAGE, text)));
        if (query.count() == 0) {
            OptionalLong total = OptionalLong.of(pages.count(access, query, Integer.MAX_VALUE));
            return new SearchPage(
                    List.of(), List.of(), parsed.ignored(), total, SearchText.url(self), Optional.empty());
        }
        return page(access, query, parsed, applied, SearchText.url(self), bound);
    }

    /**
     * Reads search criteria that are to name one resource. Refuses with 400 what it does not understand, also when the
     * caller is lenient: what is left out of a condition makes another one.
     */
    public Criteria criteria(String type, List<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            if (ResultParameters.owns(parameter.name())) {
                throw Refusal.invalid(
                        "criteria-result",
                        "Criteria say which resource is meant; " + parameter.name()
                                + " is about results. Leave it out.");
            }
        }
        if (parameters.isEmpty()) {
            throw Refusal.invalid(
                    "criteria-empty",
                    "Criteria need at least one search parameter, such as identifier=system|value; without any they"
                            + " would name every " + type + ".");
        }
        Query query = targets.parse(parser, new SearchTarget.OfType(type), parameters, false)
                .query();
        return new Criteria(query, pages);
    }

    /**
     * The record of a patient, page by page; refuses with 404 or 410 when the patient is not here.
     *
     * @param id of the patient; empty for all whom the caller may see
     */
    public SearchPage everything(Access access, String id, List<Parameter> parameters) {
        return everything.page(access, id, parameters);
    }

    private SearchPage page(
            Access access, Query query, Parsed parsed, List<Parameter> applied, String self, String bound) {
        Instant begun = query.walk() == null
                ? clock.instant().truncatedTo(ChronoUnit.MILLIS)
                : query.walk().begun();
        List<? extends Record> rows = pages.page(access, query, begun).fetch();
        boolean more = rows.size() > query.count();
        List<? extends Record> shown = more ? rows.subList(0, query.count()) : rows;
        MappedTable table = query.mapping().table();
        Map<Long, String> matches = new LinkedHashMap<>();
        shown.forEach(row -> matches.put(row.get(table.resourceKey()), row.get(Pages.TYPE.getName(), String.class)));
        Includes.Found included = includes.of(access, query.includes(), matches);
        Optional<String> next = more
                ? Optional.of(SearchText.url(Stream.concat(
                                applied.stream(),
                                Stream.of(new Parameter(
                                        ResultParameters.PAGE,
                                        tokens.write(access, bound, Pages.walk(query, begun, shown.getLast())))))
                        .toList()))
                : Optional.empty();
        return new SearchPage(
                shown.stream().map(row -> Pages.stored(table, row)).toList(),
                included.resources(),
                warnings(parsed, included),
                total(access, query, more, shown.size()),
                self,
                next);
    }

    private static List<Issue> warnings(Parsed parsed, Includes.Found included) {
        List<Issue> warnings = new ArrayList<>(parsed.ignored());
        if (included.cut()) {
            warnings.add(Issue.warning(
                    "incomplete",
                    "search-included",
                    "There is more to include than " + Includes.MAX_INCLUDED + " resources or " + Includes.MAX_ROUNDS
                            + " rounds: this page shows only a part. Ask for a smaller _count, or fewer includes."));
        }
        return warnings;
    }

    private OptionalLong total(Access access, Query query, boolean more, int shown) {
        if (query.total() == Total.NONE) {
            return OptionalLong.empty();
        }
        if (!more && query.walk() == null) {
            return OptionalLong.of(shown);
        }
        return switch (query.total()) {
            case ACCURATE -> OptionalLong.of(pages.count(access, query, Integer.MAX_VALUE));
            case ESTIMATE -> OptionalLong.of(pages.count(access, query, ESTIMATE));
            case KNOWN, NONE -> OptionalLong.empty();
        };
    }

    /** What the {@code self} link tells: the count is the one that was applied. */
    private static List<Parameter> applied(Parsed parsed) {
        return parsed.applied().stream()
                .map(parameter -> parameter.name().equals(ResultParameters.COUNT)
                        ? new Parameter(
                                ResultParameters.COUNT,
                                String.valueOf(parsed.query().count()))
                        : parameter)
                .toList();
    }
}
