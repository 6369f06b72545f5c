package org.dripline.engine.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dripline.outcome.Issue;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** The typed rows of one document: one row of its type's table and any number of child rows. */
public final class Projection {
    private final Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
    private final Map<Table<?>, List<Map<Field<?>, @Nullable Object>>> children = new LinkedHashMap<>();
    private final List<Issue> issues = new ArrayList<>();
    private final List<LocalLink> links = new ArrayList<>();
    private final List<String> oddLinks = new ArrayList<>();
    private final Set<LocalLink.Target> indexed = new HashSet<>();

    <T> void set(Field<T> field, @Nullable T value) {
        columns.put(field, value);
    }

    /** A new child row; its {@code position} is counted by element. */
    Map<Field<?>, @Nullable Object> child(Table<?> table) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        children.computeIfAbsent(table, key -> new ArrayList<>()).add(row);
        return row;
    }

    /** A reference to a resource of this server has a row or a column. */
    void indexed(LocalLink.Target target) {
        indexed.add(target);
    }

    boolean isIndexed(LocalLink.Target target) {
        return indexed.contains(target);
    }

    void link(LocalLink link) {
        links.add(link);
    }

    /** Every reference to a resource of this server, in document order, mapped or not. */
    public List<LocalLink> links() {
        return links;
    }

    void odd(String path) {
        oddLinks.add(path);
    }

    /** Where references stand that mean something of this server, but not as {@code Type/id}. */
    public List<String> oddLinks() {
        return oddLinks;
    }

    void note(Issue issue) {
        issues.add(issue);
    }

    /** Columns of the type's own table, every mapped column present. */
    public Map<Field<?>, @Nullable Object> columns() {
        return columns;
    }

    public @Nullable Object value(Field<?> field) {
        return columns.get(field);
    }

    public Map<Table<?>, List<Map<Field<?>, @Nullable Object>>> children() {
        return children;
    }

    /** What could not be put into a column. It is kept in the document all the same. */
    public List<Issue> issues() {
        return issues;
    }
}
