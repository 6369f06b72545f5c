package org.dripline.laws.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.laws.oracle.Terminology.Code;
import org.hl7.fhir.r4.model.Resource;

/** A few resources and an oracle over them, to try R4's examples on. */
final class Sample {
    static final String OWN = "http://example.org/fhir";
    static final Setting SETTING = new Setting(
            Set.of("Patient", "Practitioner", "Organization", "Observation", "Encounter", "Questionnaire"),
            List.of(
                    Definition.of("Basic", "number", Kind.NUMBER, "Basic.extension.where(url='n').value.as(decimal)"),
                    Definition.of("Basic", "whole", Kind.NUMBER, "Basic.extension.where(url='n').value.as(integer)"),
                    Definition.of("Basic", "at", Kind.DATE, "Basic.extension.where(url='d').value")),
            new Terminology(
                    Map.of("urn:vs", Set.of(new Code("urn:s", "a"), new Code("urn:s", "b"))),
                    Map.of(
                            new Code("urn:s", "a"), Set.of(new Code("urn:s", "b"), new Code("urn:s", "c")),
                            new Code("urn:s", "b"), Set.of(new Code("urn:s", "c")),
                            new Code("urn:s", "c"), Set.of())),
            List.of(OWN),
            Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC),
            Setting::isCaseSensitive);

    private final String type;
    private final SearchOracle oracle;

    private Sample(String type, List<Resource> resources) {
        this.type = type;
        this.oracle = new SearchOracle(resources, SETTING);
    }

    /** @param resources JSON with apostrophes for quotes, without the type of the resource where it is {@code type} */
    static Sample of(String type, String... resources) {
        return new Sample(
                type,
                Stream.of(resources)
                        .map(json -> json.startsWith("{") ? json : "{'resourceType':'" + type + "'," + json + "}")
                        .map(json -> (Resource)
                                FhirContext.forR4Cached().newJsonParser().parseResource(json.replace('\'', '"')))
                        .toList());
    }

    /** The documents must find exactly these. */
    void finds(String search, String... ids) {
        assertThat(found(search)).as(search).containsExactlyInAnyOrder(ids);
    }

    private Set<String> found(String search) {
        List<Map.Entry<String, String>> parameters = Stream.of(search.split("&"))
                .map(parameter -> parameter.split("=", 2))
                .map(parts -> Map.entry(parts[0], parts[1]))
                .toList();
        return oracle.ids(type, parameters);
    }

    void refuses(String... searches) {
        for (String search : searches) {
            assertThatThrownBy(() -> found(search)).as(search).isInstanceOf(Refused.class);
        }
    }

    void sorts(String by, String... ids) {
        assertThat(oracle.sorted(type, by)).as(by).containsExactly(ids);
    }

    SearchOracle oracle() {
        return oracle;
    }
}
