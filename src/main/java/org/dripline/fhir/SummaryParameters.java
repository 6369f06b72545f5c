package org.dripline.fhir;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.engine.search.Parameter;
import org.dripline.outcome.Refusal;
import org.dripline.treatment.Question;

/**
 * What the summary operations are asked, in the URL or in a Parameters resource.
 *
 * @param course number or CarePlan id; empty for the newest
 * @param scales those whose trajectory is asked for; all when empty
 */
record SummaryParameters(Optional<String> course, Question question, boolean persist, Set<String> scales) {
    private static final int MAX_TOTAL = 100;
    private static final Set<String> SCALES = Set.of("phq9", "madrs", "qids", "bdi");
    private static final Set<String> ALL_SCALES = Set.of("phq9", "gad7", "madrs", "qids", "bdi");
    private static final List<String> VALUES = List.of(
            "valueString",
            "valueCode",
            "valueDate",
            "valueInteger",
            "valuePositiveInt",
            "valueUnsignedInt",
            "valueBoolean",
            "valueUri");

    /** @param known the names that the operation has */
    static SummaryParameters of(List<Parameter> sent, Set<String> known) {
        Set<String> seen = new HashSet<>();
        for (Parameter parameter : sent) {
            if (!known.contains(parameter.name())) {
                // The name itself may hold patient data, when the caller mixed up name and value.
                throw Refusal.invalid(
                        "parameter-unknown",
                        known.isEmpty()
                                ? "This operation has no parameters."
                                : "This operation knows only the parameters "
                                        + String.join(
                                                ", ", known.stream().sorted().toList()) + ".");
            }
            if (!seen.add(parameter.name())) {
                throw Refusal.invalid("parameter-repeated", "Send the parameter " + parameter.name() + " once.");
            }
        }
        Optional<LocalDate> start = day(sent, "start");
        Optional<LocalDate> end = day(sent, "end");
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            throw Refusal.invalid("parameter-value", "The parameter end is before start; send a later day.");
        }
        Question question = new Question(start, end, scale(sent), cutOff(sent));
        return new SummaryParameters(
                find(sent, "course").map(SummaryParameters::course), question, persist(sent), Set.of());
    }

    /** The same of a trajectory, which may be asked for several scales. */
    static SummaryParameters ofTrajectory(List<Parameter> sent, Set<String> known) {
        Set<String> scales = new HashSet<>();
        List<Parameter> others = new ArrayList<>();
        for (Parameter parameter : sent) {
            if (!parameter.name().equals("scale")) {
                others.add(parameter);
            } else if (ALL_SCALES.contains(parameter.value())) {
                scales.add(parameter.value());
            } else {
                throw Refusal.invalid(
                        "parameter-value",
                        "The parameter scale is phq9, gad7, madrs, qids or bdi; it may be repeated.");
            }
        }
        SummaryParameters rest = of(others, known);
        return new SummaryParameters(rest.course(), rest.question(), false, Set.copyOf(scales));
    }

    private static Optional<String> find(List<Parameter> sent, String name) {
        return sent.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    private static Optional<LocalDate> day(List<Parameter> sent, String name) {
        return find(sent, name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw Refusal.invalid(
                        "parameter-value", "The parameter " + name + " is a day, such as " + name + "=2026-01-05.");
            }
        });
    }

    private static String scale(List<Parameter> sent) {
        return find(sent, "scale")
                .map(text -> {
                    if (!SCALES.contains(text)) {
                        throw Refusal.invalid("parameter-value", "The parameter scale is phq9, madrs, qids or bdi.");
                    }
                    return text;
                })
                .orElse(Question.DEFAULT.scale());
    }

    private static Optional<Integer> cutOff(List<Parameter> sent) {
        return find(sent, "remission-cutoff").map(text -> {
            if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) > MAX_TOTAL) {
                throw Refusal.invalid(
                        "parameter-value",
                        "The parameter remission-cutoff is a total of the scale: a whole number from 0 to " + MAX_TOTAL
                                + ".");
            }
            return Integer.valueOf(text);
        });
    }

    private static boolean persist(List<Parameter> sent) {
        return find(sent, "persist")
                .map(text -> switch (text.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw Refusal.invalid("parameter-value", "The parameter persist is true or false.");
                })
                .orElse(false);
    }

    private static String course(String text) {
        String id = text.replaceFirst("^CarePlan/", "");
        if (!id.matches("[A-Za-z0-9.-]{1,64}")) {
            throw Refusal.invalid(
                    "parameter-value", "The parameter course is a number or a reference, such as 2 or CarePlan/12.");
        }
        return id;
    }

    /** The parameters of a body. */
    static List<Parameter> sent(JsonObject body) {
        if (!body.resourceType().equals("Parameters")) {
            throw Refusal.malformed("resource-type", "Send the parameters of an operation as a Parameters resource.");
        }
        List<Parameter> found = new ArrayList<>();
        for (Json item : body.items("parameter")) {
            JsonObject parameter = item instanceof JsonObject object ? object : JsonObject.EMPTY;
            String name = parameter.text("name").orElse("");
            found.add(new Parameter(
                    name,
                    value(parameter)
                            .orElseThrow(() -> Refusal.invalid(
                                    "parameter-value",
                                    "A parameter of this operation has its value in an element such as valueString,"
                                            + " valueDate, valueInteger or valueBoolean."))));
        }
        return found;
    }

    private static Optional<String> value(JsonObject parameter) {
        Optional<String> reference = parameter.object("valueReference").flatMap(found -> found.text("reference"));
        return reference.or(() -> VALUES.stream()
                .flatMap(name -> Optional.ofNullable(parameter.get(name)).stream())
                .flatMap(value -> text(value).stream())
                .findFirst());
    }

    private static Optional<String> text(Json value) {
        return switch (value) {
            case Json.Text(String text) -> Optional.of(text);
            case Json.Numeral(String text) -> Optional.of(text);
            case Json.Bool(boolean flag) -> Optional.of(String.valueOf(flag));
            case Json.Null none -> Optional.empty();
            case Json.Array array -> Optional.empty();
            case JsonObject object -> Optional.empty();
        };
    }
}
