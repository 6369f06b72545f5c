package org.dripline.engine.mapping;

import static org.dripline.schema.Tables.ANSWERS;
import static org.dripline.schema.Tables.CODINGS;
import static org.dripline.schema.Tables.COMPONENTS;
import static org.dripline.schema.Tables.HUMAN_NAMES;
import static org.dripline.schema.Tables.IDENTIFIERS;
import static org.dripline.schema.Tables.LINKS;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Fills the shared child tables from the values of one element. */
final class ChildRows {
    private final ElementPath path;
    private final Projection into;
    private final Values read;
    private final List<String> ownBases;
    private int position;

    ChildRows(ElementPath path, Projection into, List<String> ownBases) {
        this.path = path;
        this.into = into;
        this.read = new Values(path, into);
        this.ownBases = ownBases;
    }

    /** The first reference to the expected type goes into its column, all others into rows. */
    void link(Layout.Link layout, List<Json> values) {
        String column = null;
        for (Json value : values) {
            LocalReference local = value instanceof JsonObject reference
                    ? reference
                            .text("reference")
                            .map(text -> LocalReference.of(text, ownBases))
                            .orElse(null)
                    : null;
            if (column == null && local != null && layout.type().equals(local.type())) {
                column = local.id();
            } else {
                linkRow(value);
            }
        }
        into.set(layout.id(), column);
    }

    void links(List<Json> values) {
        values.forEach(this::linkRow);
    }

    private void linkRow(Json value) {
        if (!(value instanceof JsonObject reference)) {
            return;
        }
        JsonObject identifier = reference.object("identifier").orElse(JsonObject.EMPTY);
        String text = reference.text("reference").orElse(null);
        if (text == null && identifier.get("value") == null) {
            return;
        }
        LocalReference target = text == null ? null : LocalReference.of(text, ownBases);
        var row = into.child(LINKS);
        row.put(LINKS.ELEMENT, path.text());
        row.put(LINKS.POSITION, position++);
        row.put(LINKS.TARGET_TYPE, target == null ? null : target.type());
        row.put(LINKS.TARGET_ID, target == null ? null : target.id());
        row.put(LINKS.TARGET_VERSION, target == null ? null : target.version());
        row.put(LINKS.TARGET_URL, target == null || target.isLocal() ? null : read.fitted(target.text()));
        row.put(LINKS.IDENTIFIER_SYSTEM, read.text(identifier.get("system")));
        row.put(LINKS.IDENTIFIER_VALUE, read.text(identifier.get("value")));
    }

    void codings(List<Json> values) {
        values.stream().flatMap(Values::codings).forEach(coding -> {
            var row = into.child(CODINGS);
            row.put(CODINGS.ELEMENT, path.text());
            row.put(CODINGS.POSITION, position++);
            row.put(CODINGS.SYSTEM, read.text(coding.get("system")));
            row.put(CODINGS.CODE, read.text(coding.get("code")));
            row.put(CODINGS.DISPLAY, read.text(coding.get("display")));
        });
    }

    void identifiers(List<Json> values) {
        for (Json value : values) {
            if (value instanceof JsonObject identifier) {
                var row = into.child(IDENTIFIERS);
                row.put(IDENTIFIERS.ELEMENT, path.text());
                row.put(IDENTIFIERS.POSITION, position++);
                row.put(IDENTIFIERS.SYSTEM, read.text(identifier.get("system")));
                row.put(IDENTIFIERS.CODE, read.text(identifier.get("value")));
            }
        }
    }

    void humanNames(List<Json> values) {
        for (Json value : values) {
            if (value instanceof JsonObject name) {
                String given = name.items("given").stream()
                        .filter(Json.Text.class::isInstance)
                        .map(item -> ((Json.Text) item).value())
                        .collect(Collectors.joining(" "));
                var row = into.child(HUMAN_NAMES);
                row.put(HUMAN_NAMES.POSITION, position++);
                row.put(HUMAN_NAMES.FAMILY, read.text(name.get("family")));
                row.put(HUMAN_NAMES.GIVEN, given.isEmpty() ? null : read.fitted(given));
                row.put(HUMAN_NAMES.TEXT, read.text(name.get("text")));
            }
        }
    }

    /** One row for each coding of each component, so that a code and its value stand in one row. */
    void components(List<Json> values) {
        for (Json value : values) {
            if (value instanceof JsonObject component) {
                Values.codings(component.get("code")).forEach(coding -> {
                    var row = into.child(COMPONENTS);
                    row.put(COMPONENTS.POSITION, position++);
                    row.put(COMPONENTS.SYSTEM, read.text(coding.get("system")));
                    row.put(COMPONENTS.CODE, read.text(coding.get("code")));
                    componentValue(component, row);
                });
            }
        }
    }

    private void componentValue(JsonObject component, Map<Field<?>, @Nullable Object> row) {
        Map.Entry<String, Json> value = Values.choice(component, "value");
        Json content = value == null ? null : value.getValue();
        JsonObject quantity = content instanceof JsonObject object ? object : JsonObject.EMPTY;
        row.put(
                COMPONENTS.VALUE_NUMBER,
                read.number(content instanceof Json.Numeral ? content : quantity.get("value")));
        row.put(COMPONENTS.VALUE_UNIT, quantity.get("value") == null ? null : read.text(Columns.unit(quantity)));
        row.put(
                COMPONENTS.VALUE_CODE,
                value != null && value.getKey().equals("valueCodeableConcept")
                        ? read.text(Values.codings(content)
                                .findFirst()
                                .map(coding -> coding.get("code"))
                                .orElse(null))
                        : null);
        row.put(COMPONENTS.VALUE_BOOLEAN, content instanceof Json.Bool(boolean flag) ? flag : null);
    }

    /** Answers in document order; an answer's own items follow it. */
    void answers(List<Json> items) {
        for (Json item : items) {
            if (item instanceof JsonObject question) {
                String linkId = read.text(question.get("linkId"));
                Values.objects(question, "answer").forEach(answer -> {
                    answerRow(linkId, answer);
                    answers(answer.items("item"));
                });
                answers(question.items("item"));
            }
        }
    }

    private void answerRow(@Nullable String linkId, JsonObject answer) {
        Map.Entry<String, Json> value = Values.choice(answer, "value");
        Json content = value == null ? null : value.getValue();
        JsonObject object = content instanceof JsonObject found ? found : JsonObject.EMPTY;
        var row = into.child(ANSWERS);
        row.put(ANSWERS.POSITION, position++);
        row.put(ANSWERS.LINK_ID, linkId);
        row.put(ANSWERS.SYSTEM, read.text(object.get("system")));
        row.put(ANSWERS.CODE, read.text(object.get("code")));
        row.put(ANSWERS.VALUE_NUMBER, read.number(content instanceof Json.Numeral ? content : object.get("value")));
        row.put(ANSWERS.VALUE_TEXT, content instanceof Json.Text ? read.text(content) : null);
        row.put(ANSWERS.VALUE_BOOLEAN, content instanceof Json.Bool(boolean flag) ? flag : null);
    }
}
