package org.dripline.durability;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection to PostgreSQL, of which it understands as much as it takes to know a COMMIT and its answer.
 * Each direction has a thread of its own; a client sends COMMIT only when everything before is answered.
 */
final class ProxiedConnection {
    private final CuttingProxy proxy;
    private final Socket client;
    private final Socket server;

    /** The client prepares what it sends often, and names it later. */
    private final Map<String, String> statements = new HashMap<>();

    /** Whether the transaction writes a resource. */
    private boolean writer;

    /** What happens to the COMMIT that is under way. */
    private volatile Cut.@Nullable Moment atCommit;

    ProxiedConnection(CuttingProxy proxy, Socket client, Socket server) throws IOException {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    void start() {
        Thread.ofPlatform().daemon().name("proxy-request").start(() -> run(this::carryRequests));
        Thread.ofPlatform().daemon().name("proxy-answer").start(() -> run(this::carryAnswers));
    }

    private interface Carrier {
        void carry() throws IOException;
    }

    private void run(Carrier carrier) {
        try {
            carrier.carry();
        } catch (IOException over) {
            // Either side is gone.
        }
        cut();
    }

    /** Resets both sides, as a machine does that is gone. */
    void cut() {
        proxy.forget(this);
        try (client;
                server) {
            // Whoever has its answer keeps it: a reset would let what it has not yet read be lost.
            if (atCommit != Cut.Moment.AFTER_ANSWER) {
                client.setSoLinger(true, 0);
                server.setSoLinger(true, 0);
            }
        } catch (IOException closed) {
            // The other thread was first.
        }
    }

    private void carryRequests() throws IOException {
        DataInputStream input = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        Outlet outlet = new Outlet(input, server.getOutputStream(), Cut.Moment.WITHIN_REQUEST);
        WireMessage message = WireMessage.read(input, true);
        for (; message != null; message = WireMessage.read(input, false)) {
            if (commits(message)) {
                atCommit = proxy.takeAtCommit(writer).map(Cut::moment).orElse(null);
                writer = false;
            }
            boolean dropped = atCommit == Cut.Moment.BEFORE_COMMIT;
            boolean last = atCommit == Cut.Moment.WITH_COMMIT && message.type() == 'S';
            if (dropped || !outlet.pass(message) || last) {
                return;
            }
        }
    }

    private void carryAnswers() throws IOException {
        DataInputStream input = new DataInputStream(new BufferedInputStream(server.getInputStream()));
        Outlet outlet = new Outlet(input, client.getOutputStream(), Cut.Moment.WITHIN_ANSWER);
        WireMessage message = WireMessage.read(input, false);
        for (; message != null; message = WireMessage.read(input, false)) {
            Cut.Moment moment = atCommit;
            boolean kept = moment == Cut.Moment.BEFORE_ANSWER || moment == Cut.Moment.SILENCE;
            // C says that it was done, E that it failed; after Z the next statement may come.
            boolean answer = message.type() == 'C' || message.type() == 'E';
            boolean last = (moment == Cut.Moment.BEFORE_ANSWER && answer)
                    || (moment == Cut.Moment.AFTER_ANSWER && message.type() == 'Z');
            if ((!kept && !outlet.pass(message)) || last) {
                return;
            }
        }
    }

    /** Where the messages of one direction go, until a cut among them. */
    private final class Outlet {
        private static final int UNCUT = -1;

        private final DataInputStream input;
        private final OutputStream output;
        private final Cut.Moment direction;
        private int left = UNCUT;

        Outlet(DataInputStream input, OutputStream output, Cut.Moment direction) {
            this.input = input;
            this.output = new BufferedOutputStream(output);
            this.direction = direction;
        }

        /** False when it was cut short. */
        boolean pass(WireMessage message) throws IOException {
            if (left == UNCUT) {
                left = proxy.takeWithin(direction).map(Cut::bytes).orElse(UNCUT);
            }
            int length = message.bytes().length;
            int passing = left == UNCUT ? length : Math.min(left, length);
            output.write(message.bytes(), 0, passing);
            left -= left == UNCUT ? 0 : passing;
            if (passing < length || input.available() == 0) {
                output.flush();
            }
            return passing == length;
        }
    }

    private boolean commits(WireMessage message) {
        switch (message.type()) {
            case 'P' -> statements.put(message.text(0), message.text(1).toLowerCase(Locale.ROOT));
            case 'B' -> {
                String statement = statements.getOrDefault(message.text(1), "");
                writer |= statement.startsWith("insert into") && statement.contains("resource_versions");
                return statement.equals("commit");
            }
            case 'Q' -> {
                return message.text(0).equalsIgnoreCase("commit");
            }
            default -> {
                // Nothing that tells what is executed.
            }
        }
        return false;
    }
}
