package org.dripline.document;

import org.jspecify.annotations.Nullable;

/** Where an element is, written as FHIRPath only when somebody asks. An index below zero stands for none. */
record Path(@Nullable Path parent, String element, int index) {
    static Path root(String resourceType) {
        return new Path(null, resourceType, -1);
    }

    Path child(String name, int at) {
        return new Path(this, name, at);
    }

    @Override
    public String toString() {
        String step = index < 0 ? element : element + "[" + index + "]";
        return parent == null ? step : parent + "." + step;
    }
}
