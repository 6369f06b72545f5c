package org.dripline.fhir;

import java.util.List;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Nearest;
import org.dripline.outcome.Refusal;

/** Helps a caller who asked for a type that is not served. */
final class TypeNames {
    private final List<String> served;

    TypeNames(ResourceCatalog catalog) {
        this.served = catalog.all().stream().map(ResourceMapping::type).toList();
    }

    /** 404 that names the served type most like the one asked for; what was asked for is not repeated. */
    Refusal unknown(String asked) {
        String hint = Nearest.of(asked, served)
                .map(nearest -> " The nearest one served is " + nearest + ";")
                .orElse("");
        return Refusal.of(
                404,
                Issue.error(
                        "not-supported",
                        "type-unknown",
                        "This resource type is not served." + hint + " /metadata lists all."));
    }
}
