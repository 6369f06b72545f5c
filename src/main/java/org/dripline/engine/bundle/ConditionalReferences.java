package org.dripline.engine.bundle;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dripline.access.Access;
import org.dripline.document.JsonObject;
import org.dripline.document.References;
import org.dripline.engine.search.Criteria;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.QueryText;
import org.dripline.engine.store.Outdated;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/**
 * References that are searches, such as {@code Patient?identifier=system|value} (R4, http.html#trules). R4 resolves them
 * when all else is written, so that they may name what the same transaction makes: what they name is assumed, looked at
 * within the transaction, and assumed anew when it was something else.
 */
final class ConditionalReferences {
    private static final Pattern SEARCH = Pattern.compile("([A-Z][A-Za-z]{1,63})\\?(.*)", Pattern.DOTALL);

    /** A search may have many parameters, but not in a reference. */
    private static final int MAX_PARAMETERS = 50;

    private final Access access;
    private final BiFunction<String, List<Parameter>, Criteria> criteria;
    private final Map<String, Search> searches = new LinkedHashMap<>();
    private final Map<String, String> assumed = new HashMap<>();

    /** @param place of the first reference with this text */
    private record Search(Criteria criteria, Place place, Issue where) {}

    ConditionalReferences(Access access, BiFunction<String, List<Parameter>, Criteria> criteria) {
        this.access = access;
        this.criteria = criteria;
    }

    static boolean is(String reference) {
        return SEARCH.matcher(reference).matches();
    }

    /** Looks for what the references of one document name. */
    void collect(Place place, JsonObject document) {
        for (References.Target target : References.targets(document)) {
            Matcher search = SEARCH.matcher(target.reference());
            if (search.matches() && !searches.containsKey(target.reference())) {
                Issue where =
                        Issue.error("not-found", "reference-conditional", "").at(target.path() + ".reference");
                searches.put(target.reference(), search(search, place, where));
                assumed.put(target.reference(), named(searches.get(target.reference())));
            }
        }
    }

    private Search search(Matcher search, Place place, Issue where) {
        try {
            Criteria read = criteria.apply(search.group(1), QueryText.parse(search.group(2), MAX_PARAMETERS));
            return new Search(read, place, where);
        } catch (Refusal refusal) {
            throw refusal.told(issue -> place.ofResource(issue.at(where.expression())));
        }
    }

    /** What others must not change while this is decided. */
    List<String> locks() {
        return searches.values().stream()
                .flatMap(search -> search.criteria().locks().stream())
                .toList();
    }

    boolean isEmpty() {
        return searches.isEmpty();
    }

    /** What a link stands for; any other link as it is. */
    String resolve(String link) {
        return assumed.getOrDefault(link, link);
    }

    /** Looks again, within the transaction and with all written. */
    void verify() {
        boolean changed = false;
        for (Map.Entry<String, Search> search : searches.entrySet()) {
            String now = named(search.getValue());
            if (isNothing(now)) {
                throw refused(search.getValue(), 422, "names nothing, neither here nor in the transaction");
            }
            changed |= !now.equals(assumed.put(search.getKey(), now));
        }
        if (changed) {
            throw new Outdated();
        }
    }

    private String named(Search search) {
        List<String> found = search.criteria().find(access, 2);
        if (found.size() > 1) {
            throw refused(search, 412, "names more than one resource");
        }
        // A name that nothing else has: what is written under it is given up, or this is resolved.
        return found.isEmpty()
                ? "urn:uuid:" + UUID.randomUUID()
                : search.criteria().type() + '/' + found.getFirst();
    }

    private static boolean isNothing(String named) {
        return named.startsWith("urn:");
    }

    private static Refusal refused(Search search, int status, String what) {
        Issue issue = Issue.error(
                        status == 412 ? "multiple-matches" : "not-found",
                        "reference-conditional",
                        "This conditional reference " + what + ". It must name exactly one "
                                + search.criteria().type() + "; change it, or refer by id.")
                .at(search.where().expression());
        return Refusal.of(status, search.place().ofResource(issue));
    }
}
