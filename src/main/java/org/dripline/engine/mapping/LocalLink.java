package org.dripline.engine.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A reference of a document to a resource of this server.
 *
 * @param path FHIRPath of the Reference, such as {@code Procedure.basedOn[0]}
 * @param version the version it names, or null for the current one
 */
public record LocalLink(
        String path, Target target, @Nullable String version) {

    /** What is referred to. */
    public record Target(String type, String id) {}
}
