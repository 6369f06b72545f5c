package org.dripline.durability;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link KillRounds} on a file, which the next process recovers. */
class KillTest {
    @TempDir
    Path folder;

    @Test
    void keepsEveryAcknowledgedWrite() throws Exception {
        KillRounds rounds = new KillRounds(folder.toString());
        for (int round = 1; round <= Soak.rounds(3, 10); round++) {
            rounds.kill(round);
            rounds.audit();
        }
    }
}
