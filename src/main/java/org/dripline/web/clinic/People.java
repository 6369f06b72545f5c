package org.dripline.web.clinic;

import java.util.List;
import java.util.Optional;
import org.dripline.access.Access;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.document.PlanTexts;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.StoredVersion;

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

    /** The patients whose name begins with that, fifty at most, by family name; all when it is blank. */
    List<Person> named(Access access, String name) {
        List<Parameter> page = List.of(new Parameter("_count", MOST), new Parameter("_sort", "family"));
        List<Parameter> asked = name.isBlank()
                ? page
                : List.of(new Parameter("name", escaped(name.strip())), page.getFirst(), page.getLast());
        return search.search(access, PATIENT, asked).matches().stream()
                .map(People::person)
                .toList();
    }

    /** R4, search.html#escaping: what a person types is one value, whatever is in it. */
    private static String escaped(String name) {
        return name.replaceAll("([\\\\,|$])", "\\\\$1");
    }

    private static Person person(StoredVersion version) {
        return Person.of(JsonReader.read(version.content(), Limits.DEFAULT));
    }
}
