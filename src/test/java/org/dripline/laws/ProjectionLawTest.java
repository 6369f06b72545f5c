package org.dripline.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.schema.Tables.CODINGS;
import static org.dripline.schema.Tables.IDENTIFIERS;
import static org.dripline.schema.Tables.LINKS;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dripline.catalog.Catalog;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.Projection;
import org.dripline.engine.mapping.Projector;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchParameter;
import org.hl7.fhir.r4.model.Resource;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Law 2: the columns of a search parameter are empty exactly when its FHIRPath yields nothing to search by: a Period
 * without dates, a primitive with extensions only, a coding or reference with a display only yield nothing.
 *
 * <p>A parameter that asks for the type of what is referred to ({@code resolve() is Patient}) is held to references
 * within this server: of any other only the text is known.
 */
class ProjectionLawTest {
    private static final Projector PROJECTOR = new Projector(ZoneOffset.UTC, List.of());

    private final Oracle oracle = new Oracle();

    @ParameterizedTest
    @MethodSource("org.dripline.laws.Laws#types")
    void columnsAreEmptyExactlyWhenTheExpressionIs(String type) {
        ResourceMapping mapping = Catalog.resources().read(type);
        int cases = 0;
        for (int seed = 0; seed < Laws.SEEDS; seed++) {
            JsonObject document = GeneratedResource.of(type, seed);
            Projection projection = PROJECTOR.project(mapping, document);
            Resource resource = oracle.parse(JsonWriter.bytes(document));
            for (SearchParameter parameter : mapping.parameters()) {
                if (isFilledByTheStore(parameter)) {
                    continue;
                }
                cases++;
                List<Indexed> expected = expected(resource, parameter);
                assertThat(isFilled(parameter, projection))
                        .as("%s?%s of seed %d: %s", type, parameter, seed, expected)
                        .isEqualTo(!expected.isEmpty());
            }
        }
        Laws.report("Projection", type, cases);
    }

    private static boolean isFilledByTheStore(SearchParameter parameter) {
        Layout layout = parameter.elements().getFirst().layout();
        return layout instanceof Layout.ResourceId || layout instanceof Layout.Moment;
    }

    private List<Indexed> expected(Resource resource, SearchParameter parameter) {
        return oracle.values(resource, parameter).stream()
                .filter(value -> !isTyped(parameter) || value instanceof Indexed.Local)
                .toList();
    }

    private static boolean isTyped(SearchParameter parameter) {
        return parameter.expression().contains("resolve()");
    }

    private static boolean isFilled(SearchParameter parameter, Projection projection) {
        return parameter.elements().stream().anyMatch(element -> isFilled(parameter, element, projection));
    }

    private static boolean isFilled(SearchParameter parameter, MappedElement element, Projection projection) {
        return switch (element.layout()) {
            case Layout.Code code -> holds(projection, code.column());
            case Layout.Flag flag -> holds(projection, flag.column());
            case Layout.FirstCoding coding -> holds(projection, coding.code()) || holds(projection, coding.system());
            case Layout.Canonical canonical -> holds(projection, canonical.url());
            case Layout.Dates dates -> {
                Object from = Objects.requireNonNull(projection.value(dates.from()));
                Object to = Objects.requireNonNull(projection.value(dates.to()));
                yield ((OffsetDateTime) from).isBefore((OffsetDateTime) to);
            }
            case Layout.Link link ->
                holds(projection, link.id()) || (!isTyped(parameter) && hasLink(element, projection));
            case Layout.Links links -> hasLink(element, projection);
            case Layout.Codings codings -> hasRow(CODINGS, element, projection, CODINGS.SYSTEM, CODINGS.CODE);
            case Layout.Identifiers identifiers ->
                hasRow(IDENTIFIERS, element, projection, IDENTIFIERS.SYSTEM, IDENTIFIERS.CODE);
            default -> throw new IllegalArgumentException("no search reads " + element.layout());
        };
    }

    private static boolean holds(Projection projection, @Nullable Field<?> column) {
        return column != null && projection.value(column) != null;
    }

    private static boolean hasLink(MappedElement element, Projection projection) {
        return hasRow(LINKS, element, projection, LINKS.TARGET_ID, LINKS.TARGET_URL, LINKS.IDENTIFIER_VALUE);
    }

    private static boolean hasRow(Table<?> table, MappedElement element, Projection projection, Field<?>... columns) {
        Field<?> path = Objects.requireNonNull(table.field("element"));
        return projection.children().getOrDefault(table, List.of()).stream()
                .filter(row -> element.path().text().equals(row.get(path)))
                .anyMatch(row -> Stream.of(columns).anyMatch(column -> row.get(column) != null));
    }
}
