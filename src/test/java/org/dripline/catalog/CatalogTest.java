package org.dripline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.engine.mapping.SearchParameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every declaration, whatever the type. */
class CatalogTest {
    @ParameterizedTest
    @MethodSource("parameters")
    void everyParameterHasAnExpressionForItsType(String type, SearchParameter parameter) {
        assertThat(parameter.expression()).containsPattern("\\b(" + type + "|Resource)(\\.|$| )");
    }

    /** Whatever R4 lacks, and the engine searches by all the same, is published for clients to read. */
    @ParameterizedTest
    @MethodSource("ownParameters")
    void ourOwnParametersSayWhatTheirResourcesSay(String type, SearchParameter parameter) throws IOException {
        String file = "fhir-profiles/generated/SearchParameter-" + type + "-" + parameter.name() + ".json";
        JsonObject published = JsonReader.read(Files.readAllBytes(Path.of(file)), Limits.DEFAULT);

        assertThat(published.text("url")).contains(parameter.url());
        assertThat(published.text("code")).contains(parameter.name());
        assertThat(published.items("base")).containsExactly(Json.of(type));
        assertThat(published.text("type")).contains(parameter.kind().code());
        assertThat(published.text("expression")).contains(parameter.expression());
        assertThat(published.text("description")).contains(parameter.description());
        assertThat(published.items("target").stream().map(target -> ((Json.Text) target).value()))
                .containsExactlyInAnyOrderElementsOf(parameter.targets());
    }

    static Stream<Arguments> ownParameters() {
        return parameters()
                .filter(arguments ->
                        ((SearchParameter) arguments.get()[1]).url().contains("dripline"));
    }

    static Stream<Arguments> parameters() {
        return Catalog.resources().all().stream()
                .flatMap(mapping ->
                        mapping.parameters().stream().map(parameter -> Arguments.of(mapping.type(), parameter)));
    }
}
