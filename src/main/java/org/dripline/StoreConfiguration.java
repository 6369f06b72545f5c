package org.dripline;

import java.time.Clock;
import org.dripline.catalog.Catalog;
import org.dripline.engine.history.ResourceHistory;
import org.dripline.engine.mapping.Projector;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.search.MatchExplainer;
import org.dripline.engine.search.Neighbours;
import org.dripline.engine.search.ResourceSearch;
import org.dripline.engine.search.Terminology;
import org.dripline.engine.store.Database;
import org.dripline.engine.store.Fingerprint;
import org.dripline.engine.store.Reprojection;
import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.StoreWatch;
import org.dripline.profile.ProfileValidator;
import org.dripline.treatment.ClinicSnapshot;
import org.dripline.treatment.CourseSummaries;
import org.dripline.treatment.CutOffs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the store, in the data folder or on a server, with what the jar ships in it. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The data folder is made only for a database in it. */
    @Bean
    Database database(ServerSettings settings, DatabaseSettings server, StoreWatch watch) {
        return server.server()
                .map(there -> Database.onServer(there, watch))
                .orElseGet(
                        () -> Database.inFolder(DataFolder.at(settings.data()).path(), watch));
    }

    @Bean
    ResourceCatalog resourceCatalog() {
        return Catalog.resources();
    }

    @Bean
    Projector projector(ServerSettings settings) {
        return new Projector(settings.zone(), settings.ownBases());
    }

    @Bean
    Reprojection reprojection(
            Database database, ResourceCatalog catalog, Projector projector, ServerSettings settings) {
        String fingerprint = Fingerprint.of(catalog, settings.zone(), settings.base());
        Reprojection reprojection = new Reprojection(database, catalog, projector, fingerprint);
        reprojection.adoptEmpty();
        return reprojection;
    }

    /**
     * @param reprojection first, since it looks whether the store is empty
     * @param validator first, since it looks whether the definitions are good
     */
    @Bean
    ResourceStore resourceStore(
            Database database,
            ResourceCatalog catalog,
            Projector projector,
            Reprojection reprojection,
            ProfileValidator validator,
            ServerSettings settings,
            Clock clock) {
        ResourceStore store = new ResourceStore(database, catalog, projector, clock, settings.references());
        new ShippedResources(store, catalog, database.sql())
                .bringUpToDate(validator.artefacts().all());
        return store;
    }

    @Bean
    ClinicSnapshot clinicSnapshot(Database database) {
        return database::snapshot;
    }

    @Bean
    CourseSummaries courseSummaries(Database database, ClinicSnapshot snapshot, ServerSettings settings) {
        return new CourseSummaries(database.sql(), snapshot, CutOffs.shipped(), settings.zone());
    }

    @Bean
    Terminology terminology(ProfileValidator validator) {
        return new ShippedTerminology(validator.knownCodes());
    }

    @Bean
    ResourceSearch resourceSearch(
            Database database, ResourceCatalog catalog, Terminology terminology, ServerSettings settings, Clock clock) {
        byte[] secret = database.secret("page-token");
        return new ResourceSearch(
                database.sql(), catalog, terminology, settings.zone(), settings.ownBases(), secret, clock);
    }

    @Bean
    ResourceHistory resourceHistory(Database database, ResourceStore store, ServerSettings settings) {
        return new ResourceHistory(database.sql(), store::numbered, settings.zone());
    }

    @Bean
    Neighbours neighbours(Database database, ResourceCatalog catalog, ServerSettings settings) {
        return new Neighbours(database.sql(), catalog, settings.ownBases());
    }

    @Bean
    MatchExplainer matchExplainer(
            Database database, ResourceCatalog catalog, Terminology terminology, ServerSettings settings, Clock clock) {
        return new MatchExplainer(database.sql(), catalog, terminology, settings.zone(), settings.ownBases(), clock);
    }
}
