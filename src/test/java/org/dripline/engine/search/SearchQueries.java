package org.dripline.engine.search;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dripline.engine.TestStore;
import org.dripline.engine.search.QueryParser.Parsed;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** From the text of a search to its query and its SQL, for tests. */
final class SearchQueries {
    /** A little hierarchy and a little value set, to see that they are used. */
    static final Terminology TERMINOLOGY = new Terminology() {
        @Override
        public Optional<Set<Concept>> members(String valueSet) {
            return valueSet.equals("http://x/vs")
                    ? Optional.of(Set.of(new Concept("http://x/cs", "one")))
                    : Optional.empty();
        }

        @Override
        public Optional<Set<String>> below(String system, String code) {
            return code.equals("active") ? Optional.of(Set.of("active")) : Optional.empty();
        }

        @Override
        public Optional<Set<String>> above(String system, String code) {
            return below(system, code);
        }
    };

    private final QueryParser parser;
    private final Targets targets;
    private final Pages pages;

    SearchQueries(TestStore store) {
        this.parser = new QueryParser(
                store.catalog,
                new ValueParser(ZoneOffset.UTC, List.of("http://here/fhir", "http://too/fhir"), TERMINOLOGY));
        this.targets = new Targets(store.catalog);
        this.pages = new Pages(
                store.sql(), new DateConditions(Clock.fixed(Instant.parse("2026-01-11T00:00:00Z"), ZoneOffset.UTC)));
    }

    Query parse(String text) {
        return parsed(text, false).query();
    }

    /** Reads {@code Type?a=b&c=d}, {@code ?_id=1} for all types, {@code Patient/1/Type?…} for a compartment. */
    Parsed parsed(String text, boolean lenient) {
        int mark = text.indexOf('?');
        List<Parameter> parameters = new ArrayList<>();
        for (String pair : text.substring(mark + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.add(new Parameter(pair.substring(0, equals), pair.substring(equals + 1)));
            }
        }
        return targets.parse(parser, target(text.substring(0, mark)), parameters, lenient);
    }

    private static SearchTarget target(String path) {
        String[] parts = path.split("/", -1);
        if (path.isEmpty()) {
            return new SearchTarget.OfSystem();
        }
        if (parts.length == 1) {
            return new SearchTarget.OfType(path);
        }
        return parts[2].equals("*")
                ? new SearchTarget.OfWholeCompartment(parts[0], parts[1])
                : new SearchTarget.OfCompartment(parts[0], parts[1], parts[2]);
    }

    /** The statement of the first page on H2, from its tables on, without quotes. */
    String sql(Query query) {
        String all = DSL.using(SQLDialect.H2).renderInlined(pages.page(TestStore.CLINIC, query, Instant.EPOCH));
        String plain = all.replace("\"fhir\".", "").replace("\"", "").replace("offset 0 rows ", "");
        String table = query.mapping().table().table().getName();
        return plain.substring(plain.indexOf(" from " + table + " join ") + 1);
    }
}
