package org.dripline.durability;

import java.util.Random;

/**
 * When a connection to the database breaks.
 *
 * @param bytes how many more of them pass, for a cut amid messages
 */
record Cut(Moment moment, int bytes) {
    private static final int MOST_BYTES = 4_000;

    enum Moment {
        /** COMMIT does not reach the database. */
        BEFORE_COMMIT,
        /** COMMIT is sent, and nobody waits for what comes of it. */
        WITH_COMMIT,
        /** It was committed, but the answer does not reach the client. */
        BEFORE_ANSWER,
        /** The client has the answer to COMMIT, and then loses the connection. */
        AFTER_ANSWER,
        /** Within what the client sends, whatever that is. */
        WITHIN_REQUEST,
        /** Within what the database sends. */
        WITHIN_ANSWER,
        /** It was committed, and nothing more is heard, not even that the connection is closed. */
        SILENCE;

        boolean atCommit() {
            return this != WITHIN_REQUEST && this != WITHIN_ANSWER;
        }

        /** Whether the client cannot know what became of its COMMIT. */
        boolean leavesUnknown() {
            return atCommit() && this != AFTER_ANSWER;
        }
    }

    static Cut any(Random random) {
        // Silence lasts as long as the client's patience; it is asked for separately.
        Moment[] moments = Moment.values();
        return new Cut(moments[random.nextInt(moments.length - 1)], random.nextInt(MOST_BYTES));
    }

    static Cut silence() {
        return new Cut(Moment.SILENCE, 0);
    }
}
