package org.dripline.engine.search;

import java.util.Set;

/**
 * The resources of one type that carry one of some codes.
 *
 * @param type the resource type
 * @param element the coded element, with the type that has it: {@code Observation.category}
 * @param codes each as {@code system|code}
 * @param exceptIds ids of resources that do not count whatever they carry
 */
public record CodedKind(String type, String element, Set<String> codes, Set<String> exceptIds) {
    public CodedKind {
        codes = Set.copyOf(codes);
        exceptIds = Set.copyOf(exceptIds);
    }

    public static CodedKind of(String element, Set<String> codes) {
        return new CodedKind(element.substring(0, element.indexOf('.')), element, codes, Set.of());
    }

    /** The same without the resources under these ids. */
    public CodedKind except(Set<String> ids) {
        return new CodedKind(type, element, codes, ids);
    }
}
