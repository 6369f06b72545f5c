package org.dripline.engine.bundle;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                Search read = search(search, place, where);
                searches.put(target.reference(), read);
                // What names nothing yet, or too much, may name one when all is written. Until then it stands under a
                // name that nothing else has: what is written with it is given up, or it is resolved.
                assumed.put(
                        target.reference(),
                        single(read.criteria().find(access, 2), read).orElseGet(() -> "urn:uuid:" + UUID.randomUUID()));
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
        Refusal refusal = null;
        for (Map.Entry<String, Search> entry : searches.entrySet()) {
            Search search = entry.getValue();
            List<String> found = search.criteria().find(access, 2);
            Optional<String> now = single(found, search);
            if (now.isPresent()) {
                changed |= !now.get().equals(assumed.put(entry.getKey(), now.get()));
            } else if (refusal == null) {
                refusal = found.isEmpty()
                        ? refused(search, 422, "names nothing, neither here nor in the transaction")
                        : refused(search, 412, "names more than one resource");
            }
        }
        if (changed) {
            // Others may find something only through what is now known, so nothing is refused yet.
            throw new Outdated();
        }
        if (refusal != null) {
            throw refusal;
        }
    }

    private static Optional<String> single(List<String> found, Search search) {
        return found.size() == 1 ? Optional.of(search.criteria().type() + '/' + found.getFirst()) : Optional.empty();
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
