package org.dripline.engine.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.dripline.access.Access;
import org.dripline.document.DocumentMeta;
import org.dripline.document.JsonWriter;
import org.dripline.engine.store.Heads.Head;
import org.dripline.engine.store.StoredVersion.Interaction;
import org.dripline.engine.store.Written.Effect;
import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The course of one writing transaction: lock, look, write, check what is left. Lives as long as it. */
final class WriteTransaction {
    private final DSLContext sql;
    private final Access access;
    private final Clock clock;
    private final ResourceRows rows;
    private final List<Written> done = new ArrayList<>();
    private Iterator<Long> newKeys = Collections.emptyIterator();
    private Instant now = Instant.EPOCH;

    WriteTransaction(DSLContext sql, Access access, Commits commits, Clock clock) {
        this.sql = sql;
        this.access = access;
        this.clock = clock;
        this.rows = new ResourceRows(sql, commits);
    }

    /** Writes all; the rows go out at the end, in batches. */
    List<Written> run(WriteSet set, List<PreparedWrite> writes, LinkChecks links) {
        Locks.take(sql, names(set, writes));
        Heads heads = Heads.lock(sql, plain(writes), links.targets(writes));
        // Told before the locks, it would make a writer that waits earlier than the one it waits for.
        now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        set.findings().forEach(Finding::verify);
        newKeys = rows.newKeys(made(writes, heads));
        for (PreparedWrite write : writes) {
            Optional<Head> head = heads.find(ResourceId.of(write.write()));
            head.filter(found -> !access.scope().admits(found.patientId())).ifPresent(hidden -> {
                throw absent(write);
            });
            switch (write.write()) {
                case Write.Create create -> save(write, head, Interaction.CREATE);
                case Write.Update update -> {
                    requireVersion(write, head, update.ifMatch());
                    // What was asked for, not what became of it: an update may create, too.
                    save(write, head, Interaction.UPDATE);
                }
                case Write.Patch patch -> {
                    requireBase(head, patch.base());
                    save(write, head, Interaction.PATCH);
                }
                case Write.Delete delete -> {
                    requireVersion(write, head, delete.ifMatch());
                    delete(write, head);
                }
            }
        }
        links.requireTargets(sql, access, writes, heads);
        rows.write();
        links.requireNoReferrers(sql, access, writes);
        set.beforeCommit().run();
        return done;
    }

    private static Collection<String> names(WriteSet set, List<PreparedWrite> writes) {
        Set<String> names = new TreeSet<>(set.locks());
        set.findings().forEach(finding -> names.addAll(finding.locks()));
        writes.forEach(write -> Locks.addIdentifiers(write.document(), names));
        return names;
    }

    private static int made(List<PreparedWrite> writes, Heads heads) {
        return (int) writes.stream()
                .filter(write -> !(write.write() instanceof Write.Delete))
                .filter(write -> heads.find(ResourceId.of(write.write())).isEmpty())
                .count();
    }

    private static List<Write> plain(List<PreparedWrite> writes) {
        return writes.stream().map(PreparedWrite::write).toList();
    }

    private void save(PreparedWrite write, Optional<Head> head, Interaction interaction) {
        String patientId =
                (String) write.projection().value(write.mapping().table().patientId());
        if (!access.scope().admits(patientId)) {
            throw absent(write);
        }
        boolean exists = head.isPresent() && !head.get().deleted();
        long key = head.map(Head::resourceKey).orElseGet(newKeys::next);
        long version = head.map(Head::version).orElse(0L) + 1;
        byte[] document = JsonWriter.bytes(
                DocumentMeta.stamp(write.document(), write.write().id(), version, now));
        StoredVersion stored = stored(write.write(), version, interaction, document);
        if (exists) {
            rows.clear(write.mapping(), key);
        }
        if (head.isPresent()) {
            rows.changeHead(key, stored, patientId);
        } else {
            rows.addHead(key, stored, patientId);
        }
        rows.addVersion(key, stored, patientId, access.author());
        rows.addTyped(key, stored, write.mapping(), write.projection());
        List<Issue> issues = write.issues();
        rows.addIssues(key, version, issues);
        done.add(new Written(exists ? Effect.UPDATED : Effect.CREATED, stored, issues));
    }

    private void delete(PreparedWrite write, Optional<Head> head) {
        if (head.isEmpty() || head.get().deleted()) {
            StoredVersion last = head.map(found -> new StoredVersion(
                            write.write().type(),
                            write.write().id(),
                            found.version(),
                            found.updatedAt(),
                            Interaction.DELETE,
                            null))
                    .orElse(null);
            done.add(new Written(Effect.NOTHING, last, List.of()));
            return;
        }
        long key = head.get().resourceKey();
        StoredVersion stored = stored(write.write(), head.get().version() + 1, Interaction.DELETE, null);
        rows.clear(write.mapping(), key);
        rows.changeHead(key, stored, head.get().patientId());
        rows.addVersion(key, stored, head.get().patientId(), access.author());
        done.add(new Written(Effect.DELETED, stored, List.of()));
    }

    private static void requireVersion(PreparedWrite write, Optional<Head> head, OptionalLong ifMatch) {
        long current = current(head);
        if (ifMatch.isPresent() && current != ifMatch.getAsLong()) {
            throw stale(write.write(), write.place(), ifMatch.getAsLong(), current);
        }
    }

    private static void requireBase(Optional<Head> head, long base) {
        if (current(head) != base) {
            throw new Outdated();
        }
    }

    private static long current(Optional<Head> head) {
        return head.filter(found -> !found.deleted()).map(Head::version).orElse(0L);
    }

    /** The refusal of a write under a version that is not the current one; 0 when there is none. */
    static Refusal stale(Write write, String place, long asked, long current) {
        String standing = current == 0 ? "does not exist" : "is at version " + current;
        Issue issue = Issue.error(
                "conflict",
                "precondition",
                "If-Match names version " + asked + ", but " + write.type() + "/" + write.id() + " " + standing
                        + ". Read it again and repeat the change on what you find.");
        return Refusal.of(412, place.isEmpty() ? issue : issue.at(place + ".request.ifMatch"));
    }

    private static Refusal absent(PreparedWrite write) {
        Issue issue = Issue.error(
                "not-found",
                "not-found",
                write.write().type() + "/" + write.write().id() + " is not known here.");
        return Refusal.of(404, write.place().isEmpty() ? issue : issue.at(write.place() + ".request.url"));
    }

    private StoredVersion stored(Write write, long version, Interaction interaction, byte @Nullable [] document) {
        return new StoredVersion(write.type(), write.id(), version, now, interaction, document);
    }
}
