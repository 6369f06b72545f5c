package org.dripline.laws.oracle;

import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.UriType;

/** URIs, compared character by character (R4, 3.1.1.4.9). */
final class OracleUris implements Rules {
    @Override
    public boolean isIndexed(IBase value) {
        return value instanceof UriType uri && uri.hasValue();
    }

    @Override
    public Predicate<IBase> asked(Definition definition, String modifier, String text) {
        String asked = SearchWords.plain(text);
        if (!modifier.isEmpty() && asked.startsWith("urn:")) {
            throw new Refused("URNs have neither above nor below");
        }
        Predicate<String> uri = switch (modifier) {
            case "" -> asked::equals;
            case "below" -> stored -> stored.startsWith(asked);
            case "above" -> asked::startsWith;
            default -> throw new Refused("no modifier of uris: " + modifier);
        };
        return value -> value instanceof UriType stored
                && stored.hasValue()
                && (uri.test(stored.getValue()) || (modifier.isEmpty() && isVersionOf(asked, stored)));
    }

    /** A canonical is found in any version when none is asked for. */
    private static boolean isVersionOf(String asked, UriType stored) {
        return stored instanceof CanonicalType canonical && canonical.getValue().startsWith(asked + "|");
    }

    @Override
    public List<Comparable<?>> sortedBy(Definition definition, IBase value, boolean descending) {
        return isIndexed(value) ? List.of(((UriType) value).getValue()) : List.of();
    }
}
