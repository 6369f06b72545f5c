package org.dripline.durability;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.dripline.engine.store.DatabaseServer;
import org.jspecify.annotations.Nullable;

/** Stands between Dripline and a PostgreSQL server, and cuts a connection when asked to. Thread-safe. */
final class CuttingProxy implements AutoCloseable {
    /**
     * A cut that was made.
     *
     * @param writer whether it met the COMMIT of a write, not that of anything else
     */
    record Done(Cut.Moment moment, boolean writer) {}

    private final DatabaseServer target;
    private final int targetPort;
    private final ServerSocket listener;
    private final AtomicReference<@Nullable Cut> wanted = new AtomicReference<>();
    private final List<Done> done = new CopyOnWriteArrayList<>();
    private final List<ProxiedConnection> connections = new CopyOnWriteArrayList<>();

    CuttingProxy(DatabaseServer target) throws IOException {
        this.target = target;
        this.targetPort = Integer.parseInt(target.url().replaceFirst(".*:(\\d+)/.*", "$1"));
        this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("proxy").start(this::accept);
    }

    /** The same database, through here; encryption would hide what there is to cut. */
    DatabaseServer database() {
        String url = target.url().replace(":" + targetPort + "/", ":" + listener.getLocalPort() + "/");
        return new DatabaseServer(url + "?sslmode=disable&gssEncMode=disable", target.user(), target.password());
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket server = new Socket();
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort));
                ProxiedConnection connection = new ProxiedConnection(this, client, server);
                connections.add(connection);
                connection.start();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    /** The next connection that it fits is cut. */
    void cut(Cut cut) {
        if (!wanted.compareAndSet(null, cut)) {
            throw new IllegalStateException("another cut is still to be made");
        }
    }

    /** Whether the cut last asked for is made. */
    boolean isDone() {
        return wanted.get() == null;
    }

    List<Done> done() {
        return List.copyOf(done);
    }

    /** The cut that a connection shall make at the COMMIT that it sees. */
    Optional<Cut> takeAtCommit(boolean writer) {
        return take(Cut.Moment::atCommit, writer);
    }

    /** The cut that a connection shall make among the messages that it sees. */
    Optional<Cut> takeWithin(Cut.Moment direction) {
        return take(direction::equals, false);
    }

    private Optional<Cut> take(Predicate<Cut.Moment> fits, boolean writer) {
        Cut cut = wanted.get();
        if (cut == null || !fits.test(cut.moment()) || !wanted.compareAndSet(cut, null)) {
            return Optional.empty();
        }
        done.add(new Done(cut.moment(), writer));
        return Optional.of(cut);
    }

    void forget(ProxiedConnection connection) {
        connections.remove(connection);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        connections.forEach(ProxiedConnection::cut);
    }
}
