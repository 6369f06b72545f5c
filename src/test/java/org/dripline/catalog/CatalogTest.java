package org.dripline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.dripline.engine.mapping.SearchParameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every declaration, whatever the type. */
class CatalogTest {
    @ParameterizedTest
    @MethodSource("parameters")
    void everyParameterHasAnExpressionForItsType(String type, SearchParameter parameter) {
        assertThat(parameter.expression()).containsPattern("\\b(" + type + "|Resource)\\.");
    }

    static Stream<Arguments> parameters() {
        return Catalog.resources().all().stream()
                .flatMap(mapping ->
                        mapping.parameters().stream().map(parameter -> Arguments.of(mapping.type(), parameter)));
    }
}
