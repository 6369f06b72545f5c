package org.dripline.engine;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import org.dripline.access.Access;
import org.dripline.catalog.Catalog;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.engine.mapping.Projector;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.search.Terminology;
import org.dripline.engine.store.Database;
import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.Write;
import org.dripline.engine.store.Written;
import org.jooq.DSLContext;

/** A whole store on the database of this run, without HTTP and without validation. */
public final class TestStore implements AutoCloseable {
    public static final Access CLINIC = Access.ofClinic("test");

    private final Database database;
    public final ResourceCatalog catalog = Catalog.resources();
    public final ResourceStore store;
    public final ResourceSearch search;

    public TestStore() {
        this(Terminology.NONE);
    }

    /** A store on a database of that kind, whichever this run is for. */
    public TestStore(TestDatabase database) {
        this(database, Terminology.NONE);
    }

    /** A store that knows of codes, and is known under some URLs. */
    public TestStore(Terminology terminology, String... ownBases) {
        this(TestDatabase.ofThisRun(), terminology, ownBases);
    }

    private TestStore(TestDatabase kind, Terminology terminology, String... ownBases) {
        List<String> bases = List.of(ownBases);
        database = kind.open();
        store = new ResourceStore(database, catalog, new Projector(ZoneOffset.UTC, bases), Clock.systemUTC());
        search = new ResourceSearch(
                database.sql(),
                catalog,
                terminology,
                ZoneOffset.UTC,
                bases,
                database.secret("page-token"),
                Clock.systemUTC());
    }

    public DSLContext sql() {
        return database.sql();
    }

    /** Writes one document under the id it carries. */
    public Written put(String json) {
        return put(read(json));
    }

    public Written put(JsonObject document) {
        String id = document.text("id").orElseThrow();
        Write write = new Write.Update(document.resourceType(), id, document, OptionalLong.empty(), List.of());
        return store.write(CLINIC, List.of(write)).getFirst();
    }

    public static JsonObject read(String json) {
        return JsonReader.read(json.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    }

    @Override
    public void close() {
        database.close();
    }
}
