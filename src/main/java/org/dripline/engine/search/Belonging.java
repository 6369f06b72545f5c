package org.dripline.engine.search;

import static org.dripline.schema.Tables.LINKS;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import org.dripline.engine.mapping.MappedTable;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.schema.tables.Links;
import org.dripline.schema.tables.Resources;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Which resources are part of a patient's compartment: those that are the patient's own, and of those that are nobody's
 * the ones that name the patient otherwise, such as an Observation of a location that the patient made. What is another
 * patient's own is not, even if R4's compartment would have it for naming this one.
 */
final class Belonging {
    /** The references that name the patient. */
    static final Links NAMING = LINKS.as("naming");

    private final MappedTable patients;
    /** Written into the statement: as parameters they would have PostgreSQL plan it anew each time. */
    private final List<Param<String>> elements;

    Belonging(ResourceCatalog catalog) {
        this.patients = catalog.read(Compartments.PATIENT).table();
        this.elements = members(catalog).stream()
                .flatMap(mapping -> Compartments.references(Compartments.PATIENT, mapping).stream())
                .flatMap(parameter -> parameter.elements().stream())
                .map(element -> element.path().text())
                .distinct()
                .map(DSL::inline)
                .toList();
    }

    /** The types that can be part of it: also those that R4's compartment leaves out, such as a Task for the patient. */
    static List<ResourceMapping> members(ResourceCatalog catalog) {
        return catalog.all().stream()
                .filter(mapping -> mapping.isOwned()
                        || !Compartments.references(Compartments.PATIENT, mapping)
                                .isEmpty())
                .toList();
    }

    /** That a resource is the own of this patient; of any who is here when none is named. */
    Condition owned(@Nullable String patientId, Resources resource) {
        return is(patientId, resource.PATIENT_ID);
    }

    /** That a row of {@link #NAMING} names this patient in an element that puts resources into a compartment. */
    Condition names(@Nullable String patientId) {
        return NAMING.TARGET_TYPE
                .eq(Compartments.PATIENT)
                .and(NAMING.ELEMENT.in(elements))
                .and(is(patientId, NAMING.TARGET_ID));
    }

    /** That a resource is nobody's, and names this patient. */
    Condition named(@Nullable String patientId, Resources resource) {
        return resource.PATIENT_ID
                .isNull()
                .and(exists(selectOne()
                        .from(NAMING)
                        .where(NAMING.RESOURCE_KEY.eq(resource.RESOURCE_KEY))
                        .and(names(patientId))));
    }

    private Condition is(@Nullable String patientId, Field<String> id) {
        return patientId == null
                ? exists(selectOne().from(patients.table()).where(patients.id().eq(id)))
                : id.eq(patientId);
    }
}
