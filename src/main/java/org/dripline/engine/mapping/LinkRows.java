package org.dripline.engine.mapping;

import static org.dripline.schema.Tables.LINKS;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.engine.mapping.ElementPath.Located;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Fills the rows, and the column, of one element that holds references. */
final class LinkRows {
    private final ElementPath path;
    private final Projection into;
    private final Values read;
    /** What a URL of another server says of its type. */
    private static final Pattern FOREIGN = Pattern.compile(
            "[a-z]+:.*/([A-Z][A-Za-z]{1,63})/[A-Za-z0-9\\-.]{1,64}(?:/_history/[A-Za-z0-9\\-.]{1,64})?");

    private final List<String> ownBases;
    private final JsonObject document;
    private int position;

    LinkRows(ElementPath path, Projection into, List<String> ownBases, JsonObject document) {
        this.path = path;
        this.into = into;
        this.read = new Values(path, into);
        this.ownBases = ownBases;
        this.document = document;
    }

    /** The first reference to the expected type goes into its column, everything else into rows. */
    void link(Layout.Link layout, List<Located> values) {
        String column = null;
        for (Located located : values) {
            if (located.value() instanceof JsonObject reference) {
                LocalReference local = local(reference);
                indexed(local);
                if (column == null && local != null && layout.type().equals(local.type())) {
                    column = local.id();
                    // The column has no room for a version or an identifier.
                    if (local.version() == null && identifierValue(reference) == null) {
                        continue;
                    }
                }
                row(located.parent(), reference, local);
            }
        }
        into.set(layout.id(), column);
    }

    void links(List<Located> values) {
        for (Located located : values) {
            if (located.value() instanceof JsonObject reference) {
                LocalReference local = local(reference);
                indexed(local);
                row(located.parent(), reference, local);
            }
        }
    }

    private void indexed(@Nullable LocalReference reference) {
        if (reference != null) {
            reference.target().ifPresent(into::indexed);
        }
    }

    private @Nullable LocalReference local(JsonObject reference) {
        return reference
                .text("reference")
                .map(text -> LocalReference.of(text, ownBases))
                .orElse(null);
    }

    private static @Nullable Json identifierValue(JsonObject reference) {
        return reference
                .object("identifier")
                .map(identifier -> identifier.get("value"))
                .orElse(null);
    }

    private void row(int parent, JsonObject reference, @Nullable LocalReference target) {
        JsonObject identifier = reference.object("identifier").orElse(JsonObject.EMPTY);
        if (target == null && identifier.get("value") == null) {
            return;
        }
        Map<Field<?>, @Nullable Object> row = into.child(LINKS);
        row.put(LINKS.ELEMENT, path.text());
        row.put(LINKS.POSITION, position++);
        row.put(LINKS.PARENT, parent);
        row.put(LINKS.TARGET_TYPE, target == null ? null : type(target));
        row.put(LINKS.TARGET_ID, target == null ? null : target.id());
        row.put(LINKS.TARGET_VERSION, target == null ? null : target.version());
        row.put(LINKS.TARGET_URL, target == null || target.isLocal() ? null : read.fitted(target.text()));
        row.put(LINKS.IDENTIFIER_SYSTEM, read.text(identifier.get("system")));
        row.put(LINKS.IDENTIFIER_VALUE, read.text(identifier.get("value")));
    }

    /** The type that a reference says it is to; of what is contained, the type that it has. */
    private @Nullable String type(LocalReference target) {
        if (target.isLocal()) {
            return target.type();
        }
        if (target.text().startsWith("#")) {
            String id = target.text().substring(1);
            return Values.objects(document, "contained")
                    .filter(contained -> contained.text("id").filter(id::equals).isPresent())
                    .map(JsonObject::resourceType)
                    .findFirst()
                    .orElse(null);
        }
        Matcher foreign = FOREIGN.matcher(target.text());
        return foreign.matches() ? foreign.group(1) : null;
    }
}
