package org.dripline.treatment;

import java.util.function.Supplier;

/** How to read at one instant: all that is read within sees the same state of the database, whatever others commit. */
@FunctionalInterface
public interface ClinicSnapshot {
    <T> T of(Supplier<T> reads);
}
