package org.dripline.engine.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The resource types that are served, in the order of their names. */
public final class ResourceCatalog {
    private final Map<String, ResourceMapping> byType = new LinkedHashMap<>();

    public ResourceCatalog(List<ResourceMapping> mappings) {
        mappings.stream()
                .sorted((one, other) -> one.type().compareTo(other.type()))
                .forEach(mapping -> byType.put(mapping.type(), mapping));
    }

    public Optional<ResourceMapping> find(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** The mapping of a type that is known to be served. */
    public ResourceMapping read(String type) {
        return find(type).orElseThrow(() -> new IllegalArgumentException("not served: " + type));
    }

    public List<ResourceMapping> all() {
        return List.copyOf(byType.values());
    }
}
