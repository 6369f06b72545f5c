package org.dripline.engine.search;

import static org.jooq.impl.DSL.noCondition;

import org.dripline.access.Access;
import org.jooq.Condition;
import org.jooq.Field;

/** The wall around what a caller may see, as a condition on every row of a resource that a statement touches. */
public record Wall(Access access) {
    Condition around(Scope scope) {
        return around(scope.column(scope.mapping().table().patientId()));
    }

    public Condition around(Field<String> patientId) {
        return access.scope()
                .patientId()
                .map(patient -> patientId.eq(patient).or(patientId.isNull()))
                .orElse(noCondition());
    }
}
