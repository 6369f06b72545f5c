package org.dripline.patch;

import java.util.ArrayList;
import java.util.List;
import org.dripline.document.ElementType.Child;
import org.dripline.document.JsonObject;
import org.dripline.outcome.Refusal;

/**
 * One operation of a FHIRPath Patch at work.
 *
 * @param index of the operation in the patch
 */
record ElementEdit(int index, Work work) {
    JsonObject apply(FhirPathOperation operation, ElementNode root) {
        List<ElementNode> found = operation.path().in(root, where());
        return switch (operation) {
            case FhirPathOperation.Add add -> add(one(found, add.path()), add);
            case FhirPathOperation.Insert insert -> insert(list(found, insert.path()), insert);
            case FhirPathOperation.Delete delete -> found.isEmpty() ? root.object() : delete(one(found, delete.path()));
            case FhirPathOperation.Replace replace -> replace(one(found, replace.path()), replace.value());
            case FhirPathOperation.Move move -> move(list(found, move.path()), move);
        };
    }

    private JsonObject add(ElementNode owner, FhirPathOperation.Add add) {
        Child child = add.value().childOf(owner.type(), owner.path(), add.name());
        JsonObject object = owner.object();
        ElementSlots slots = ElementSlots.of(object, child);
        if (!child.many() && has(owner, child)) {
            throw inapplicable(
                    owner.path() + " has " + child.element() + " already, which does not repeat; use replace",
                    add.path());
        }
        ElementSlot slot = counted(add.value().slot(child), owner.depth() + (child.many() ? 1 : 0));
        work.step(slots.size());
        return owner.rooted(slots.inserted(slots.size(), slot).in(object));
    }

    /** Whether it has the element, as whatever type of a choice. */
    private static boolean has(ElementNode owner, Child child) {
        return owner.object().members().keySet().stream().anyMatch(name -> {
            Child other = owner.type().childOfMember(name);
            return other != null && other.element().equals(child.element());
        });
    }

    private JsonObject insert(Items items, FhirPathOperation.Insert insert) {
        requireWithin(insert.at(), items.positions().size(), "index", insert.path());
        Child child = items.slots().child();
        ElementSlot slot = counted(insert.value().slot(child), items.owner().depth() + 1);
        ElementSlots changed = items.slots().inserted(before(items.positions(), insert.at()), slot);
        return items.owner().rooted(changed.in(items.owner().object()));
    }

    private JsonObject move(Items items, FhirPathOperation.Move move) {
        int last = items.positions().size() - 1;
        requireWithin(move.source(), last, "source", move.path());
        requireWithin(move.destination(), last, "destination", move.path());
        int from = items.positions().get(move.source());
        List<Integer> rest = items.positions().stream()
                .filter(position -> position != from)
                .map(position -> position > from ? position - 1 : position)
                .toList();
        ElementSlot moved = items.slots().slots().get(from);
        int to = rest.isEmpty() ? from : before(rest, move.destination());
        ElementSlots changed = items.slots().without(from).inserted(to, moved);
        return items.owner().rooted(changed.in(items.owner().object()));
    }

    /** Where the item stands that is to follow; after the last when none is. */
    private static int before(List<Integer> positions, int index) {
        return index < positions.size() ? positions.get(index) : positions.getLast() + 1;
    }

    private JsonObject delete(ElementNode node) {
        ElementNode owner = ownerOf(node, "deleted; use DELETE");
        ElementSlots slots = ElementSlots.of(owner.object(), childOf(node));
        work.step(slots.size());
        return owner.rooted(slots.without(node.index()).in(owner.object()));
    }

    private JsonObject replace(ElementNode node, PartValue value) {
        ElementNode owner = ownerOf(node, "replaced; use PUT");
        Child before = childOf(node);
        Child after = value.isAnonymous() ? before : value.childOf(owner.type(), owner.path(), before.element());
        ElementSlots slots = ElementSlots.of(owner.object(), before);
        work.step(slots.size());
        ElementSlot slot = counted(value.slot(after), owner.depth() + (after.many() ? 1 : 0));
        ElementSlots changed =
                new ElementSlots(after, slots.with(node.index(), slot).slots());
        return owner.rooted(changed.insteadOf(before, owner.object()));
    }

    private ElementSlot counted(ElementSlot slot, int depth) {
        if (slot.plain() != null) {
            work.add(slot.plain(), depth);
        }
        if (slot.shadow() != null) {
            work.add(slot.shadow(), depth);
        }
        return slot;
    }

    /** The items of one list, as far as the path names them, and where in the list they stand. */
    private record Items(ElementNode owner, ElementSlots slots, List<Integer> positions) {}

    private Items list(List<ElementNode> found, Expression path) {
        if (found.isEmpty()) {
            throw inapplicable("nothing is at " + path + "; use add for the first item of a list", path);
        }
        ElementNode first = found.getFirst();
        ElementNode owner = ownerOf(first, "a list");
        Child child = childOf(first);
        if (!child.many()) {
            throw inapplicable(first.path() + " does not repeat, so it is no list", path);
        }
        List<Integer> positions = new ArrayList<>();
        for (ElementNode node : found) {
            if (!isSibling(first, node)) {
                throw inapplicable(path + " names the items of more than one list", path);
            }
            positions.add(node.index());
        }
        ElementSlots slots = ElementSlots.of(owner.object(), child);
        work.step(slots.size());
        return new Items(owner, slots, positions.stream().distinct().sorted().toList());
    }

    private static boolean isSibling(ElementNode one, ElementNode other) {
        return one.path().equals(other.path())
                || (one.parentPath().equals(other.parentPath()) && childOf(one).equals(other.child()));
    }

    private ElementNode one(List<ElementNode> found, Expression path) {
        if (found.size() == 1) {
            return found.getFirst();
        }
        String text = found.isEmpty()
                ? "nothing is at " + path + ". Add first what it lies in, or correct the path"
                : path + " names " + found.size()
                        + " elements, and the operation takes one. Narrow it by [0] or where()";
        throw inapplicable(text, path);
    }

    private ElementNode ownerOf(ElementNode node, String not) {
        ElementNode owner = node.parent();
        if (owner == null) {
            throw Refusals.inapplicable(where() + ": the resource itself cannot be " + not + ".", node.path());
        }
        return owner;
    }

    private static Child childOf(ElementNode node) {
        Child child = node.child();
        if (child == null) {
            throw new IllegalStateException("a root has no place");
        }
        return child;
    }

    private void requireWithin(int value, int max, String part, Expression path) {
        if (value < 0 || value > max) {
            throw inapplicable("its " + part + " is " + value + "; from 0 to " + max + " fit " + path, path);
        }
    }

    private Refusal inapplicable(String text, Expression path) {
        return Refusals.inapplicable(where() + ": " + text + ".", path.toString());
    }

    private String where() {
        return Refusals.operation(index);
    }
}
