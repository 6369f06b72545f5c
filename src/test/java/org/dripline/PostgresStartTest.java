package org.dripline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.dripline.engine.PostgresForTests;
import org.dripline.engine.store.Database;
import org.dripline.engine.store.DatabaseServer;
import org.junit.jupiter.api.Test;

/** What an operator reads whose server does not start on a PostgreSQL database, and that the database stays as it is. */
class PostgresStartTest {
    private static final String OTHER = " choose another with spring.datasource.url (make run DATABASE_URL=...).";

    private final PostgresForTests postgres = PostgresForTests.shared();

    @Test
    void namesAServerThatDoesNotAnswer() {
        explains(new DatabaseServer("jdbc:postgresql://127.0.0.1:1/dripline?password=secret", "me", "secret"))
                .isEqualTo("The database jdbc:postgresql://127.0.0.1:1/dripline cannot be reached; start its server, or"
                        + OTHER);
    }

    @Test
    void namesADatabaseThatIsNotThere() {
        DatabaseServer absent = postgres.server("absent");
        explains(absent).isEqualTo("The database " + absent.url() + " is not there; create it, or" + OTHER);
    }

    @Test
    void refusesAWrongUser() {
        DatabaseServer empty = postgres.empty();
        explains(new DatabaseServer(empty.url(), "nobody", "secret"))
                .startsWith("The database " + empty.url() + " refuses the user or the password; correct")
                .doesNotContain("secret");
    }

    @Test
    void refusesAWrongPassword() {
        DatabaseServer empty = postgres.empty();
        postgres.execute("create role guarded login password 'right'");
        postgres.requirePassword("guarded");
        explains(new DatabaseServer(empty.url(), "guarded", "wrong"))
                .startsWith("The database " + empty.url() + " refuses the user or the password; correct")
                .doesNotContain("wrong");
        explains(new DatabaseServer(empty.url(), "guarded", null))
                .startsWith("The database " + empty.url() + " refuses the user or the password; correct");
    }

    @Test
    void namesAUserWhoMayNotCreateSchemas() {
        DatabaseServer empty = postgres.empty();
        postgres.execute("create role guest login");
        explains(new DatabaseServer(empty.url(), "guest", null))
                .isEqualTo("The database " + empty.url() + " does not let its user connect and create schemas; grant"
                        + " CONNECT and CREATE on it, or" + OTHER);
    }

    /** A user whose server says that it is of version 14. */
    @Test
    void namesAServerThatIsTooOld() {
        DatabaseServer empty = postgres.empty();
        postgres.executeIn(empty, """
                create schema old;
                create function old.current_setting(text) returns text language sql as
                $$ select case $1 when 'server_version_num' then '140020' else pg_catalog.current_setting($1) end $$;
                create role antique login;
                grant usage on schema old to antique;
                alter role antique set search_path = old, pg_catalog""");
        explains(new DatabaseServer(empty.url(), "antique", null))
                .isEqualTo("The database " + empty.url() + " is on a server older than PostgreSQL 15; upgrade it, or"
                        + OTHER);
    }

    @Test
    void namesADatabaseInAnotherEncoding() {
        DatabaseServer latin = postgres.created("latin", "template0 encoding 'LATIN1' locale 'C'");
        explains(latin)
                .isEqualTo("The database " + latin.url() + " is not encoded in UTF8; create one that is, or" + OTHER);
    }

    @Test
    void leavesANewerVersionsDatabaseAndAnotherProgramsAsTheyAre() {
        DatabaseServer newer = postgres.migrated();
        postgres.executeIn(newer, """
                update fhir.flyway_schema_history set version = '999' where version =
                (select max(version) from fhir.flyway_schema_history)""");
        DatabaseServer foreign = postgres.empty();
        postgres.executeIn(foreign, "create schema fhir; create table fhir.patients (name text)");
        String line = " is of another version of Dripline, or of another program, and was left as it is; run the"
                + " version that made it, or" + OTHER;
        explains(newer).isEqualTo("The database " + newer.url() + line);
        explains(foreign).isEqualTo("The database " + foreign.url() + line);
        postgres.executeIn(foreign, "drop table fhir.patients; drop schema fhir");
    }

    private static org.assertj.core.api.AbstractStringAssert<?> explains(DatabaseServer server) {
        Throwable failure = catchThrowable(() -> Database.onServer(server).close());
        return assertThat(StartFailure.explain(failure).orElse("no line for " + failure));
    }
}
