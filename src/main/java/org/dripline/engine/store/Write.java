package org.dripline.engine.store;

import java.util.List;
import java.util.OptionalLong;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Issue;

/** One change asked for. Several are written together or not at all. */
public sealed interface Write {
    String type();

    String id();

    /**
     * A new resource under an id that the server chose.
     *
     * @param issues warnings the document earned, kept beside the version
     */
    record Create(String type, String id, JsonObject document, List<Issue> issues) implements Write {}

    /**
     * A new version of a resource, or its first when the client chose the id.
     *
     * @param ifMatch the version the client saw last; another current version is a 412
     */
    record Update(String type, String id, JsonObject document, OptionalLong ifMatch, List<Issue> issues)
            implements Write {}

    /**
     * A new version made from an earlier one; that another has come in between is {@link Outdated}.
     *
     * @param base the version that was patched
     */
    record Patch(String type, String id, JsonObject document, long base, List<Issue> issues) implements Write {}

    /** A deletion; of something absent or deleted already it changes nothing. */
    record Delete(String type, String id, OptionalLong ifMatch) implements Write {}
}
