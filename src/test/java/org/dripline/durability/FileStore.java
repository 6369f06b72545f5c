package org.dripline.durability;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.dripline.catalog.Catalog;
import org.dripline.engine.mapping.Projector;
import org.dripline.engine.store.Database;
import org.dripline.engine.store.LinkMode;
import org.dripline.engine.store.ResourceStore;
import org.jooq.DSLContext;

/** A store on a file, as the server opens it. */
final class FileStore implements AutoCloseable {
    private final Database database;
    final ResourceStore store;

    FileStore(Path folder) {
        database = Database.inFolder(folder);
        Projector projector = new Projector(ZoneOffset.UTC, List.of());
        store = new ResourceStore(database, Catalog.resources(), projector, Clock.systemUTC(), LinkMode.UNCHECKED);
    }

    DSLContext sql() {
        return database.sql();
    }

    @Override
    public void close() {
        database.close();
    }
}
