package org.dripline.patch;

import org.dripline.document.Json;
import org.dripline.document.JsonObject;

/** The operations of one patch, in their order. */
sealed interface Operations permits JsonPatch, FhirPathPatch, XmlPatch {
    /** More are refused: who changes as much sends the whole resource. */
    int MAX_OPERATIONS = 1_000;

    /** What the operations make of the resource; not necessarily a resource any more. */
    Json apply(JsonObject resource, Work work);
}
