package org.dripline.engine.mapping;

import static org.dripline.schema.Tables.CODINGS;
import static org.dripline.schema.Tables.IDENTIFIERS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.engine.mapping.ElementPath.Located;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Fills the rows of one element that token searches read: codings and identifiers. */
final class TokenRows {
    private static final JsonObject NO_TYPE = JsonObject.EMPTY;

    private final ElementPath path;
    private final Projection into;
    private final Values read;
    private int position;

    TokenRows(ElementPath path, Projection into) {
        this.path = path;
        this.into = into;
        this.read = new Values(path, into);
    }

    /** A row for each coding, and one for the text of a concept. */
    void codings(List<Located> values) {
        for (Located located : values) {
            Values.codings(located.value()).forEach(coding -> {
                String system = read.text(coding.get("system"));
                coding(
                        located.parent(),
                        system,
                        read.text(coding.get("code")),
                        CaseRule.isSensitive(system),
                        read.text(coding.get("display")));
            });
            if (located.value() instanceof JsonObject concept && concept.get("text") instanceof Json.Text text) {
                coding(located.parent(), null, null, false, read.text(text));
            }
        }
    }

    void tokens(Layout.Tokens layout, List<Located> values) {
        for (Located located : values) {
            String code = read.text(located.value());
            if (code != null) {
                coding(located.parent(), layout.systemOf(code), code, layout.caseSensitive(), null);
            }
        }
    }

    void contacts(List<Located> values) {
        for (Located located : values) {
            String code = located.value() instanceof JsonObject contact ? read.text(contact.get("value")) : null;
            if (code != null) {
                coding(located.parent(), null, code, false, null);
            }
        }
    }

    private void coding(
            int parent, @Nullable String system, @Nullable String code, boolean sensitive, @Nullable String text) {
        if (system == null && code == null && text == null) {
            return;
        }
        Map<Field<?>, @Nullable Object> row = into.child(CODINGS);
        row.put(CODINGS.ELEMENT, path.text());
        row.put(CODINGS.POSITION, position++);
        row.put(CODINGS.PARENT, parent);
        row.put(CODINGS.SYSTEM, system);
        row.put(CODINGS.CODE, code);
        row.put(CODINGS.CODE_KEY, code == null ? null : CaseRule.key(code));
        row.put(CODINGS.CASE_SENSITIVE, sensitive);
        row.put(CODINGS.DISPLAY, text);
        row.put(CODINGS.TEXT_KEY, text == null ? null : read.folded(text));
    }

    /** A row for each coding of the identifier's type, or one when it has none. */
    void identifiers(List<Located> values) {
        for (Located located : values) {
            if (located.value() instanceof JsonObject identifier) {
                Optional<JsonObject> type = identifier.object("type");
                List<JsonObject> types = type.stream().flatMap(Values::codings).toList();
                String text = read.text(type.map(found -> found.get("text")).orElse(null));
                (types.isEmpty() ? List.of(NO_TYPE) : types).forEach(coding -> identifier(identifier, coding, text));
            }
        }
    }

    private void identifier(JsonObject identifier, JsonObject type, @Nullable String text) {
        String system = read.text(identifier.get("system"));
        String value = read.text(identifier.get("value"));
        if (system == null && value == null && text == null) {
            return;
        }
        String typeSystem = read.text(type.get("system"));
        String typeCode = read.text(type.get("code"));
        boolean sensitive = CaseRule.isSensitive(typeSystem);
        Map<Field<?>, @Nullable Object> row = into.child(IDENTIFIERS);
        row.put(IDENTIFIERS.ELEMENT, path.text());
        row.put(IDENTIFIERS.POSITION, position++);
        row.put(IDENTIFIERS.SYSTEM, system);
        row.put(IDENTIFIERS.CODE, value);
        row.put(IDENTIFIERS.TYPE_SYSTEM, typeSystem);
        row.put(IDENTIFIERS.TYPE_CODE, typeCode == null || sensitive ? typeCode : CaseRule.key(typeCode));
        row.put(IDENTIFIERS.TEXT_KEY, text == null ? null : read.folded(text));
    }
}
