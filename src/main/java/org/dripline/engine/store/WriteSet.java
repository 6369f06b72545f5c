package org.dripline.engine.store;

import java.util.List;

/**
 * What is written together or not at all.
 *
 * @param writes each resource at most once
 * @param findings what the writes were decided on
 * @param locks names of what the last look depends on, beside those of the findings
 * @param beforeCommit runs in the transaction when all is written, and may still refuse it
 */
public record WriteSet(List<Placed> writes, List<Finding> findings, List<String> locks, Runnable beforeCommit) {
    public WriteSet {
        writes = List.copyOf(writes);
        findings = List.copyOf(findings);
        locks = List.copyOf(locks);
    }

    /**
     * A write with the place where its caller finds it.
     *
     * @param place such as {@code Bundle.entry[3]}; empty when the resource was the whole body
     */
    public record Placed(Write write, String place) {}

    static WriteSet of(List<Write> writes) {
        return new WriteSet(
                writes.stream().map(write -> new Placed(write, "")).toList(), List.of(), List.of(), () -> {});
    }
}
