package org.dripline.engine;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.dripline.access.Access;
import org.dripline.catalog.Catalog;
import org.dripline.document.JsonObject;
import org.dripline.document.JsonReader;
import org.dripline.document.Limits;
import org.dripline.engine.history.ResourceHistory;
import org.dripline.engine.mapping.Projector;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.search.Terminology;
import org.dripline.engine.store.Database;
import org.dripline.engine.store.LinkMode;
import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.Write;
import org.dripline.engine.store.Written;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;

/** A whole store on the database of this run, without HTTP and without validation. */
public final class TestStore implements AutoCloseable {
    public static final Access CLINIC = Access.ofClinic("test");

    private final Database database;
    public final ResourceCatalog catalog = Catalog.resources();
    public final ResourceStore store;
    public final ResourceSearch search;
    public final ResourceHistory history;

    /** References lead where they like. */
    public TestStore() {
        this(Terminology.NONE);
    }

    /** A store on a database of that kind, whichever this run is for. */
    public TestStore(TestDatabase database) {
        this(database, Clock.systemUTC(), Terminology.NONE, LinkMode.UNCHECKED, List.of());
    }

    /** A store that knows of codes, and is known under some URLs. */
    public TestStore(Terminology terminology, String... ownBases) {
        this(TestDatabase.ofThisRun(), Clock.systemUTC(), terminology, LinkMode.UNCHECKED, List.of(ownBases));
    }

    /** A store that keeps references whole, as the server does. */
    public static TestStore enforcing() {
        return new TestStore(
                TestDatabase.ofThisRun(), Clock.systemUTC(), Terminology.NONE, LinkMode.ENFORCED, List.of());
    }

    /** A store whose clock is in the hands of the test. */
    public TestStore(Clock clock) {
        this(TestDatabase.ofThisRun(), clock, Terminology.NONE, LinkMode.UNCHECKED, List.of());
    }

    private TestStore(
            TestDatabase kind, Clock clock, Terminology terminology, LinkMode references, List<String> bases) {
        database = kind.open();
        store = new ResourceStore(database, catalog, new Projector(ZoneOffset.UTC, bases), clock, references);
        search = new ResourceSearch(
                database.sql(), catalog, terminology, ZoneOffset.UTC, bases, database.secret("page-token"), clock);
        history = new ResourceHistory(database.sql(), store::numbered, ZoneOffset.UTC);
    }

    public Database database() {
        return database;
    }

    /** Searches that count their statements. */
    public ResourceSearch counted(AtomicInteger statements) {
        ExecuteListener counter = ExecuteListener.onExecuteStart(context -> statements.incrementAndGet());
        DSLContext counting = DSL.using(sql().configuration().deriveAppending(counter));
        return new ResourceSearch(
                counting, catalog, Terminology.NONE, ZoneOffset.UTC, List.of(), new byte[32], Clock.systemUTC());
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
