package org.dripline.engine.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.unnest;

import java.util.Collection;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;

/**
 * Locks on what has no row yet, held until the transaction ends: no unique key can settle whether a search finds
 * something. Names fall into stripes, since a database has room for some thousand locks only; that two names share one
 * costs a wait, never a wrong answer. Sorted, so that two writers cannot wait for each other. H2 has one writer at a
 * time and needs none of this.
 */
public final class Locks {
    private static final int STRIPES = 4096;

    /** Tells these locks from others of the same database. */
    private static final int SPACE = 0x6472_6970;

    private Locks() {}

    /** What everybody locks who writes an identifier or searches by it, whatever its system. */
    public static String ofIdentifier(String type, String value) {
        return type + " identifier " + value;
    }

    /** Adds the names of the identifiers that a resource carries. */
    static void addIdentifiers(JsonObject resource, Collection<String> names) {
        for (Json item : resource.items("identifier")) {
            if (item instanceof JsonObject identifier) {
                identifier.text("value").ifPresent(value -> names.add(ofIdentifier(resource.resourceType(), value)));
            }
        }
    }

    static void take(DSLContext sql, Collection<String> names) {
        if (names.isEmpty() || sql.family() == SQLDialect.H2) {
            return;
        }
        Integer[] stripes = names.stream()
                .map(name -> Math.floorMod(name.hashCode(), STRIPES))
                .distinct()
                .sorted()
                .toArray(Integer[]::new);
        sql.select(field("pg_advisory_xact_lock({0}, {1})", Object.class, inline(SPACE), field(name("stripe"))))
                .from(unnest(stripes).as("stripes", "stripe"))
                .fetch();
    }
}
