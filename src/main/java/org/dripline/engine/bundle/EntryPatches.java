package org.dripline.engine.bundle;

import java.util.function.UnaryOperator;
import org.dripline.document.JsonObject;

/** Reads the resource of a PATCH entry: FHIRPath Patch as Parameters, or another format in a Binary. */
@FunctionalInterface
public interface EntryPatches {
    /** What makes the new version of the current one; 400 for what is no patch. */
    UnaryOperator<JsonObject> read(JsonObject resource);
}
