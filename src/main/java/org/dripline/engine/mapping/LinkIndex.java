package org.dripline.engine.mapping;

import static org.dripline.schema.Tables.LINKS;

import java.util.List;
import java.util.Map;
import org.dripline.document.JsonObject;
import org.dripline.document.References;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * Collects all references of a document to this server, and gives those that no mapped element covers a row of their
 * own, under their path: whatever is referred to can then be found, before it is deleted.
 */
final class LinkIndex {
    private static final int MAX_ELEMENT = 96;

    private final List<String> ownBases;
    private final Projection into;
    private int position;

    LinkIndex(List<String> ownBases, Projection into) {
        this.ownBases = ownBases;
        this.into = into;
    }

    void add(JsonObject document) {
        for (References.Target found : References.targets(document)) {
            LocalReference local = LocalReference.of(found.reference(), ownBases);
            if (LocalReference.isOdd(found.reference(), ownBases)) {
                into.odd(found.path());
            }
            local.target().ifPresent(target -> {
                into.link(new LocalLink(found.path(), target, local.version()));
                if (!into.isIndexed(target)) {
                    into.indexed(target);
                    row(found.path(), local);
                }
            });
        }
    }

    private void row(String path, LocalReference local) {
        String element = path.replaceAll("\\[\\d+\\]", "");
        Map<Field<?>, @Nullable Object> row = into.child(LINKS);
        row.put(LINKS.ELEMENT, element.length() <= MAX_ELEMENT ? element : element.substring(0, MAX_ELEMENT));
        row.put(LINKS.POSITION, position++);
        row.put(LINKS.PARENT, 0);
        row.put(LINKS.TARGET_TYPE, local.type());
        row.put(LINKS.TARGET_ID, local.id());
        row.put(LINKS.TARGET_VERSION, local.version());
        row.put(LINKS.TARGET_URL, null);
        row.put(LINKS.IDENTIFIER_SYSTEM, null);
        row.put(LINKS.IDENTIFIER_VALUE, null);
    }
}
