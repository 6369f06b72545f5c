package org.dripline.treatment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Reads the views for reports as a person at a database prompt does: every value in the database's own print. */
public final class ClinicViews {
    private static final String NUMERIC_COLUMNS = """
            select c.table_name || '.' || c.column_name from information_schema.columns c
            where c.table_schema = 'clinic' and c.table_name not like 'helper%'
              and lower(c.data_type) in ('numeric', 'decfloat', 'real', 'double precision',
                                         'smallint', 'integer', 'bigint')
            order by c.table_name, c.ordinal_position""";

    private ClinicViews() {}

    /** Each row as its values, a blank between; empty ones as a dash. */
    public static List<String> rows(DSLContext sql, String query) {
        return sql.connectionResult(connection -> rows(connection, query));
    }

    /** Every number of every view that is not empty, behind its column: {@code dose.dose_mg 40.0000}. */
    public static List<String> numbers(DSLContext sql) {
        List<String> numbers = new ArrayList<>();
        for (String column : rows(sql, NUMERIC_COLUMNS)) {
            String view = column.substring(0, column.indexOf('.'));
            numbers.addAll(
                    rows(sql, "select '%1$s', %1$s from clinic.%2$s where %1$s is not null".formatted(column, view)));
        }
        return numbers;
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> printed = new ArrayList<>();
            while (rows.next()) {
                printed.add(row(rows));
            }
            return printed;
        }
    }

    private static String row(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            String printed = row.getMetaData().getColumnType(column) == Types.BIT
                            || row.getMetaData().getColumnType(column) == Types.BOOLEAN
                    ? truth(row.getObject(column))
                    : row.getString(column);
            values.add(Objects.requireNonNullElse(printed, "-"));
        }
        return String.join(" ", values);
    }

    /** PostgreSQL prints t and f. */
    private static @Nullable String truth(@Nullable Object value) {
        return value == null ? null : value.toString().toUpperCase(Locale.ROOT);
    }
}
