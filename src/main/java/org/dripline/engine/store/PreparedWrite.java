package org.dripline.engine.store;

import java.util.List;
import java.util.stream.Stream;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.engine.mapping.Projection;
import org.dripline.engine.mapping.Projector;
import org.dripline.engine.mapping.ResourceMapping;
import org.dripline.outcome.Issue;

/** A write with its typed rows, made before the writer lock is taken. A deletion has neither document nor rows. */
record PreparedWrite(Write write, String place, ResourceMapping mapping, JsonObject document, Projection projection) {

    static PreparedWrite of(WriteSet.Placed placed, ResourceMapping mapping, Projector projector) {
        Write write = placed.write();
        return switch (write) {
            case Write.Create create -> saved(placed, mapping, create.document(), projector);
            case Write.Update update -> saved(placed, mapping, update.document(), projector);
            case Write.Patch patch -> saved(placed, mapping, patch.document(), projector);
            case Write.Delete delete ->
                new PreparedWrite(write, placed.place(), mapping, JsonObject.EMPTY, new Projection());
        };
    }

    private static PreparedWrite saved(
            WriteSet.Placed placed, ResourceMapping mapping, JsonObject document, Projector projector) {
        Write write = placed.write();
        JsonObject named = document.with("id", Json.of(write.id()));
        return new PreparedWrite(write, placed.place(), mapping, named, projector.project(mapping, named));
    }

    /** The issues of validation and those of the projection. */
    List<Issue> issues() {
        List<Issue> validation = switch (write) {
            case Write.Create create -> create.issues();
            case Write.Update update -> update.issues();
            case Write.Patch patch -> patch.issues();
            case Write.Delete delete -> List.of();
        };
        return Stream.concat(validation.stream(), projection.issues().stream()).toList();
    }
}
