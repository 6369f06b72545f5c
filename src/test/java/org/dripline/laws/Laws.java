package org.dripline.laws;

import java.util.List;
import java.util.stream.Stream;
import org.dripline.catalog.Catalog;
import org.dripline.engine.mapping.ResourceMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all laws run over: each type that clients may write, each with as many seeds. */
final class Laws {
    private static final Logger LOG = LoggerFactory.getLogger(Laws.class);

    /** For each type; more with {@code -Dlaws.seeds=1000}. */
    static final int SEEDS = Integer.getInteger("laws.seeds", 24);

    private Laws() {}

    static List<ResourceMapping> writable() {
        return Catalog.resources().all().stream()
                .filter(mapping -> !mapping.readOnly())
                .toList();
    }

    static Stream<String> types() {
        return writable().stream().map(ResourceMapping::type);
    }

    static void report(String law, String type, int cases) {
        LOG.info("{} of {}: {} cases", law, type, cases);
    }
}
