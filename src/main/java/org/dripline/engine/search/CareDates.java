package org.dripline.engine.search;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedTable;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.engine.mapping.SearchParameter;
import org.dripline.schema.tables.Resources;
import org.jooq.Condition;

/**
 * When the care took place that a resource tells of: R4's {@code $everything} asks for "care dates, not record currency
 * dates". Which search parameter that is for a type follows from its name, for the types of a patient's record.
 */
final class CareDates {
    /**
     * R4 calls it {@code date} where it can; {@code recorded-date}, {@code birthdate} and their kin tell of no care. Nor
     * does a {@code date} that the mapping gives no columns of its own, such as when an allergy was recorded.
     */
    static final List<String> PARAMETERS = List.of(
            "date", "effective-time", "effective", "onset-date", "authored", "authoredon", "sent", "identified");

    private record Dated(String type, MappedTable table, Layout.Dates columns) {}

    private final Map<String, String> parameters = new TreeMap<>();
    private final List<Dated> dated = new ArrayList<>();

    CareDates(ResourceCatalog catalog) {
        catalog.all().stream()
                .filter(mapping ->
                        !Compartments.references(Compartments.PATIENT, mapping).isEmpty())
                .forEach(mapping -> find(mapping).ifPresent(parameter -> add(mapping, parameter)));
    }

    private static Optional<SearchParameter> find(ResourceMapping mapping) {
        return PARAMETERS.stream()
                .flatMap(name -> mapping.findParameter(name).stream())
                .filter(parameter -> columns(parameter).isPresent())
                .findFirst();
    }

    private static Optional<Layout.Dates> columns(SearchParameter parameter) {
        return parameter.elements().size() == 1
                        && parameter.elements().getFirst().layout() instanceof Layout.Dates columns
                ? Optional.of(columns)
                : Optional.empty();
    }

    private void add(ResourceMapping mapping, SearchParameter parameter) {
        parameters.put(mapping.type(), parameter.name());
        dated.add(new Dated(mapping.type(), mapping.table(), columns(parameter).orElseThrow()));
    }

    /** The parameter of each type that has a care date. */
    Map<String, String> parameters() {
        return Map.copyOf(parameters);
    }

    /** That a resource does not lie outside the range: what has no date cannot. */
    Condition within(EverythingQuery.Care care, Resources resource) {
        if (care.isAlways()) {
            return noCondition();
        }
        return dated.stream()
                .map(each -> not(resource.TYPE
                        .eq(each.type())
                        .and(exists(selectOne()
                                .from(each.table().table())
                                .where(each.table().resourceKey().eq(resource.RESOURCE_KEY))
                                .and(outside(care, each.columns()))))))
                .reduce(noCondition(), Condition::and);
    }

    /** A range that is missing runs backwards, see {@code DateRange.NONE}. */
    private static Condition outside(EverythingQuery.Care care, Layout.Dates columns) {
        Condition before =
                care.start() == null ? falseCondition() : columns.to().le(care.start());
        Condition after = care.end() == null ? falseCondition() : columns.from().ge(care.end());
        return columns.from().lt(columns.to()).and(before.or(after));
    }
}
