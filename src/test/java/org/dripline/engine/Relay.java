package org.dripline.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server of this machine that can be cut, blocked and opened again: what a network does. */
public final class Relay implements AutoCloseable {
    private static final int ATTEMPTS = 200;

    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean blocked;
    private ServerSocket door;

    public Relay(int target) {
        this.target = target;
        this.door = open(0);
        this.port = door.getLocalPort();
    }

    public int port() {
        return port;
    }

    /** Ends all connections and refuses new ones. */
    public void cut() {
        close();
    }

    /** Lets nothing more through, and tells nobody. */
    public void block() {
        blocked = true;
    }

    public void restore() {
        blocked = false;
        for (int attempt = 1; door.isClosed(); attempt++) {
            try {
                door = open(port);
            } catch (UncheckedIOException taken) {
                // Who kept asking at the closed door may have been given its number, and reached himself.
                if (attempt == ATTEMPTS) {
                    throw taken;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ServerSocket open(int wanted) {
        try {
            ServerSocket opened = new ServerSocket(wanted, 50, InetAddress.getLoopbackAddress());
            run(() -> accept(opened));
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        try {
            while (true) {
                Socket near = from.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(near);
                sockets.add(far);
                run(() -> copy(near, far));
                run(() -> copy(far, near));
            }
        } catch (IOException closed) {
            // No more of them.
        }
    }

    private void copy(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (!blocked) {
                    out.write(buffer, 0, count);
                }
            }
        } catch (IOException cut) {
            // Both ends see it.
        }
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
            sockets.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
