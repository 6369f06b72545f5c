package org.dripline.laws.questions;

import static org.dripline.laws.questions.Question.escaped;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dripline.laws.oracle.Definition;
import org.dripline.laws.oracle.Kind;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;

/** Questions about numbers and quantities, with every prefix and in other units. */
final class AmountQuestions implements KindQuestions {
    private static final String UCUM = "http://unitsofmeasure.org|";

    /** Units of the same kind, and by how many digits the number grows in them. */
    private static final Map<String, Map<String, Integer>> SAME = Map.of(
            "mg", Map.of("g", -3, "kg", -6, "ug", 3),
            "g", Map.of("mg", 3, "kg", -3, "ug", 6),
            "kg", Map.of("g", 3, "mg", 6),
            "ug", Map.of("mg", -3, "g", -6),
            "mg/kg", Map.of("ug/g", 0, "g/kg", -3, "ug/kg", 3),
            "mL", Map.of("L", -3, "uL", 3),
            "L", Map.of("mL", 3, "dL", 1),
            "%", Map.of("1", -2));

    private static final List<String> HOSTILE = List.of(
            "0", "-0", "1e2", "1E2", "5.4e3", "540e-2", "12345678901234567890", "five", "5,4", "5.", ".5", "0x5");

    @Override
    public Stream<Question> about(Definition definition, List<IBase> values) {
        Set<String> texts = new LinkedHashSet<>();
        values.stream().flatMap(AmountQuestions::amounts).distinct().forEach(texts::add);
        texts.addAll(HOSTILE);
        if (definition.kind() == Kind.QUANTITY) {
            texts.addAll(List.of("5.4|" + UCUM + "furlongs", "5.4||puffs", "5.4|urn:other|mg", "5.4||", "5.4|mg"));
        }
        Set<String> prefixed = new LinkedHashSet<>();
        texts.forEach(text -> DateQuestions.PREFIXES.forEach(prefix -> prefixed.add(prefix + text)));
        TokenQuestions.addPairs(prefixed);
        return prefixed.stream().map(text -> Question.plain(definition.name(), text));
    }

    private static Stream<String> amounts(IBase value) {
        return switch (value) {
            case Range range -> Stream.concat(amounts(range.getLow()), amounts(range.getHigh()));
            case Quantity quantity
            when quantity.getValue() != null -> numbers(quantity.getValue()).flatMap(number -> units(number, quantity));
            case DecimalType decimal -> numbers(decimal.getValue()).map(AmountQuestions::written);
            case IntegerType integer ->
                numbers(BigDecimal.valueOf(integer.getValue())).map(AmountQuestions::written);
            default -> Stream.empty();
        };
    }

    /** A number, rounded to fewer digits, written with more, and its nearest neighbours. */
    private static Stream<BigDecimal> numbers(BigDecimal number) {
        BigDecimal one = number.ulp();
        BigDecimal half = one.movePointLeft(1).multiply(BigDecimal.valueOf(5));
        return Stream.of(
                number,
                number.setScale(number.scale() - 1, RoundingMode.HALF_UP),
                number.setScale(number.scale() - 1, RoundingMode.HALF_DOWN),
                number.setScale(number.scale() + 1, RoundingMode.UNNECESSARY),
                number.add(one),
                number.subtract(one),
                number.add(half),
                number.subtract(half));
    }

    private static Stream<String> units(BigDecimal number, Quantity quantity) {
        String text = written(number);
        Set<String> texts = new LinkedHashSet<>(List.of(text));
        Stream.of(quantity.getCode(), quantity.getUnit())
                .filter(unit -> unit != null)
                .forEach(unit -> texts.add(text + "||" + escaped(unit)));
        String code = quantity.getCode();
        if (code != null) {
            texts.add(text + "|" + escaped(String.valueOf(quantity.getSystem())) + "|" + escaped(code));
            texts.add(text + "|" + UCUM + escaped(code));
            SAME.getOrDefault(code, Map.of())
                    .forEach(
                            (unit, digits) -> texts.add(written(number.scaleByPowerOfTen(digits)) + "|" + UCUM + unit));
        }
        return texts.stream();
    }

    /** As R4 writes numbers; a search says by its digits how precise it is, so none may be lost. */
    private static String written(BigDecimal number) {
        return number.scale() < 0 ? number.unscaledValue() + "e" + -number.scale() : number.toPlainString();
    }
}
