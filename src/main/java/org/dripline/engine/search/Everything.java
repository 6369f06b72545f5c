package org.dripline.engine.search;

import static org.dripline.schema.Tables.RESOURCES;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.engine.mapping.MappedTable;
import org.dripline.engine.search.EverythingPages.Asked;
import org.dripline.engine.store.StoredVersion;
import org.dripline.outcome.Refusal;
import org.jooq.Record;
import org.jooq.Select;

/**
 * The record of a patient, or of all patients whom the caller may see (R4, OperationDefinition Patient-everything): the
 * patient, then what is the patient's own, then what is nobody's, each in the order of creation. At most three
 * statements a page.
 */
final class Everything {
    /** Which statement finds a resource; a page's token says how far the walk has come in which of them. */
    private enum Part {
        OWN,
        SHARED
    }

    private record Row(Part part, long key, boolean match, StoredVersion version) {}

    private static final MappedTable HEADS = MappedTable.of(RESOURCES);

    private final EverythingPages pages;
    private final Function<List<Parameter>, EverythingQuery> parser;
    private final PageTokens tokens;
    private final Clock clock;

    Everything(
            EverythingPages pages, Function<List<Parameter>, EverythingQuery> parser, PageTokens tokens, Clock clock) {
        this.pages = pages;
        this.parser = parser;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @param id of the patient; empty for all whom the caller may see */
    SearchPage page(Access access, String id, List<Parameter> parameters) {
        EverythingQuery query = parser.apply(parameters);
        List<Parameter> applied = query.applied(parameters);
        String bound = Compartments.PATIENT + "/" + id + "/$everything?" + SearchText.url(applied);
        Optional<String> token = Parameter.single(parameters, ResultParameters.PAGE);
        Walk walk = token.map(text -> tokens.read(access, bound, text)).orElse(null);
        Instant begun = walk == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : walk.begun();
        String patientId = id.isEmpty() ? access.scope().patientId().orElse(null) : id;
        List<Row> found = found(new Asked(access, patientId, query, walk), !id.isEmpty());
        boolean more = found.size() > query.count();
        List<Row> shown = more ? found.subList(0, query.count()) : found;
        Optional<String> next = more
                ? Optional.of(with(applied, tokens.write(access, bound, walk(begun, shown.getLast()))))
                : Optional.empty();
        return new SearchPage(
                shown.stream().filter(Row::match).map(Row::version).toList(),
                shown.stream().filter(row -> !row.match()).map(Row::version).toList(),
                List.of(),
                more || walk != null ? OptionalLong.empty() : OptionalLong.of(shown.size()),
                token.map(text -> with(applied, text)).orElseGet(() -> SearchText.url(applied)),
                next);
    }

    /**
     * The page and one row more, which tells whether there is a next page.
     *
     * @param named whether the caller named the patient, who must be here then
     */
    private List<Row> found(Asked asked, boolean named) {
        List<Row> found = new ArrayList<>();
        if (asked.patientId() != null) {
            Optional<Row> patient = patient(asked, asked.patientId(), named);
            if (patient.isEmpty()) {
                return found;
            }
            patient.filter(row -> isShown(asked, row.version())).ifPresent(found::add);
        }
        int wanted = asked.query().count() + 1;
        Part part = asked.walk() == null
                ? Part.OWN
                : Part.valueOf(asked.walk().sortValues().getFirst());
        long behind = asked.walk() == null ? 0 : asked.walk().resourceKey();
        if (part == Part.OWN && found.size() < wanted) {
            found.addAll(rows(Part.OWN, pages.own(asked, behind, wanted - found.size())));
            behind = 0;
        }
        if (found.size() < wanted) {
            // What changed hands between the two statements is shown as it was first.
            List<Long> own = found.stream().map(Row::key).toList();
            rows(Part.SHARED, pages.shared(asked, behind, wanted - found.size())).stream()
                    .filter(row -> !own.contains(row.key()))
                    .forEach(found::add);
        }
        return found;
    }

    private Optional<Row> patient(Asked asked, String id, boolean named) {
        Optional<? extends Record> head = pages.patient(asked.access(), id);
        Optional<Row> here = head.filter(row -> !row.get(RESOURCES.DELETED))
                // Found first whatever its key, so that the own begin anew behind it.
                .map(row -> new Row(Part.OWN, 0, true, Pages.stored(HEADS, row)));
        if (here.isEmpty() && named) {
            throw head.isEmpty()
                    ? Refusal.notFound("There is no such Patient.")
                    : Refusal.gone("This Patient has been deleted; its _history tells what it was.");
        }
        return here;
    }

    /** The patient comes with the first page, like anything else that is asked for. */
    private static boolean isShown(Asked asked, StoredVersion patient) {
        EverythingQuery query = asked.query();
        return asked.walk() == null
                && query.asksFor(Compartments.PATIENT)
                && (query.since() == null
                        || !patient.updatedAt().isBefore(query.since().toInstant()));
    }

    private static List<Row> rows(Part part, Select<? extends Record> page) {
        return page.fetch().stream()
                .map(row -> new Row(
                        part,
                        row.get(RESOURCES.RESOURCE_KEY),
                        row.get(EverythingPages.MEMBER, Integer.class) == 1,
                        Pages.stored(HEADS, row)))
                .toList();
    }

    private static Walk walk(Instant begun, Row last) {
        return new Walk(begun, List.of(last.part().name()), last.key());
    }

    private static String with(List<Parameter> applied, String token) {
        return SearchText.url(Stream.concat(applied.stream(), Stream.of(new Parameter(ResultParameters.PAGE, token)))
                .toList());
    }
}
