package org.dripline.laws.questions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dripline.laws.oracle.Definition;
import org.dripline.laws.oracle.Kind;
import org.dripline.laws.oracle.Refused;
import org.dripline.laws.oracle.SearchOracle;
import org.dripline.laws.oracle.Setting;
import org.hl7.fhir.instance.model.api.IBase;

/** A sample of the questions that the data of an oracle suggests; the same data, the same questions. */
public final class Questions {
    private static final int TRIES = 20;

    private final SearchOracle oracle;
    private final int perFeature;
    private final Map<Kind, KindQuestions> kinds = new EnumMap<>(Kind.class);
    private final LinkQuestions links;
    private final Map<Definition, List<Question>> known = new LinkedHashMap<>();

    /**
     * Questions over the data of an oracle.
     *
     * @param declared the parameters that each served type offers
     * @param perFeature how many to ask of a parameter for each modifier, and thrice as many without one
     */
    public Questions(SearchOracle oracle, Setting setting, Map<String, Collection<String>> declared, int perFeature) {
        this.oracle = oracle;
        this.perFeature = perFeature;
        links = new LinkQuestions(oracle, declared, this::own);
        AmountQuestions amounts = new AmountQuestions();
        kinds.put(Kind.TOKEN, new TokenQuestions(setting.terminology()));
        kinds.put(Kind.STRING, new StringQuestions());
        kinds.put(Kind.DATE, new DateQuestions());
        kinds.put(Kind.NUMBER, amounts);
        kinds.put(Kind.QUANTITY, amounts);
        kinds.put(Kind.REFERENCE, new ReferenceQuestions(setting.ownBases()));
        kinds.put(Kind.URI, new UriQuestions());
        kinds.put(Kind.COMPOSITE, new CompositeQuestions(kinds::get, oracle::evaluate));
    }

    /** What to ask of one parameter, links that begin with it among them. */
    public List<Question> about(String type, String parameter) {
        Definition definition = oracle.definition(type, parameter);
        List<Question> questions = new ArrayList<>(own(definition));
        if (definition.kind() == Kind.REFERENCE) {
            questions.addAll(sample(type, type + parameter, links.from(definition), perFeature));
        }
        return questions;
    }

    /** What to ask of a type about the resources that refer to it. */
    public List<Question> reverse(String type) {
        return sample(type, type, links.to(type), 10 * perFeature);
    }

    /** Without links. */
    private List<Question> own(Definition definition) {
        List<Question> questions = known.get(definition);
        if (questions == null) {
            List<IBase> values = oracle.all(definition.type())
                    .flatMap(resource -> oracle.values(resource, definition).stream())
                    .toList();
            KindQuestions kind = kinds.get(definition.kind());
            Stream<Question> missing = definition.kind() == Kind.COMPOSITE
                    ? Stream.empty()
                    : Stream.of("true", "false", "maybe")
                            .map(text -> Question.modified(definition.name(), "missing", text));
            Stream<Question> all = kind == null ? missing : Stream.concat(missing, kind.about(definition, values));
            questions = sample(definition.type(), definition.toString(), all, perFeature);
            known.put(definition, questions);
        }
        return questions;
    }

    private List<Question> sample(String type, String seed, Stream<Question> questions, int perFeature) {
        Map<String, Set<Question>> byFeature = new LinkedHashMap<>();
        questions.forEach(question -> byFeature
                .computeIfAbsent(question.feature(), unseen -> new LinkedHashSet<>())
                .add(question));
        List<Question> sample = new ArrayList<>();
        for (String feature : new TreeSet<>(byFeature.keySet())) {
            List<Question> shuffled = new ArrayList<>(byFeature.getOrDefault(feature, Set.of()));
            Collections.shuffle(shuffled, new Random((seed + feature).hashCode()));
            addTelling(type, shuffled, feature.isEmpty() ? 3 * perFeature : perFeature, sample);
        }
        return sample;
    }

    /** Half of the sample at most are questions that find nothing or everything or are refused. */
    private void addTelling(String type, List<Question> shuffled, int limit, List<Question> sample) {
        int telling = 0;
        int others = 0;
        for (Question question : shuffled.subList(0, Math.min(TRIES * limit, shuffled.size()))) {
            boolean tells = tells(type, question);
            if (tells || others < limit / 2) {
                sample.add(question);
                telling += tells ? 1 : 0;
                others += tells ? 0 : 1;
            }
            if (telling + others == limit) {
                return;
            }
        }
    }

    private boolean tells(String type, Question question) {
        try {
            int found = oracle.ids(type, question.name(), question.value()).size();
            return found > 0 && found < oracle.all(type).count();
        } catch (Refused refused) {
            return false;
        }
    }
}
