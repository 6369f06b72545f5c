package org.dripline.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dripline.document.Json;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Refusal;

/**
 * One operation of a JSON Patch at work. Copies the objects and arrays on the way to the place and shares all others.
 *
 * @param resourceType of the stored resource, for the places in refusals
 * @param index of the operation in the patch
 */
record JsonEdit(String resourceType, Work work, int index, JsonOperation operation) {
    private static final String END = "-";

    Json apply(Json root) {
        return switch (operation) {
            case JsonOperation.Add add -> put(root, add.path(), added(add.value(), add.path()));
            case JsonOperation.Remove remove -> remove(root, remove.path());
            case JsonOperation.Replace replace -> replace(root, replace.path(), replace.value());
            case JsonOperation.Move move -> move(root, move.from(), move.path());
            case JsonOperation.Copy copy -> put(root, copy.path(), added(find(root, copy.from()), copy.path()));
            case JsonOperation.Test test -> test(root, test.path(), test.value());
        };
    }

    private Json test(Json root, Pointer path, Json expected) {
        if (JsonEquality.equal(find(root, path), expected)) {
            return root;
        }
        throw Refusals.failedTest(
                Refusals.operation(index) + " tests " + quoted(path)
                        + " for another value than is there. Read the resource again and make a new patch.",
                path.fhirPath(resourceType));
    }

    private Json move(Json root, Pointer from, Pointer path) {
        Json value = find(root, from);
        work.move(value, path.depth());
        // A value that stays where it is would otherwise be looked for after it was taken out.
        return from.equals(path) ? root : put(remove(root, from), path, value);
    }

    private Json put(Json root, Pointer path, Json value) {
        if (path.isRoot()) {
            return value;
        }
        String token = path.last();
        return edited(root, path.upTo(path.depth() - 1), 0, container -> {
            if (container instanceof JsonObject object) {
                return object.with(token, value);
            }
            List<Json> items = new ArrayList<>(items(container, path, path.depth() - 1));
            items.add(token.equals(END) ? items.size() : position(path, path.depth() - 1, items.size()), value);
            return new Json.Array(items);
        });
    }

    private Json replace(Json root, Pointer path, Json value) {
        added(value, path);
        return edited(root, path, 0, before -> value);
    }

    private Json remove(Json root, Pointer path) {
        if (path.isRoot()) {
            return new Json.Null();
        }
        int last = path.depth() - 1;
        return edited(root, path.upTo(last), 0, container -> {
            child(container, path, last);
            if (container instanceof JsonObject object) {
                return object.without(path.last());
            }
            List<Json> items = new ArrayList<>(items(container, path, last));
            items.remove(position(path, last, items.size() - 1));
            return new Json.Array(items);
        });
    }

    private Json find(Json root, Pointer path) {
        Json found = root;
        for (int depth = 0; depth < path.depth(); depth++) {
            found = child(found, path, depth);
        }
        return found;
    }

    /** The document with what the path names changed. */
    private Json edited(Json json, Pointer path, int depth, UnaryOperator<Json> change) {
        if (depth == path.depth()) {
            work.step(width(json));
            return change.apply(json);
        }
        Json after = edited(child(json, path, depth), path, depth + 1, change);
        work.step(width(json));
        if (json instanceof JsonObject object) {
            return object.with(path.token(depth), after);
        }
        List<Json> items = new ArrayList<>(items(json, path, depth));
        items.set(position(path, depth, items.size() - 1), after);
        return new Json.Array(items);
    }

    private Json child(Json json, Pointer path, int depth) {
        if (json instanceof JsonObject object) {
            Json child = object.get(path.token(depth));
            if (child == null) {
                throw absent(path, depth, "has no such member");
            }
            return child;
        }
        List<Json> items = items(json, path, depth);
        return items.get(position(path, depth, items.size() - 1));
    }

    private List<Json> items(Json json, Pointer path, int depth) {
        return switch (json) {
            case Json.Array array -> array.items();
            case JsonObject object -> throw absent(path, depth, "is an object");
            case Json.Text text -> throw absent(path, depth, "is a string, in which nothing lies");
            case Json.Numeral number -> throw absent(path, depth, "is a number, in which nothing lies");
            case Json.Bool bool -> throw absent(path, depth, "is true or false, in which nothing lies");
            case Json.Null none -> throw absent(path, depth, "is null, in which nothing lies");
        };
    }

    /** The index that the path names in an array; it must be at most {@code max}. */
    private int position(Pointer path, int depth, int max) {
        String token = path.token(depth);
        if (!token.matches("0|[1-9][0-9]*")) {
            throw absent(path, depth, "is an array, whose items are named by 0, 1, 2 and so on, without leading zeros");
        }
        // Nine digits are more than any array has and fit an int.
        int position = token.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(token);
        if (position > max) {
            throw absent(
                    path, depth, max < 0 ? "is an empty array" : "is an array in which the last index here is " + max);
        }
        return position;
    }

    private Json added(Json value, Pointer path) {
        work.add(value, path.depth());
        return value;
    }

    private Refusal absent(Pointer path, int depth, String container) {
        return Refusals.inapplicable(
                Refusals.operation(index) + " cannot " + operation.name() + " at " + quoted(path) + ": "
                        + (depth == 0 ? "the resource" : quoted(path.upTo(depth))) + " " + container + ".",
                path.upTo(depth).fhirPath(resourceType));
    }

    private static String quoted(Pointer path) {
        return "\"" + path + "\"";
    }

    private static int width(Json json) {
        return switch (json) {
            case Json.Array array -> array.items().size();
            case JsonObject object -> object.members().size();
            case Json.Text text -> 1;
            case Json.Numeral number -> 1;
            case Json.Bool bool -> 1;
            case Json.Null none -> 1;
        };
    }
}
