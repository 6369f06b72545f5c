package org.dripline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.assertj.core.api.Assertions;
import org.dripline.engine.store.Database;
import org.dripline.outcome.Refusal;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.tomcat.ConnectorStartFailedException;
import org.springframework.boot.web.server.PortInUseException;

class StartFailureTest {
    @Test
    void findsTheReasonHoweverItIsWrapped() {
        Throwable failure = new IllegalStateException(new PortInUseException(8080, new StartRefused("Mend this.")));
        assertThat(StartFailure.explain(failure)).hasValue("Mend this.");
    }

    @Test
    void saysWhichPortIsTakenOrCannotBeOpened() {
        assertThat(StartFailure.explain(new PortInUseException(8080)))
                .hasValue("Port 8080 is taken; stop the other program, or choose another port with dripline.port"
                        + " (make run PORT=...).");
        assertThat(StartFailure.explain(new ConnectorStartFailedException(80)))
                .hasValue("Port 80 cannot be opened; choose another with dripline.port (make run PORT=...).");
    }

    @Test
    void saysWhichFileIsDamaged(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("dripline.mv.db"), "no database");
        Throwable failure = Assertions.catchThrowable(() -> Database.inFolder(folder));
        assertThat(StartFailure.explain(failure))
                .hasValue("The database " + file + " is damaged and was left as it is; restore it from a backup, or"
                        + " choose another folder with dripline.data (make run DATA=...).");
    }

    @Test
    void saysThatThereIsDamageFurtherIn() {
        SQLException failure = new SQLException(new MVStoreException(6, "page 7"));
        assertThat(StartFailure.explain(new IllegalStateException(failure)))
                .hasValueSatisfying(line -> assertThat(line).startsWith("The database is damaged; restore it"));
    }

    @Test
    void saysWhyTheDemoWasRefused() {
        Refusal failure = Refusal.tooLarge("bundle-entries", "A transaction may have at most 10 entries.");
        assertThat(StartFailure.explain(new IllegalStateException(failure)))
                .hasValue("The demo was refused: A transaction may have at most 10 entries."
                        + " Mend the settings, or start with dripline.demo=no (make run DEMO=no).");
    }

    @Test
    void leavesDefectsUnexplained() {
        assertThat(StartFailure.explain(new IllegalStateException(new SQLException("no such column"))))
                .isEmpty();
    }
}
