package org.dripline.engine.store;

import java.util.List;
import java.util.function.Supplier;

/**
 * What a write was decided on: the resources that its criteria named. It is looked at again once the locks are held, and
 * must be the same then.
 *
 * @param locks names of what everybody locks who may change the answer; see {@link Locks}
 * @param look the ids that the criteria name now
 * @param found the ids that they named before
 */
public record Finding(List<String> locks, Supplier<List<String>> look, List<String> found) {
    public Finding {
        locks = List.copyOf(locks);
        found = List.copyOf(found);
    }

    void verify() {
        if (!look.get().equals(found)) {
            throw new Outdated();
        }
    }
}
