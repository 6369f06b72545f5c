package org.dripline.laws;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dripline.engine.TestStore;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.engine.search.Parameter;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.search.SearchPage;
import org.dripline.engine.store.StoredVersion;
import org.dripline.laws.oracle.Definition;
import org.dripline.laws.oracle.Kind;
import org.dripline.laws.oracle.Refused;
import org.dripline.laws.oracle.SearchOracle;
import org.dripline.laws.oracle.Setting;
import org.dripline.laws.oracle.Terminology;
import org.dripline.laws.questions.Questions;
import org.dripline.outcome.Refusal;
import org.hl7.fhir.r4.model.Resource;

/** A store full of generated documents of every served type, the oracle over the same documents, and what to ask both. */
final class SearchedStore implements AutoCloseable {
    private static final int DOCUMENTS = 40;
    private static final Parameter ALL = new Parameter("_count", "1000");

    private final Terminology codes = ShippedTerminology.read();
    private final TestStore store = new TestStore(new KnownTerminology(codes), GeneratedReferences.OWN_BASE);
    private final Map<String, Collection<String>> declared =
            store.catalog.all().stream().collect(toMap(ResourceMapping::type, SearchedStore::names));
    final SearchOracle oracle;
    final List<Resource> resources;
    final Questions questions;

    /**
     * Writes the documents.
     *
     * @param perFeature see {@link Questions}
     */
    SearchedStore(int perFeature) {
        Setting setting = new Setting(
                declared.keySet(),
                custom(),
                codes,
                List.of(GeneratedReferences.OWN_BASE),
                Clock.systemUTC(),
                Setting::isCaseSensitive);
        resources = write();
        oracle = new SearchOracle(resources, setting);
        questions = new Questions(oracle, setting, declared, perFeature);
    }

    private List<Definition> custom() {
        return store.catalog.all().stream()
                .flatMap(mapping -> mapping.parameters().stream()
                        .filter(parameter -> parameter.url().contains("dripline"))
                        .map(parameter -> new Definition(
                                mapping.type(),
                                parameter.name(),
                                Kind.valueOf(parameter.kind().name()),
                                parameter.expression(),
                                parameter.targets(),
                                List.of())))
                .toList();
    }

    private static Collection<String> names(ResourceMapping mapping) {
        // A shortcut is a chain, and chains are asked for by themselves.
        return mapping.parameters().stream()
                .filter(parameter -> parameter.shortcut().isEmpty())
                .map(SearchParameter::name)
                .toList();
    }

    private List<Resource> write() {
        ReferenceModel reader = new ReferenceModel();
        List<Resource> resources = new ArrayList<>();
        for (String type : declared.keySet()) {
            for (int seed = 0; seed < DOCUMENTS; seed++) {
                store.put(GeneratedResource.of(type, seed));
            }
            search(type, List.of())
                    .map(StoredVersion::content)
                    .map(reader::parse)
                    .forEach(resources::add);
        }
        assertThat(resources).hasSize(DOCUMENTS * declared.size());
        return resources;
    }

    /** The names of the parameters that the type declares. */
    List<String> names(String type) {
        return List.copyOf(declared.getOrDefault(type, List.of()));
    }

    /** The ids that the engine finds, in its order; empty when it refuses. */
    Optional<List<String>> found(String type, List<Parameter> parameters) {
        try {
            return Optional.of(search(type, parameters).map(StoredVersion::id).toList());
        } catch (Refusal refusal) {
            assertThat(refusal.status()).isEqualTo(400);
            return Optional.empty();
        }
    }

    private Stream<StoredVersion> search(String type, List<Parameter> parameters) {
        List<Parameter> all = Stream.concat(parameters.stream(), Stream.of(ALL)).toList();
        return store.search.search(TestStore.CLINIC, type, all).matches().stream();
    }

    /** {@code $everything} of a patient, or of all when the id is empty. */
    SearchPage everything(String id, List<Parameter> parameters) {
        return store.search.everything(TestStore.CLINIC, id, parameters);
    }

    /** What the oracle says; empty when it refuses. */
    static <T> Optional<T> said(Supplier<T> answer) {
        try {
            return Optional.of(answer.get());
        } catch (Refused refused) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        store.close();
    }

    /** Those that results can be sorted by. */
    List<String> sortable(String type) {
        return store.catalog.read(type).parameters().stream()
                .filter(ResourceSearch::sorts)
                .map(SearchParameter::name)
                .toList();
    }
}
