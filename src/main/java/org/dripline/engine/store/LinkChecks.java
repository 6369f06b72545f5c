package org.dripline.engine.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dripline.access.Access;
import org.dripline.engine.mapping.LocalLink;
import org.dripline.engine.mapping.ResourceCatalog;
import org.dripline.engine.store.Heads.Head;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.jooq.DSLContext;

/**
 * Holds that no resource refers to one of this server that is not there. References to types that are not served, to
 * other servers and by identifier are nobody's to check. Thread-safe.
 */
final class LinkChecks {
    private final ResourceCatalog catalog;
    private final LinkMode mode;
    private final Referrers referrers;

    LinkChecks(ResourceCatalog catalog, LinkMode mode) {
        this.catalog = catalog;
        this.mode = mode;
        this.referrers = new Referrers(catalog);
    }

    /** What the writes refer to here, and do not write themselves. */
    Set<ResourceId> targets(List<PreparedWrite> writes) {
        return checked(writes).map(LinkChecks::id).collect(toCollection(TreeSet::new));
    }

    private Stream<LocalLink> checked(List<PreparedWrite> writes) {
        return writes.stream()
                .flatMap(write -> write.projection().links().stream())
                .filter(this::isChecked);
    }

    private boolean isChecked(LocalLink link) {
        return mode == LinkMode.ENFORCED && catalog.find(link.target().type()).isPresent();
    }

    static ResourceId id(LocalLink link) {
        return new ResourceId(link.target().type(), link.target().id());
    }

    /** Refuses with 422 and every reference that leads nowhere once all is written. */
    void requireTargets(DSLContext sql, Access access, List<PreparedWrite> writes, Heads heads) {
        Map<ResourceId, PreparedWrite> written =
                writes.stream().collect(toMap(write -> ResourceId.of(write.write()), write -> write));
        DeletedVersions deletions = DeletedVersions.of(sql, checked(writes).toList(), heads);
        List<Issue> issues = new ArrayList<>();
        for (PreparedWrite write : writes) {
            odd(write).forEach(issues::add);
            for (LocalLink link : write.projection().links()) {
                if (isChecked(link)) {
                    Optional<Head> head = heads.find(id(link));
                    fault(access, link, head, Optional.ofNullable(written.get(id(link))))
                            .or(() -> deletions.fault(link, head))
                            .map(issue -> placed(write, link.path(), issue))
                            .ifPresent(issues::add);
                }
            }
        }
        if (!issues.isEmpty()) {
            throw Refusal.of(422, issues);
        }
    }

    private List<Issue> odd(PreparedWrite write) {
        return mode == LinkMode.UNCHECKED
                ? List.of()
                : write.projection().oddLinks().stream()
                        .map(path -> placed(
                                write,
                                path,
                                Issue.error(
                                        "value",
                                        "reference-form",
                                        "A reference to a resource of this server is written Type/id or"
                                                + " Type/id/_history/version, as it is or below the base; one to another"
                                                + " server is an absolute URL.")))
                        .toList();
    }

    private static Issue placed(PreparedWrite write, String path, Issue issue) {
        Issue at = issue.at(path + ".reference");
        return write.place().isEmpty() ? at : at.within(write.place() + ".resource");
    }

    private static Optional<Issue> fault(
            Access access, LocalLink link, Optional<Head> head, Optional<PreparedWrite> written) {
        String type = link.target().type();
        boolean hidden =
                head.filter(found -> !access.scope().admits(found.patientId())).isPresent();
        if (hidden || (head.isEmpty() && written.isEmpty())) {
            return Optional.of(Issue.error(
                    "not-found",
                    "reference-absent",
                    "There is no such " + type + " here. Write it first, or both in one transaction; what another"
                            + " server holds is referred to by its absolute URL or by its identifier."));
        }
        boolean deleted = written.map(write -> write.write() instanceof Write.Delete)
                .orElseGet(() -> head.orElseThrow().deleted());
        if (deleted) {
            return Optional.of(Issue.error(
                    "deleted",
                    "reference-deleted",
                    "This " + type + " is deleted. Restore it by writing it again, or refer to another."));
        }
        long newest = head.map(Head::version).orElse(0L) + (written.isPresent() ? 1 : 0);
        if (link.version() != null && ResourceIds.version(link.version()).orElse(Long.MAX_VALUE) > newest) {
            return Optional.of(Issue.error(
                    "not-found",
                    "reference-version",
                    "This " + type + " has no such version. Refer to one that its _history lists, or to none."));
        }
        return Optional.empty();
    }

    /** Refuses with 409 to delete what is still referred to, naming some of those that do. */
    void requireNoReferrers(DSLContext sql, Access access, Collection<PreparedWrite> writes) {
        if (mode == LinkMode.UNCHECKED) {
            return;
        }
        Map<String, List<PreparedWrite>> deletions = writes.stream()
                .filter(write -> write.write() instanceof Write.Delete)
                .collect(groupingBy(write -> write.write().type()));
        deletions.forEach((type, deleted) -> referrers.require(sql, access, type, deleted));
    }
}
