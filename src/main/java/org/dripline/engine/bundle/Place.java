package org.dripline.engine.bundle;

import org.dripline.outcome.Issue;
import org.dripline.outcome.Refusal;

/**
 * Where the caller finds a change: FHIRPath of its entry, such as {@code Bundle.entry[3]}, or the empty path when it was
 * the whole request.
 */
public record Place(String path) {
    /** The whole request. */
    public static final Place REQUEST = new Place("");

    public static Place entry(int index) {
        return new Place("Bundle.entry[" + index + "]");
    }

    boolean isRequest() {
        return path.isEmpty();
    }

    /** An issue about an element of the entry, such as {@code request.url}. */
    Issue at(String element, Issue issue) {
        return isRequest() ? issue : issue.at(element.isEmpty() ? path : path + '.' + element);
    }

    /** An issue about the resource, whose path begins with its type. */
    Issue ofResource(Issue issue) {
        return isRequest() ? issue : issue.within(path + ".resource");
    }

    /** A 400 about an element of the entry. */
    public Refusal wrong(String element, String rule, String text) {
        return Refusal.of(400, at(element, Issue.error("value", rule, text)));
    }

    /** What the refusal says, about the resource of this entry. */
    Refusal ofResource(Refusal refusal) {
        return refusal.told(this::ofResource);
    }

    /** What a refusal of the entry says that was answered as a request of its own. */
    public Refusal ofEntry(Refusal refusal) {
        return refusal.told(this::ofEntry);
    }

    private Issue ofEntry(Issue issue) {
        String expression = issue.expression();
        if (expression == null) {
            return issue.at(path);
        }
        return expression.startsWith(path) ? issue : ofResource(issue);
    }

    /** What the refusal says, about an element of the entry. */
    Refusal at(String element, Refusal refusal) {
        return refusal.told(issue -> at(element, issue));
    }
}
