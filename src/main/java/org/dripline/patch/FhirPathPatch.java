package org.dripline.patch;

import java.util.List;
import java.util.Optional;
import org.dripline.document.Definitions;
import org.dripline.document.ElementType;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Refusal;

/** A FHIRPath Patch (R4, fhirpatch.html): operations on elements, each on what the one before it left. */
record FhirPathPatch(List<FhirPathOperation> operations) implements Operations {
    FhirPathPatch {
        operations = List.copyOf(operations);
    }

    @Override
    public JsonObject apply(JsonObject resource, Work work) {
        Optional<ElementType> type = Definitions.resource(resource.resourceType());
        if (type.isEmpty()) {
            throw Refusal.invalid("resource-type", "A FHIRPath Patch works on a resource of a type that R4 knows.");
        }
        JsonObject patched = resource;
        for (int i = 0; i < operations.size(); i++) {
            ElementNode root = ElementNode.root(patched, type.get(), work);
            patched = new ElementEdit(i, work).apply(operations.get(i), root);
        }
        return patched;
    }
}
