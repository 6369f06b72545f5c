package org.dripline.engine.store;

import static org.dripline.schema.Tables.RESOURCES;
import static org.dripline.schema.Tables.RESOURCE_VERSIONS;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.engine.store.StoredVersion.Interaction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.exception.DataAccessException;

/** Reads one version of one resource. */
final class VersionReads {
    private final DSLContext sql;

    /** Rendered once: rendering takes half the time of a read, and nothing is asked as often. */
    private final String current;

    private final String currentForPatient;

    VersionReads(DSLContext sql) {
        this.sql = sql;
        Condition isCurrent = RESOURCE_VERSIONS.VERSION.eq(RESOURCES.VERSION);
        this.current = versions("", "").and(isCurrent).getSQL();
        this.currentForPatient = versions("", "")
                .and(isCurrent)
                .and(Wall.of("", RESOURCE_VERSIONS.PATIENT_ID))
                .getSQL();
    }

    /** The current version, also when it is a deletion; empty when absent or hidden from the caller. */
    Optional<StoredVersion> read(Access access, String type, String id) {
        Optional<String> patient = access.scope().patientId();
        String statement = patient.isEmpty() ? current : currentForPatient;
        List<String> parameters =
                Stream.concat(Stream.of(type, id), patient.stream()).toList();
        try {
            return Optional.ofNullable(sql.connectionResult(connection -> {
                try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                    for (int i = 0; i < parameters.size(); i++) {
                        prepared.setString(i + 1, parameters.get(i));
                    }
                    try (ResultSet row = prepared.executeQuery()) {
                        return row.next() ? stored(type, id, row) : null;
                    }
                }
            }));
        } catch (DataAccessException failure) {
            // What jOOQ renders itself is told apart by its listener, which hears nothing of this.
            throw Overload.translate(failure);
        }
    }

    private static StoredVersion stored(String type, String id, ResultSet row) throws SQLException {
        return new StoredVersion(
                type,
                id,
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                Interaction.of(row.getString(3)),
                row.getBytes(4));
    }

    /** One version; empty when absent or hidden from the caller. */
    Optional<StoredVersion> read(Access access, String type, String id, long version) {
        return versions(type, id)
                .and(RESOURCE_VERSIONS.VERSION.eq(version))
                .and(new Wall(access).around(RESOURCE_VERSIONS.PATIENT_ID))
                .fetchOptional(row -> stored(type, id, row));
    }

    private static StoredVersion stored(String type, String id, Record row) {
        return new StoredVersion(
                type,
                id,
                row.get(RESOURCE_VERSIONS.VERSION),
                row.get(RESOURCE_VERSIONS.UPDATED_AT).toInstant(),
                Interaction.of(row.get(RESOURCE_VERSIONS.INTERACTION)),
                row.get(RESOURCE_VERSIONS.DOCUMENT));
    }

    private SelectConditionStep<?> versions(String type, String id) {
        return sql.select(
                        RESOURCE_VERSIONS.VERSION,
                        RESOURCE_VERSIONS.UPDATED_AT,
                        RESOURCE_VERSIONS.INTERACTION,
                        RESOURCE_VERSIONS.DOCUMENT)
                .from(RESOURCES)
                .join(RESOURCE_VERSIONS)
                .on(RESOURCE_VERSIONS.RESOURCE_KEY.eq(RESOURCES.RESOURCE_KEY))
                .where(RESOURCES.TYPE.eq(type))
                .and(RESOURCES.ID.eq(id));
    }
}
