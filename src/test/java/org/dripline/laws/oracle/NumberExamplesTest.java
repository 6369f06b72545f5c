package org.dripline.laws.oracle;

import org.junit.jupiter.api.Test;

/** R4's examples of numbers and quantities (3.1.1.4.5, 6 and 11). */
class NumberExamplesTest {
    private static String decimal(String value) {
        return "'id':'v" + value + "','extension':[{'url':'n','valueDecimal':" + value + "}]";
    }

    private static Sample decimals(String... values) {
        String[] documents = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            documents[i] = decimal(values[i]);
        }
        return Sample.of("Basic", documents);
    }

    @Test
    void aNumberMeansWhatItsDigitsLeaveOpen() {
        Sample sample = decimals("94.99", "95", "99.4", "99.5", "99.995", "100", "100.004", "100.49", "100.5", "105");
        sample.finds("number=100", "v99.5", "v99.995", "v100", "v100.004", "v100.49");
        sample.finds("number=100.00", "v99.995", "v100", "v100.004");
        sample.finds("number=1.00e2", "v99.5", "v99.995", "v100", "v100.004", "v100.49");
        sample.finds("number=1e2", "v95", "v99.4", "v99.5", "v99.995", "v100", "v100.004", "v100.49", "v100.5");
        sample.finds("number=ne100", "v94.99", "v95", "v99.4", "v100.5", "v105");
    }

    @Test
    void comparisonsIgnoreThePrecision() {
        Sample sample = decimals("99.9", "100", "100.1");
        sample.finds("number=lt100", "v99.9");
        sample.finds("number=le100", "v99.9", "v100");
        sample.finds("number=gt100", "v100.1");
        sample.finds("number=ge100", "v100", "v100.1");
        sample.finds("number=sa100", "v100.1");
        sample.finds("number=eb100", "v99.9");
        sample.finds("number=gt1e2", "v100.1");
    }

    @Test
    void approximatelyIsATenthToEitherSide() {
        decimals("89.9", "90", "110", "110.1").finds("number=ap100", "v90", "v110");
        decimals("-110.1", "-110", "-90", "-89").finds("number=ap-100", "v-110", "v-90");
    }

    @Test
    void wholeNumbersMatchExactly() {
        Sample sample = Sample.of(
                "Basic",
                "'id':'one','extension':[{'url':'n','valueInteger':1}]",
                "'id':'two','extension':[{'url':'n','valueInteger':2}]");
        sample.finds("whole=2", "two");
        sample.finds("whole=2.0", "two");
        sample.finds("whole=2.1");
        sample.finds("whole:missing=true");
    }

    private static String quantity(String id, String value, String unit) {
        return "'id':'" + id + "','code':{'text':'c'},'valueQuantity':{'value':" + value + unit + "}";
    }

    private static String ucum(String code) {
        return ",'system':'http://unitsofmeasure.org','code':'" + code + "'";
    }

    @Test
    void quantitiesCompareInUcumUnits() {
        Sample sample = Sample.of(
                "Observation",
                quantity("mg", "5.4", ucum("mg")),
                quantity("g", "0.0054", ucum("g")),
                quantity("near", "5.44", ucum("mg")),
                quantity("ml", "5.4", ucum("mL")),
                quantity("words", "5.4", ",'unit':'mg'"),
                quantity("other", "5.4", ",'system':'urn:other','code':'mg'"));
        sample.finds("value-quantity=5.4|http://unitsofmeasure.org|mg", "mg", "g", "near");
        sample.finds("value-quantity=5.40e-3|http://unitsofmeasure.org|g", "mg", "g");
        sample.finds("value-quantity=5.4||mg", "mg", "near", "words", "other");
        sample.finds("value-quantity=5.4", "mg", "near", "ml", "words", "other");
        sample.finds("value-quantity=le5.4|http://unitsofmeasure.org|mg", "mg", "g");
        sample.finds("value-quantity=ap5.9|http://unitsofmeasure.org|mg", "mg", "g", "near");
        sample.finds("value-quantity=5.4|urn:other|mg", "other");
        sample.finds("value-quantity=5.4|urn:other|kg");
    }

    @Test
    void quotientsOfUnitsConvertWithoutLoss() {
        Sample sample = Sample.of(
                "Observation",
                quantity("rate", "60", ucum("/min")),
                "'id':'unknown','code':{'text':'c'},'valueQuantity':{'_value':{'extension':[{'url':'x',"
                        + "'valueCode':'x'}]},'unit':'mg'}");
        sample.finds("value-quantity:missing=true", "unknown");
        sample.finds("value-quantity=ge1|http://unitsofmeasure.org|/s", "rate");
        sample.finds("value-quantity=le1|http://unitsofmeasure.org|/s", "rate");
        sample.finds("value-quantity=ge3600|http://unitsofmeasure.org|/h", "rate");
        sample.finds("value-quantity=le3600|http://unitsofmeasure.org|/h", "rate");
    }

    @Test
    void specialUnitsStandAlone() {
        Sample sample = Sample.of(
                "Observation",
                quantity("cel", "37", ucum("Cel")),
                quantity("acid", "7", ucum("[pH]")),
                quantity("units", "1", ucum("[iU]")),
                quantity("unknown", "3", ucum("furlongs")));
        sample.finds("value-quantity=37|http://unitsofmeasure.org|Cel", "cel");
        sample.finds("value-quantity=gt0|http://unitsofmeasure.org|K");
        sample.finds("value-quantity=gt0|http://unitsofmeasure.org|m-3");
        sample.finds("value-quantity=7|http://unitsofmeasure.org|[pH]", "acid");
        sample.finds("value-quantity=1|http://unitsofmeasure.org|1");
        sample.finds("value-quantity=3|http://unitsofmeasure.org|furlongs", "unknown");
    }

    @Test
    void rangesAreRangesAndOpenEndsAreUnbounded() {
        Sample sample = Sample.of(
                "Condition",
                "'id':'inside','onsetRange':{'low':{'value':4.6},'high':{'value':5.4}}",
                "'id':'wide','onsetRange':{'low':{'value':4},'high':{'value':6}}",
                "'id':'up','onsetRange':{'low':{'value':5}}",
                "'id':'down','onsetRange':{'high':{'value':4}}",
                "'id':'none','onsetRange':{'low':{'unit':'a'}}");
        sample.finds("onset-age=5", "inside");
        sample.finds("onset-age=ne5", "wide", "up", "down");
        sample.finds("onset-age=gt5", "inside", "wide", "up");
        sample.finds("onset-age=lt5", "inside", "wide", "down");
        sample.finds("onset-age=sa4.5", "inside", "up");
        sample.finds("onset-age=eb5.5", "inside", "down");
        sample.finds("onset-age=ge6", "wide", "up");
        sample.finds("onset-age=le4", "wide", "down");
        sample.finds("onset-age=ap5", "inside", "wide", "up");
        sample.finds("onset-age:missing=true", "none");
        sample.refuses("onset-age=five", "onset-age=5|mg", "onset-age=", "onset-age:exact=5");
    }
}
