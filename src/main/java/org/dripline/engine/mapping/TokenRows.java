package org.dripline.engine.mapping;

import static org.dripline.schema.Tables.CODINGS;
import static org.dripline.schema.Tables.IDENTIFIERS;

import java.util.ArrayList;
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

    /** What a token search compares; one of the three texts at least is there. */
    private record Token(
            int parent,
            @Nullable String system,
            @Nullable String code,
            boolean sensitive,
            @Nullable String text) {
        boolean saysSomething() {
            return system != null || code != null || text != null;
        }

        @Nullable
        String key() {
            return code == null ? null : CaseRule.key(code);
        }
    }

    /** A row for each coding, and one for the text of a concept. */
    void codings(List<Located> values) {
        concepts(values).forEach(this::row);
    }

    /** The first in columns, and a row for each other. */
    void coded(Layout.Coded layout, List<Located> values) {
        List<Token> tokens = concepts(values);
        Token first = tokens.isEmpty() ? new Token(0, null, null, false, null) : tokens.getFirst();
        into.set(layout.system(), first.system());
        into.set(layout.code(), first.code());
        into.set(layout.codeKey(), first.key());
        into.set(layout.caseSensitive(), first.sensitive());
        into.set(layout.textKey(), first.text() == null ? null : read.folded(first.text()));
        into.set(layout.hasRows(), tokens.size() > 1);
        tokens.stream().skip(1).forEach(this::row);
    }

    private List<Token> concepts(List<Located> values) {
        List<Token> tokens = new ArrayList<>();
        for (Located located : values) {
            Values.codings(located.value()).forEach(coding -> {
                String system = read.text(coding.get("system"));
                tokens.add(new Token(
                        located.parent(),
                        system,
                        read.text(coding.get("code")),
                        CaseRule.isSensitive(system),
                        read.text(coding.get("display"))));
            });
            if (located.value() instanceof JsonObject concept && concept.get("text") instanceof Json.Text text) {
                tokens.add(new Token(located.parent(), null, null, false, read.text(text)));
            }
        }
        return tokens.stream().filter(Token::saysSomething).toList();
    }

    void tokens(Layout.Tokens layout, List<Located> values) {
        for (Located located : values) {
            String code = read.text(located.value());
            if (code != null) {
                row(new Token(located.parent(), layout.systemOf(code), code, layout.caseSensitive(), null));
            }
        }
    }

    void contacts(List<Located> values) {
        for (Located located : values) {
            String code = located.value() instanceof JsonObject contact ? read.text(contact.get("value")) : null;
            if (code != null) {
                row(new Token(located.parent(), null, code, false, null));
            }
        }
    }

    private void row(Token token) {
        Map<Field<?>, @Nullable Object> row = into.child(CODINGS);
        row.put(CODINGS.ELEMENT, path.text());
        row.put(CODINGS.POSITION, position++);
        row.put(CODINGS.PARENT, token.parent());
        row.put(CODINGS.SYSTEM, token.system());
        row.put(CODINGS.CODE, token.code());
        row.put(CODINGS.CODE_KEY, token.key());
        row.put(CODINGS.CASE_SENSITIVE, token.sensitive());
        row.put(CODINGS.DISPLAY, token.text());
        row.put(CODINGS.TEXT_KEY, token.text() == null ? null : read.folded(token.text()));
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
