package org.dripline.engine.store;

import java.util.Comparator;

/** Type and id of a resource, in the order in which rows are locked. */
record ResourceId(String type, String id) implements Comparable<ResourceId> {
    private static final Comparator<ResourceId> ORDER =
            Comparator.comparing(ResourceId::type).thenComparing(ResourceId::id);

    static ResourceId of(Write write) {
        return new ResourceId(write.type(), write.id());
    }

    @Override
    public int compareTo(ResourceId other) {
        return ORDER.compare(this, other);
    }
}
