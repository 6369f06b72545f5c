package org.dripline.engine.bundle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dripline.access.Access;
import org.dripline.engine.bundle.Change.Verb;
import org.dripline.engine.store.Finding;
import org.dripline.engine.store.ResourceStore;
import org.dripline.engine.store.StoredVersion;

/**
 * The versions that entries of a transaction are about to get. A link to a version of an entry is pointed at the new one:
 * "a client can use arbitrarily chosen version references since they will all be re-assigned anyway" (R4,
 * http.html#trules). Looked up only for such links, and looked at again within the transaction.
 */
final class EntryVersions {
    private final ResourceStore store;
    private final Access access;
    private final Map<Key, Long> before = new LinkedHashMap<>();

    private record Key(String type, String id) {}

    EntryVersions(ResourceStore store, Access access) {
        this.store = store;
        this.access = access;
    }

    /** The version in which the entry leaves its resource. */
    long after(Resolved entry) {
        StoredVersion current = entry.current();
        if (entry.isFound() && current != null) {
            return current.version();
        }
        if (entry.change().verb() == Verb.POST) {
            return 1;
        }
        Key key = new Key(entry.type(), entry.ids().getFirst());
        return before.computeIfAbsent(key, this::current) + 1;
    }

    private long current(Key key) {
        return store.read(access, key.type(), key.id())
                .map(StoredVersion::version)
                .orElse(0L);
    }

    /** What the versions were decided on. */
    List<Finding> findings() {
        return before.entrySet().stream()
                .map(entry -> new Finding(
                        List.of(),
                        () -> List.of(Long.toString(current(entry.getKey()))),
                        List.of(Long.toString(entry.getValue()))))
                .toList();
    }
}
