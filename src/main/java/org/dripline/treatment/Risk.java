package org.dripline.treatment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What whoever treats the patient must know.
 *
 * @param openFlags in order of time
 * @param openSuicidality flags about suicidality that are open
 * @param lastScreen the last C-SSRS screener
 */
public record Risk(List<OpenFlag> openFlags, Figure openSuicidality, Optional<Screen> lastScreen) {

    public Risk {
        openFlags = List.copyOf(openFlags);
    }

    /** A flag that nobody has closed. */
    public record OpenFlag(RecordVersion record, Optional<String> code, String text, Optional<LocalDate> since) {}

    /**
     * A C-SSRS screener.
     *
     * @param level as recorded; else high by the answers; else what was answered, in words
     * @param recorded whether the level is recorded in it
     */
    public record Screen(RecordVersion record, Optional<LocalDate> day, String level, boolean recorded, Work work) {}
}
