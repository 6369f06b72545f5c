package org.dripline.engine.mapping;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Table;

/** A resource type's table with the columns that every such table has. */
public record MappedTable(
        Table<?> table,
        Field<Long> resourceKey,
        Field<String> id,
        Field<Long> version,
        Field<OffsetDateTime> updatedAt,
        Field<String> patientId) {

    public static MappedTable of(Table<?> table) {
        return new MappedTable(
                table,
                column(table, "resource_key", Long.class),
                column(table, "id", String.class),
                column(table, "version", Long.class),
                column(table, "updated_at", OffsetDateTime.class),
                column(table, "patient_id", String.class));
    }

    /** The very field of the table: asked for with a type, jOOQ gives another one that equals none in a projection. */
    @SuppressWarnings("unchecked") // The type is checked.
    private static <T> Field<T> column(Table<?> table, String name, Class<T> javaType) {
        Field<?> field = Objects.requireNonNull(table.field(name), () -> table.getName() + " lacks " + name);
        if (!field.getType().equals(javaType)) {
            throw new IllegalStateException(table.getName() + "." + name + " is no " + javaType.getSimpleName());
        }
        return (Field<T>) field;
    }
}
