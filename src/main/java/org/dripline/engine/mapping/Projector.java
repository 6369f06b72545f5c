package org.dripline.engine.mapping;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.jooq.Field;

/**
 * Puts a document into the typed columns its mapping declares. Whatever has no column, or does not fit one, stays in
 * the document; what does not fit earns an information issue.
 */
public final class Projector {
    private final ZoneId zone;
    private final List<String> ownBases;

    /**
     * @param zone where a date without a time zone is meant
     * @param ownBases the URLs under which this server is known: references below them are local
     */
    public Projector(ZoneId zone, List<String> ownBases) {
        this.zone = zone;
        this.ownBases = ownBases;
    }

    public Projection project(ResourceMapping mapping, JsonObject document) {
        Projection into = new Projection();
        for (MappedElement element : mapping.elements()) {
            project(element, element.path().values(document), into);
        }
        return into;
    }

    private void project(MappedElement element, List<Json> values, Projection into) {
        Columns columns = new Columns(element.path(), into, zone);
        ChildRows rows = new ChildRows(element.path(), into, ownBases);
        switch (element.layout()) {
            case Layout.Code(Field<String> column, String system) -> columns.text(column, values);
            case Layout.Flag(Field<Boolean> column) -> columns.flag(column, values);
            case Layout.Amount(Field<BigDecimal> column) -> columns.number(column, values);
            case Layout.Quantity layout -> columns.quantity(layout, values);
            case Layout.FirstCoding layout -> columns.firstCoding(layout, values);
            case Layout.ConceptText(Field<String> column) -> columns.conceptText(column, values);
            case Layout.Canonical layout -> columns.canonical(layout, values);
            case Layout.Dates layout -> columns.dates(layout, values);
            case Layout.Times layout -> columns.times(layout, values);
            case Layout.Link layout -> rows.link(layout, values);
            case Layout.Links links -> rows.links(values);
            case Layout.Codings codings -> rows.codings(values);
            case Layout.Identifiers identifiers -> rows.identifiers(values);
            case Layout.HumanNames names -> rows.humanNames(values);
            case Layout.Components components -> rows.components(values);
            case Layout.Answers answers -> rows.answers(values);
            case Layout.Moment moment -> {}
            case Layout.ResourceId resourceId -> {}
        }
    }
}
