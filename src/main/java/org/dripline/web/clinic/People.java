package org.dripline.web.clinic;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.document.PlanTexts;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.StoredVersion;
import org.dripline.outcome.Refusal;

/** Names of patients and practitioners, which the clinic's views leave out. */
final class People {
    private static final String PATIENT = "Patient";
    private static final String MOST = "50";

    private final ResourceStore store;
    private final ResourceSearch search;

    People(ResourceStore store, ResourceSearch search) {
        this.store = store;
        this.search = search;
    }

    Optional<Person> patient(Access access, String id) {
        return read(access, PATIENT, id);
    }

    /** Of a reference such as {@code Practitioner/12}; empty when it is not here, or no person. */
    Optional<Person> of(Access access, String reference) {
        int slash = reference.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : read(access, reference.substring(0, slash), reference.substring(slash + 1));
    }

    private Optional<Person> read(Access access, String type, String id) {
        return store.read(access, type, id)
                .filter(version -> !version.deleted())
                .map(People::person);
    }

    /** What the plan of a course says in words. */
    List<String> planTexts(Access access, String courseId) {
        return store.read(access, "CarePlan", courseId)
                .filter(version -> !version.deleted())
                .map(version -> PlanTexts.of(JsonReader.read(version.content(), Limits.DEFAULT)))
                .orElse(List.of());
    }

    /**
     * The patients of whom each word begins a name, or who have that identifier; fifty at most, by family name; all when it
     * is blank.
     */
    List<Person> named(Access access, String text) {
        List<Parameter> words = Stream.of(text.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> new Parameter("name", escaped(word)))
                .toList();
        List<Person> found = found(access, words);
        return found.isEmpty() && !words.isEmpty()
                ? found(access, List.of(new Parameter("identifier", escaped(text.strip()))))
                : found;
    }

    private List<Person> found(Access access, List<Parameter> asked) {
        Stream<Parameter> page = Stream.of(new Parameter("_count", MOST), new Parameter("_sort", "family"));
        try {
            return search
                    .search(access, PATIENT, Stream.concat(asked.stream(), page).toList())
                    .matches()
                    .stream()
                    .map(People::person)
                    .toList();
        } catch (Refusal refusal) {
            if (refusal.status() != 400) {
                throw refusal;
            }
            // What cannot be searched for, such as a lone percent sign, is nobody's name.
            return List.of();
        }
    }

    /** R4, search.html#escaping: what a person types is one value, whatever is in it. */
    private static String escaped(String name) {
        return name.replaceAll("([\\\\,|$])", "\\\\$1");
    }

    private static Person person(StoredVersion version) {
        return Person.of(JsonReader.read(version.content(), Limits.DEFAULT));
    }
}
