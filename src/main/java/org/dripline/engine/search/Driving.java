package org.dripline.engine.search;

import static org.dripline.schema.Tables.LINKS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dripline.engine.mapping.Children;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.jooq.Condition;

/**
 * Which condition a statement begins with. A search that names a patient, an id or another column of the type's own row
 * begins there, and child rows are looked at one resource at a time. Without one, the best child rows come first:
 * otherwise a database that has no better idea, such as H2, reads every resource of the type.
 */
final class Driving {
    private Driving() {}

    static List<Condition> conditions(Conditions conditions, List<Clause> clauses, Scope scope) {
        Optional<Clause.Match> driving = clauses.stream().anyMatch(Driving::beginsInColumn)
                ? Optional.empty()
                : clauses.stream()
                        .filter(Driving::canDrive)
                        .map(Clause.Match.class::cast)
                        .min(Comparator.comparingInt(Driving::rank));
        List<Condition> all = new ArrayList<>();
        for (Clause clause : clauses) {
            if (driving.filter(clause::equals).isPresent()) {
                all.add(among(conditions, driving.orElseThrow(), scope));
            } else {
                all.add(conditions.of(clause, scope));
            }
        }
        return all;
    }

    /** A single clause, begun at its child rows where it has any. */
    static Condition of(Conditions conditions, Clause clause, Scope scope) {
        return canDrive(clause) && clause instanceof Clause.Match match
                ? among(conditions, match, scope)
                : conditions.of(clause, scope);
    }

    private static Condition among(Conditions conditions, Clause.Match match, Scope scope) {
        MappedElement element = match.parameter().elements().getFirst();
        return switch (element.layout()) {
            case Layout.Link link -> amongLinks(match, element, scope);
            case Layout.Links links -> amongLinks(match, element, scope);
            case Layout.Coded coded ->
                scope.among(coded, element, rows -> conditions.anyIn(element, match.anyOf(), rows));
            case Layout.Child child ->
                scope.among(Children.rowsOf(child), element, rows -> conditions.anyIn(element, match.anyOf(), rows));
            case Layout.Own own -> throw Conditions.unanswerable(element);
        };
    }

    private static Condition amongLinks(Clause.Match match, MappedElement element, Scope scope) {
        ReferenceConditions references = new ReferenceConditions(match.parameter());
        return scope.among(LINKS, element, rows -> references.inRows(match.anyOf(), rows));
    }

    /** An equality on an indexed column of the own row, or a chain, which is an equality on what it finds. */
    private static boolean beginsInColumn(Clause clause) {
        return switch (clause) {
            case Clause.Match match ->
                !match.negated()
                        && match.parameter().elements().size() == 1
                        && switch (match.parameter().elements().getFirst().layout()) {
                            case Layout.ResourceId id -> true;
                            case Layout.Link link -> match.anyOf().stream().anyMatch(Driving::standsInColumn);
                            case Layout.Canonical canonical -> true;
                            case Layout.CanonicalName name -> true;
                            default -> false;
                        };
            case Clause.Chain chain -> true;
            case Clause.Has has -> true;
            case Clause.AnyOf any -> true;
            case Clause.Missing missing -> false;
            case Clause.OfTypes types -> false;
        };
    }

    private static boolean standsInColumn(Value value) {
        return value instanceof Value.Local local && local.version() == null;
    }

    private static boolean canDrive(Clause clause) {
        return clause instanceof Clause.Match match
                && !match.negated()
                && match.parameter().elements().size() == 1
                && rank(match) < NEVER;
    }

    private static final int NEVER = 9;

    /** How few resources a condition usually leaves. */
    private static int rank(Clause.Match match) {
        return switch (match.parameter().elements().getFirst().layout()) {
            case Layout.Identifiers identifiers -> 0;
            case Layout.Links links -> 1;
            case Layout.Link link -> match.anyOf().stream().anyMatch(Driving::standsInColumn) ? NEVER : 1;
            case Layout.Contacts contacts -> 1;
            case Layout.Uris uris -> 2;
            case Layout.Texts texts -> 3;
            case Layout.TextParts texts -> 3;
            case Layout.Codings codings -> 4;
            case Layout.Coded coded -> 4;
            case Layout.Tokens tokens -> 5;
            default -> NEVER;
        };
    }
}
