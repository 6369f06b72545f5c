package org.dripline.durability;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.dripline.catalog.Catalog;
import org.dripline.engine.mapping.Projector;
import org.dripline.engine.store.Database;
import org.dripline.engine.store.DatabaseServer;
import org.dripline.engine.store.LinkMode;
import org.dripline.engine.store.ResourceStore;
import org.jooq.DSLContext;

/** A store in a folder or on a server, as Dripline opens it. */
final class OpenStore implements AutoCloseable {
    private final Database database;
    final ResourceStore store;

    /** @param place a folder, or the URL of a database on a server, with the user in it */
    OpenStore(String place) {
        database = place.startsWith(DatabaseServer.SCHEME)
                ? Database.onServer(new DatabaseServer(place, null, null))
                : Database.inFolder(Path.of(place));
        Projector projector = new Projector(ZoneOffset.UTC, List.of());
        store = new ResourceStore(database, Catalog.resources(), projector, Clock.systemUTC(), LinkMode.UNCHECKED);
    }

    /** The place that is such a database. */
    static String place(DatabaseServer server) {
        return server.url() + "?user=" + server.user();
    }

    DSLContext sql() {
        return database.sql();
    }

    @Override
    public void close() {
        database.close();
    }
}
