package org.dripline.engine.store;

import static java.util.stream.Collectors.toSet;
import static org.dripline.schema.Tables.RESOURCE_VERSIONS;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.dripline.engine.mapping.LocalLink;
import org.dripline.engine.store.Heads.Head;
import org.dripline.outcome.Issue;
import org.jooq.DSLContext;

/** Those of the stored versions that references name which are deletions, and hold nothing to refer to. */
record DeletedVersions(Set<Version> versions) {
    /** One version of a resource. */
    record Version(long resourceKey, long version) {}

    DeletedVersions {
        versions = Set.copyOf(versions);
    }

    /** Asks only when a reference names a version that is stored. */
    static DeletedVersions of(DSLContext sql, Collection<LocalLink> links, Heads heads) {
        Set<Version> named = links.stream()
                .flatMap(link -> named(link, heads.find(LinkChecks.id(link))).stream())
                .collect(toSet());
        if (named.isEmpty()) {
            return new DeletedVersions(Set.of());
        }
        Set<Long> keys = named.stream().map(Version::resourceKey).collect(toSet());
        Set<Long> numbers = named.stream().map(Version::version).collect(toSet());
        return new DeletedVersions(sql.select(RESOURCE_VERSIONS.RESOURCE_KEY, RESOURCE_VERSIONS.VERSION)
                .from(RESOURCE_VERSIONS)
                .where(RESOURCE_VERSIONS.RESOURCE_KEY.in(keys))
                .and(RESOURCE_VERSIONS.VERSION.in(numbers))
                .and(RESOURCE_VERSIONS.DOCUMENT.isNull())
                .fetchSet(row -> new Version(row.value1(), row.value2())));
    }

    private static Optional<Version> named(LocalLink link, Optional<Head> head) {
        OptionalLong version = link.version() == null ? OptionalLong.empty() : ResourceIds.version(link.version());
        return version.isEmpty()
                ? Optional.empty()
                : head.map(found -> new Version(found.resourceKey(), version.getAsLong()));
    }

    Optional<Issue> fault(LocalLink link, Optional<Head> head) {
        return named(link, head)
                .filter(versions::contains)
                .map(version -> Issue.error(
                        "deleted",
                        "reference-deleted",
                        "Version " + version.version() + " of this "
                                + link.target().type() + " is a deletion. Refer to another version, or to none."));
    }
}
