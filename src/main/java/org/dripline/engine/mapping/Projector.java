package org.dripline.engine.mapping;

import java.time.ZoneId;
import java.util.List;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.engine.mapping.ElementPath.Located;

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
            List<Located> values = element.path().located(document);
            switch (element.layout()) {
                case Layout.Own own -> columns(element.path(), own, values, document, into);
                // Nothing to add: most elements are absent from most documents.
                case Layout.Child child when values.isEmpty() && !(child instanceof Layout.Split) -> {}
                case Layout.Child child -> rows(element.path(), child, values, document, into);
            }
        }
        new LinkIndex(ownBases, into).add(document);
        return into;
    }

    private void columns(
            ElementPath path, Layout.Own own, List<Located> located, JsonObject document, Projection into) {
        Columns columns = new Columns(path, into, zone);
        List<Json> values = located.stream().map(Located::value).toList();
        switch (own) {
            case Layout.Code layout -> columns.text(layout.column(), values);
            case Layout.Flag layout -> columns.flag(layout.column(), values);
            case Layout.Truth layout -> columns.truth(layout.column(), path.isExtended(document), values);
            case Layout.Amount layout -> columns.number(layout.column(), values);
            case Layout.Quantity layout -> columns.quantity(layout, values);
            case Layout.FirstCoding layout -> columns.firstCoding(layout, values);
            case Layout.ConceptText layout -> columns.conceptText(layout.column(), values);
            case Layout.Owner layout -> columns.owner(layout.id(), values, ownBases);
            case Layout.Canonical layout -> columns.canonical(layout, values);
            case Layout.CanonicalName layout -> columns.canonicalName(layout.column(), values);
            case Layout.Dates layout -> columns.dates(layout, values);
            case Layout.Times layout -> columns.times(layout, values);
            case Layout.Moment filledByTheStore -> {}
            case Layout.ResourceId filledByTheStore -> {}
        }
    }

    private void rows(
            ElementPath path, Layout.Child child, List<Located> values, JsonObject document, Projection into) {
        switch (child) {
            case Layout.Link layout -> new LinkRows(path, into, ownBases, document).link(layout, values);
            case Layout.Links layout -> new LinkRows(path, into, ownBases, document).links(values);
            case Layout.Codings layout -> new TokenRows(path, into).codings(values);
            case Layout.Coded layout -> new TokenRows(path, into).coded(layout, values);
            case Layout.Tokens layout -> new TokenRows(path, into).tokens(layout, values);
            case Layout.Contacts layout -> new TokenRows(path, into).contacts(values);
            case Layout.Identifiers layout -> new TokenRows(path, into).identifiers(values);
            case Layout.Texts layout -> new ValueRows(path, into, zone).texts(values);
            case Layout.TextParts layout -> new ValueRows(path, into, zone).textParts(layout, values);
            case Layout.Uris layout -> new ValueRows(path, into, zone).uris(layout, values);
            case Layout.DateRows layout -> new ValueRows(path, into, zone).dateRows(values);
            case Layout.Quantities layout -> new ValueRows(path, into, zone).quantities(values);
            case Layout.Components layout -> new ItemRows(path, into).components(values);
            case Layout.Answers layout ->
                new ItemRows(path, into)
                        .answers(values.stream().map(Located::value).toList());
            case Layout.ComponentCode filledByComponents -> {}
            case Layout.ComponentQuantity filledByComponents -> {}
        }
    }
}
