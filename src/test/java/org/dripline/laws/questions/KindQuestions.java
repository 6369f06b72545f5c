package org.dripline.laws.questions;

import java.util.List;
import java.util.stream.Stream;
import org.dripline.laws.oracle.Definition;
import org.hl7.fhir.instance.model.api.IBase;

/** What to ask a parameter of one kind. */
interface KindQuestions {
    /** Every way to ask for the values that the parameter's expression yields, and some that miss them closely. */
    Stream<Question> about(Definition definition, List<IBase> values);
}
