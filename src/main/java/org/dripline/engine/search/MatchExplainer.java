package org.dripline.engine.search;

import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dripline.access.Access;
import org.dripline.engine.mapping.MappedTable;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.store.Wall;
import org.jooq.DSLContext;

/** Tells why a search finds a resource, or why it does not. Thread-safe. */
public final class MatchExplainer {

    /**
     * What one parameter of the search makes of the resource.
     *
     * @param asked the parameter as the client wrote it
     * @param comparison what was understood
     * @param indexed the values that the resource can be found by with this parameter
     * @param matches the verdict
     */
    public record Verdict(Parameter asked, String comparison, List<String> indexed, boolean matches) {
        public Verdict {
            indexed = List.copyOf(indexed);
        }
    }

    private final DSLContext sql;
    private final ResourceCatalog catalog;
    private final QueryParser parser;
    private final Clock clock;

    /** The arguments are those of {@link ResourceSearch}. */
    public MatchExplainer(
            DSLContext sql,
            ResourceCatalog catalog,
            Terminology terminology,
            ZoneId zone,
            List<String> ownBases,
            Clock clock) {
        this.sql = sql;
        this.catalog = catalog;
        this.parser = new QueryParser(catalog, new ValueParser(zone, ownBases, terminology));
        this.clock = clock;
    }

    /** A verdict for each parameter but those that shape the result; empty when the caller may not see the resource, or it is not there. */
    public Optional<List<Verdict>> explain(Access access, String type, String id, List<Parameter> parameters) {
        ResourceMapping mapping = catalog.read(type);
        List<Parameter> asked = parameters.stream()
                .filter(parameter -> !ResultParameters.owns(parameter.name()))
                .toList();
        List<Clause> clauses =
                parser.parse(mapping, List.of(), asked, false).query().clauses();
        MappedTable table = mapping.table();
        Wall wall = new Wall(access);
        Long key = sql.select(table.resourceKey())
                .from(table.table())
                .where(table.id().eq(id))
                .and(wall.around(Scope.of(mapping).patientId()))
                .fetchOne(table.resourceKey());
        if (key == null) {
            return Optional.empty();
        }
        Conditions conditions = new Conditions(new DateConditions(clock), wall);
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            Clause clause = clauses.get(i);
            boolean matches = sql.fetchExists(selectOne()
                    .from(table.table())
                    .where(table.resourceKey().eq(key))
                    .and(conditions.of(clause, Scope.of(mapping))));
            verdicts.add(new Verdict(asked.get(i), clause.toString(), indexed(clause, mapping, key), matches));
        }
        return Optional.of(verdicts);
    }

    private List<String> indexed(Clause clause, ResourceMapping mapping, long key) {
        return parameter(clause)
                .map(parameter -> new IndexedValues(sql, mapping, key).of(parameter))
                .orElse(List.of());
    }

    /** The parameter of the resource itself; what refers to it from elsewhere has none. */
    private static Optional<SearchParameter> parameter(Clause clause) {
        return switch (clause) {
            case Clause.Match match -> Optional.of(match.parameter());
            case Clause.Missing missing -> Optional.of(missing.parameter());
            case Clause.Chain chain -> Optional.of(chain.reference());
            case Clause.Has has -> Optional.empty();
            case Clause.AnyOf any -> Optional.empty();
            case Clause.OfTypes types -> Optional.empty();
        };
    }
}
