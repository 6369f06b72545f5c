package org.dripline.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.schema.Tables.CODINGS;
import static org.dripline.schema.Tables.COMPONENTS;
import static org.dripline.schema.Tables.DATES;
import static org.dripline.schema.Tables.IDENTIFIERS;
import static org.dripline.schema.Tables.LINKS;
import static org.dripline.schema.Tables.QUANTITIES;
import static org.dripline.schema.Tables.TEXTS;
import static org.dripline.schema.Tables.URIS;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dripline.catalog.Catalog;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonWriter;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.dripline.engine.mapping.Projection;
import org.dripline.engine.mapping.Projector;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchKind;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.laws.oracle.Definition;
import org.dripline.laws.oracle.Kind;
import org.dripline.laws.oracle.SearchOracle;
import org.dripline.laws.oracle.Setting;
import org.dripline.laws.oracle.Terminology;
import org.hl7.fhir.r4.model.Resource;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 2: what a search parameter reads is empty exactly when the oracle finds the parameter missing. */
class ProjectionLawTest {
    private static final Projector PROJECTOR = new Projector(ZoneOffset.UTC, List.of());

    private final ReferenceModel reader = new ReferenceModel();

    @ParameterizedTest
    @MethodSource("org.dripline.laws.Laws#types")
    void columnsAreEmptyExactlyWhenTheParameterIsMissing(String type) {
        ResourceMapping mapping = Catalog.resources().read(type);
        int cases = 0;
        for (int seed = 0; seed < Laws.SEEDS; seed++) {
            JsonObject document = GeneratedResource.of(type, seed);
            Projection projection = PROJECTOR.project(mapping, document);
            Resource resource = reader.parse(JsonWriter.bytes(document));
            SearchOracle oracle = new SearchOracle(List.of(resource), setting(mapping));
            for (SearchParameter parameter : mapping.parameters()) {
                if (hasColumns(parameter)) {
                    cases++;
                    boolean missing =
                            !oracle.ids(type, parameter + ":missing", "true").isEmpty();
                    assertThat(isFilled(parameter, projection))
                            .as(
                                    "%s?%s of seed %d: %s",
                                    type,
                                    parameter,
                                    seed,
                                    new String(JsonWriter.bytes(document), StandardCharsets.UTF_8))
                            .isEqualTo(!missing);
                }
            }
        }
        Laws.report("Projection", type, cases);
    }

    private static Setting setting(ResourceMapping mapping) {
        List<Definition> ours = mapping.parameters().stream()
                .filter(parameter -> parameter.url().contains("dripline"))
                .map(parameter -> Definition.of(
                        mapping.type(),
                        parameter.name(),
                        Kind.valueOf(parameter.kind().name()),
                        parameter.expression()))
                .toList();
        return new Setting(Set.of(), ours, Terminology.NONE, List.of(), Clock.systemUTC(), Setting::isCaseSensitive);
    }

    /** Composites and shortcuts have none of their own; some are filled by the store, or say something always. */
    private static boolean hasColumns(SearchParameter parameter) {
        return parameter.kind() != SearchKind.COMPOSITE
                && parameter.shortcut().isEmpty()
                && parameter.elements().stream()
                        .noneMatch(element -> element.layout() instanceof Layout.ResourceId
                                || element.layout() instanceof Layout.Moment
                                || element.layout() instanceof Layout.Truth);
    }

    private static boolean isFilled(SearchParameter parameter, Projection projection) {
        return parameter.elements().stream().anyMatch(element -> switch (element.layout()) {
            case Layout.Own own -> own(own, projection);
            case Layout.Child child -> rows(child, parameter, element, projection);
        });
    }

    private static boolean own(Layout.Own own, Projection projection) {
        return switch (own) {
            case Layout.Code code -> holds(projection, code.column());
            case Layout.Flag flag -> holds(projection, flag.column());
            case Layout.Amount amount -> holds(projection, amount.column());
            case Layout.Canonical canonical -> holds(projection, canonical.url());
            case Layout.CanonicalName name -> holds(projection, name.column());
            case Layout.Dates dates -> {
                Object from = Objects.requireNonNull(projection.value(dates.from()));
                Object to = Objects.requireNonNull(projection.value(dates.to()));
                yield ((OffsetDateTime) from).isBefore((OffsetDateTime) to);
            }
            default -> throw new IllegalArgumentException("no search reads " + own);
        };
    }

    private static boolean holds(Projection projection, Field<?> column) {
        return projection.value(column) != null;
    }

    private static boolean rows(
            Layout.Child child, SearchParameter parameter, MappedElement element, Projection projection) {
        return switch (child) {
            case Layout.Link link -> holds(projection, link.id()) || hasLink(parameter, element, projection);
            case Layout.Links links -> hasLink(parameter, element, projection);
            case Layout.Codings codings -> hasRow(CODINGS, element, projection);
            case Layout.Coded coded ->
                holds(projection, coded.code())
                        || holds(projection, coded.system())
                        || holds(projection, coded.textKey())
                        || hasRow(CODINGS, element, projection);
            case Layout.Tokens tokens -> hasRow(CODINGS, element, projection);
            case Layout.Contacts contacts -> hasRow(CODINGS, element, projection);
            case Layout.Identifiers identifiers -> hasRow(IDENTIFIERS, element, projection);
            case Layout.Texts texts -> hasRow(TEXTS, element, projection);
            case Layout.TextParts texts -> hasRow(TEXTS, element, projection);
            case Layout.Uris uris -> hasRow(URIS, element, projection);
            case Layout.DateRows dates -> hasRow(DATES, element, projection);
            case Layout.Quantities quantities -> hasRow(QUANTITIES, element, projection);
            case Layout.ComponentCode code ->
                hasComponent(projection, COMPONENTS.CODE)
                        || hasComponent(projection, COMPONENTS.SYSTEM)
                        || hasComponent(projection, COMPONENTS.TEXT_KEY);
            case Layout.ComponentQuantity quantity -> hasComponent(projection, COMPONENTS.QUANTITY);
            default -> throw new IllegalArgumentException("no search reads " + child);
        };
    }

    private static boolean hasLink(SearchParameter parameter, MappedElement element, Projection projection) {
        return rowsOf(LINKS, element, projection).stream()
                .anyMatch(row -> !parameter.asksForType()
                        || parameter.targets().contains(String.valueOf(row.get(LINKS.TARGET_TYPE))));
    }

    private static boolean hasComponent(Projection projection, Field<?> column) {
        return projection.children().getOrDefault(COMPONENTS, List.of()).stream()
                .anyMatch(row -> row.get(column) != null);
    }

    private static boolean hasRow(Table<?> table, MappedElement element, Projection projection) {
        return !rowsOf(table, element, projection).isEmpty();
    }

    private static List<Map<Field<?>, @Nullable Object>> rowsOf(
            Table<?> table, MappedElement element, Projection projection) {
        Field<?> path = Objects.requireNonNull(table.field("element"));
        return projection.children().getOrDefault(table, List.of()).stream()
                .filter(row -> element.path().text().equals(row.get(path)))
                .toList();
    }
}
