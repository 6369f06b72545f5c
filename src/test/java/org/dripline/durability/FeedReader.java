package org.dripline.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dripline.schema.Tables.CHANGES;

import java.util.ArrayList;
import java.util.List;
import org.dripline.engine.store.ResourceStore;
import org.dripline.outcome.Refusal;
import org.jooq.DSLContext;

/** Reads the feed of changes as it grows: numbered without a gap, and never otherwise than it was first seen. */
final class FeedReader {
    /** Which version of what, in the order of the feed. */
    record Change(long number, long resourceKey, long version) {}

    private final List<Change> seen = new ArrayList<>();

    /** Reads what has come; nothing when the database cannot be reached. */
    void readOn(ResourceStore store, DSLContext sql) {
        try {
            long last = store.numbered();
            List<Change> fresh = between(sql, seen.size(), last);
            for (Change change : fresh) {
                assertThat(change.number()).as("the next number of the feed").isEqualTo(seen.size() + 1);
                seen.add(change);
            }
            assertThat(seen).as("changes up to the last that may be served").hasSize((int) last);
        } catch (Refusal away) {
            assertThat(away.status()).isEqualTo(503);
        }
    }

    /** After all: what was seen is still there, and everything was seen. */
    void expectAll(OpenStore open) {
        assertThat(seen).as("the feed as it was seen while it grew").isEqualTo(between(open.sql(), 0, Long.MAX_VALUE));
    }

    private static List<Change> between(DSLContext sql, long after, long last) {
        return sql.select(CHANGES.NUMBER, CHANGES.RESOURCE_KEY, CHANGES.VERSION)
                .from(CHANGES)
                .where(CHANGES.NUMBER.gt(after))
                .and(CHANGES.NUMBER.le(last))
                .orderBy(CHANGES.NUMBER)
                .fetch(row -> new Change(row.value1(), row.value2(), row.value3()));
    }
}
