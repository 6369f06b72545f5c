package org.dripline.laws;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.SearchPage;
import org.dripline.engine.store.StoredVersion;
import org.dripline.laws.oracle.EverythingOracle;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Laws 3 and 4 for {@code $everything}: among some hundred documents of every type, the record of each patient is what
 * R4's compartment says, without what is another patient's own, and what that refers to.
 */
class EverythingLawTest {
    private static final SearchedStore STORE = new SearchedStore(1);
    private static final EverythingOracle ORACLE = new EverythingOracle(STORE.oracle, STORE.resources);

    /** The care date of each type, as the clarifications have it. */
    private static final Map<String, String> CARE_DATES = Map.ofEntries(
            Map.entry("AdverseEvent", "date"),
            Map.entry("CarePlan", "date"),
            Map.entry("CareTeam", "date"),
            Map.entry("Communication", "sent"),
            Map.entry("Composition", "date"),
            Map.entry("Condition", "onset-date"),
            Map.entry("Consent", "date"),
            Map.entry("DetectedIssue", "identified"),
            Map.entry("DocumentReference", "date"),
            Map.entry("Encounter", "date"),
            Map.entry("EpisodeOfCare", "date"),
            Map.entry("Flag", "date"),
            Map.entry("MedicationAdministration", "effective-time"),
            Map.entry("MedicationRequest", "authoredon"),
            Map.entry("MedicationStatement", "effective"),
            Map.entry("Observation", "date"),
            Map.entry("Procedure", "date"),
            Map.entry("QuestionnaireResponse", "authored"),
            Map.entry("ServiceRequest", "authored"));

    @AfterAll
    static void close() {
        STORE.close();
    }

    private static List<String> patients() {
        return STORE.oracle
                .all("Patient")
                .map(patient -> patient.getIdElement().getIdPart())
                .toList();
    }

    @Test
    void showsTheRecordOfEachPatient() {
        Differences differences = new Differences("Patient");
        int supporting = 0;
        for (String id : patients()) {
            EverythingOracle.Contents expected = ORACLE.of("Patient/" + id, Set.of());
            compare(differences, id, expected, STORE.everything(id, List.of()));
            supporting += expected.supporting().size();
        }
        Laws.report("Everything", "Patient", differences.cases());
        differences.assertNone();
        assertThat(supporting).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"2000,2010", "2015-02,2015-03-04", "1990,", ",2012-06"})
    void keepsToTheCareDates(String start, String end) {
        Set<String> outside = new TreeSet<>();
        CARE_DATES.forEach((type, parameter) -> {
            Stream.of(
                            Optional.ofNullable(start).map("eb"::concat),
                            Optional.ofNullable(end).map("sa"::concat))
                    .flatMap(Optional::stream)
                    .flatMap(range -> STORE.oracle.ids(type, parameter, range).stream())
                    .forEach(id -> outside.add(type + "/" + id));
        });
        assertThat(outside).isNotEmpty();
        List<Parameter> parameters = new ArrayList<>();
        Optional.ofNullable(start).ifPresent(date -> parameters.add(new Parameter("start", date)));
        Optional.ofNullable(end).ifPresent(date -> parameters.add(new Parameter("end", date)));
        Differences differences = new Differences("Patient");
        for (String id : patients()) {
            compare(differences, id, ORACLE.of("Patient/" + id, outside), STORE.everything(id, parameters));
        }
        differences.assertNone();
        assertThat(all(outside)).isEqualTo(walk("", parameters));
    }

    @Test
    void showsTheRecordsOfAllPatientsEachResourceOnce() {
        assertThat(walk("", List.of(new Parameter("_count", "13")))).isEqualTo(all(Set.of()));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "7", "1000"})
    void losesNothingBetweenPages(String count) {
        for (String id : patients()) {
            EverythingOracle.Contents expected = ORACLE.of("Patient/" + id, Set.of());
            assertThat(walk(id, List.of(new Parameter("_count", count)))).isEqualTo(named(expected));
        }
    }

    @Test
    void showsOnlyTheTypesAskedFor() {
        List<Parameter> types =
                List.of(new Parameter("_type", "Observation,Practitioner"), new Parameter("_type", "Procedure"));
        for (String id : patients()) {
            Set<String> expected = named(ORACLE.of("Patient/" + id, Set.of())).stream()
                    .filter(name -> name.matches("\\w+ (Observation|Practitioner|Procedure)/.*"))
                    .collect(toCollection(TreeSet::new));
            assertThat(walk(id, types)).isEqualTo(expected);
        }
    }

    @Test
    void showsOnlyWhatChangedSince() {
        List<Resource> sorted = STORE.resources;
        var since = sorted.get(sorted.size() / 2).getMeta().getLastUpdatedElement();
        Set<String> changed = sorted.stream()
                .filter(resource -> !resource.getMeta()
                        .getLastUpdated()
                        .toInstant()
                        .isBefore(since.getValue().toInstant()))
                .map(resource ->
                        resource.fhirType() + "/" + resource.getIdElement().getIdPart())
                .collect(toCollection(TreeSet::new));
        for (String id : patients()) {
            Set<String> expected = named(ORACLE.of("Patient/" + id, Set.of())).stream()
                    .filter(name -> changed.contains(name.substring(name.indexOf(' ') + 1)))
                    .collect(toCollection(TreeSet::new));
            assertThat(walk(id, List.of(new Parameter("_since", since.getValueAsString()))))
                    .isEqualTo(expected);
        }
    }

    private static void compare(
            Differences differences, String id, EverythingOracle.Contents expected, SearchPage found) {
        assertThat(found.total())
                .hasValue(found.matches().size() + found.included().size());
        assertThat(found.matches().getFirst().id()).isEqualTo(id);
        differences.compare("match", id, Optional.of(expected.compartment()), Optional.of(names(found.matches())));
        differences.compare("include", id, Optional.of(expected.supporting()), Optional.of(names(found.included())));
    }

    private static Set<String> names(List<StoredVersion> versions) {
        return versions.stream()
                .map(version -> version.type() + "/" + version.id())
                .collect(toCollection(TreeSet::new));
    }

    /** Each with its mode: {@code match Procedure/1}. */
    private static Set<String> named(EverythingOracle.Contents record) {
        Set<String> all = new TreeSet<>();
        record.compartment().forEach(name -> all.add("match " + name));
        record.supporting().forEach(name -> all.add("include " + name));
        return all;
    }

    /** What the records of all patients have together: what is part of one of them is a match. */
    private static Set<String> all(Set<String> outside) {
        Set<String> all = new TreeSet<>();
        patients().forEach(id -> all.addAll(named(ORACLE.of("Patient/" + id, outside))));
        all.removeIf(name -> name.startsWith("include ") && all.contains(name.replace("include ", "match ")));
        return all;
    }

    /** Follows all links; meets nothing twice. */
    private static Set<String> walk(String id, List<Parameter> parameters) {
        List<String> met = new ArrayList<>();
        SearchPage page = STORE.everything(id, parameters);
        while (true) {
            page.matches().forEach(match -> met.add("match " + match.type() + "/" + match.id()));
            page.included().forEach(other -> met.add("include " + other.type() + "/" + other.id()));
            if (page.next().isEmpty()) {
                break;
            }
            page = STORE.everything(
                    id,
                    Stream.of(page.next().get().split("&", -1))
                            .map(EverythingLawTest::parameter)
                            .toList());
        }
        Set<String> all = new TreeSet<>(met);
        assertThat(met).hasSameSizeAs(all);
        return all;
    }

    private static Parameter parameter(String pair) {
        String[] parts = pair.split("=", 2);
        return new Parameter(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
}
