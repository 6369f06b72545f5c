package org.dripline.engine.store;

import static org.jooq.impl.DSL.noCondition;

import org.dripline.access.Access;
import org.jooq.Condition;
import org.jooq.Field;

/** The wall around what a caller may see, as a condition on every row of a resource that a statement touches. */
public record Wall(Access access) {
    /** The condition on a row, which belongs to a patient or to nobody. */
    public Condition around(Field<String> patientId) {
        return access.scope().patientId().map(patient -> of(patient, patientId)).orElse(noCondition());
    }

    /** The wall of somebody who sees one patient. */
    static Condition of(String patient, Field<String> patientId) {
        return patientId.eq(patient).or(patientId.isNull());
    }
}
