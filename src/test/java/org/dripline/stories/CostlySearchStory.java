package org.dripline.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches that ask for more than they look like: refused or answered, and always soon. */
class CostlySearchStory {
    private final Caller caller = new Caller();

    @Test
    void boundsTheWholeSearchAndNotOnlyItsParts() {
        StringBuilder hundred = new StringBuilder("focus.identifier=0");
        for (int value = 1; value < 100; value++) {
            hundred.append(',').append(value);
        }

        caller.get("/Observation?" + hundred + "&" + hundred.toString().replace("=0", "=x"))
                .refused(400, "search-parameters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10*9999",
                "10*99999999",
                "10%5E400",
                "m99999",
                "10*-99999",
                "(((((((((m)))))))))",
                "m.m.m.m.m.m.m.m"
            })
    void comparesUnitsThatNobodyComputesAsTheyAreWritten(String unit) {
        String search = "/Observation?value-quantity=5%7Chttp://unitsofmeasure.org%7C" + unit;
        assertThat(caller.get(search).accepted(200).entries()).isEmpty();
        String code = unit.replace("%5E", "^");
        caller.put("/Observation/costly", """
                {"resourceType":"Observation","id":"costly","status":"final","code":{"text":"c"},
                 "valueQuantity":{"value":5,"system":"http://unitsofmeasure.org","code":"%s"}}""".formatted(code));
        assertThat(caller.get(search + "&_id=costly").ids()).containsExactly("costly");
        caller.delete("/Observation/costly");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e3",
                "1e18",
                "1e99",
                "-1e40",
                "1.5e-99",
                "gt1e80",
                "ap1e60",
                "1e3%7Chttp://unitsofmeasure.org%7Ckg"
            })
    void takesNumbersInExponentForm(String number) {
        caller.get("/Observation?value-quantity=" + number).accepted(200);
        caller.get("/MedicationAdministration?dose=" + number).accepted(200);
    }

    @Test
    void takesElementsTwiceAndRefusesThoseOfNoType() {
        caller.get("/Observation?_elements=status,status").accepted(200);
        caller.get("/Patient/x/*?_elements=bogus").refused(400, "subset-element");
        caller.get("/Observation?_include=Observation:*:Foo").refused(400, "search-type");
    }

    @Test
    void asksEachTypeOnlyWhatItHas() {
        caller.get("/Observation?performer._has:Encounter:practitioner:status=finished")
                .accepted(200);
        caller.get("/Observation?performer._has:Encounter:nothing:status=finished")
                .refused(400, "search-parameter");
        assertThat(caller.get("/Observation?subject.foo=2&_id=none", "Prefer", "handling=lenient")
                        .accepted(200)
                        .entries())
                .hasSize(1);
    }
}
