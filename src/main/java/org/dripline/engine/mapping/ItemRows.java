package org.dripline.engine.mapping;

import static org.dripline.schema.Tables.ANSWERS;
import static org.dripline.schema.Tables.COMPONENTS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.engine.mapping.ElementPath.Located;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Fills the rows of components and answers, which hold a code and its value side by side. */
final class ItemRows {
    private final Projection into;
    private final Values read;
    private int position;

    ItemRows(ElementPath path, Projection into) {
        this.into = into;
        this.read = new Values(path, into);
    }

    /** One row for each coding of each component, so that a code and its value stand in one row. */
    void components(List<Located> values) {
        for (int parent = 0; parent < values.size(); parent++) {
            if (values.get(parent).value() instanceof JsonObject component) {
                component(parent, component);
            }
        }
    }

    private void component(int parent, JsonObject component) {
        labels(component).forEach(coding -> {
            String system = read.text(coding.get("system"));
            String code = read.text(coding.get("code"));
            String display = read.text(coding.get("display"));
            Map<Field<?>, @Nullable Object> row = into.child(COMPONENTS);
            row.put(COMPONENTS.POSITION, position++);
            row.put(COMPONENTS.PARENT, parent);
            row.put(COMPONENTS.SYSTEM, system);
            row.put(COMPONENTS.CODE, code);
            row.put(COMPONENTS.CODE_KEY, code == null ? null : CaseRule.key(code));
            row.put(COMPONENTS.CASE_SENSITIVE, CaseRule.isSensitive(system));
            row.put(COMPONENTS.TEXT_KEY, display == null ? null : read.folded(display));
            componentValue(component, row);
            componentQuantity(component.object("valueQuantity").orElse(JsonObject.EMPTY), row);
        });
    }

    /** The codings of a component and the text of its code; nothing at all when it has only a value. */
    private static List<JsonObject> labels(JsonObject component) {
        List<JsonObject> labels =
                new ArrayList<>(Values.codings(component.get("code")).toList());
        component
                .object("code")
                .flatMap(code -> code.text("text"))
                .ifPresent(text -> labels.add(new JsonObject(Map.of("display", Json.of(text)))));
        return labels.isEmpty() ? List.of(JsonObject.EMPTY) : labels;
    }

    private void componentQuantity(JsonObject quantity, Map<Field<?>, @Nullable Object> row) {
        Measure measure = Measure.of(read, quantity);
        BigDecimal number = read.number(quantity.get("value"));
        row.put(COMPONENTS.QUANTITY, number);
        row.put(COMPONENTS.UNIT_SYSTEM, measure.system());
        row.put(COMPONENTS.UNIT_CODE, measure.code());
        row.put(COMPONENTS.UNIT_TEXT, measure.text());
        row.put(COMPONENTS.CANONICAL, measure.canonical(number));
        row.put(COMPONENTS.CANONICAL_UNIT, measure.canonicalUnit());
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

    private record Answer(
            @Nullable String linkId,
            @Nullable String system,
            @Nullable String code,
            @Nullable String number,
            @Nullable String text,
            @Nullable Boolean flag) {}

    /** One row for all answers, whose columns are lists as long as there are answers. */
    void answers(List<Json> items) {
        List<Answer> answers = new ArrayList<>();
        collect(items, answers);
        if (answers.isEmpty()) {
            return;
        }
        Map<Field<?>, @Nullable Object> row = into.child(ANSWERS);
        row.put(ANSWERS.LINK_ID, answers.stream().map(Answer::linkId).toArray(String[]::new));
        row.put(ANSWERS.SYSTEM, answers.stream().map(Answer::system).toArray(String[]::new));
        row.put(ANSWERS.CODE, answers.stream().map(Answer::code).toArray(String[]::new));
        row.put(ANSWERS.VALUE_NUMBER, answers.stream().map(Answer::number).toArray(String[]::new));
        row.put(ANSWERS.VALUE_TEXT, answers.stream().map(Answer::text).toArray(String[]::new));
        row.put(ANSWERS.VALUE_BOOLEAN, answers.stream().map(Answer::flag).toArray(Boolean[]::new));
    }

    /** In document order; an answer's own items follow it. */
    private void collect(List<Json> items, List<Answer> into) {
        for (Json item : items) {
            if (item instanceof JsonObject question) {
                String linkId = read.text(question.get("linkId"));
                Values.objects(question, "answer").forEach(answer -> {
                    into.add(answer(linkId, answer));
                    collect(answer.items("item"), into);
                });
                collect(question.items("item"), into);
            }
        }
    }

    private Answer answer(@Nullable String linkId, JsonObject answer) {
        Map.Entry<String, Json> value = Values.choice(answer, "value");
        Json content = value == null ? null : value.getValue();
        JsonObject object = content instanceof JsonObject found ? found : JsonObject.EMPTY;
        BigDecimal number = read.number(content instanceof Json.Numeral ? content : object.get("value"));
        return new Answer(
                linkId,
                read.text(object.get("system")),
                read.text(object.get("code")),
                number == null ? null : read.fitted(number.toString()),
                content instanceof Json.Text ? read.text(content) : null,
                content instanceof Json.Bool(boolean flag) ? flag : null);
    }
}
