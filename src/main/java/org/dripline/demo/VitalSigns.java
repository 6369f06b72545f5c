package org.dripline.demo;

import java.util.List;

/** What is read at one moment of a session. */
record VitalSigns(int systolicMmhg, int diastolicMmhg, int heartRatePerMinute, int spo2Percent) {
    /** The readings that the documentation's worked example names. */
    private static final List<VitalSigns> GOLDEN = List.of(
            new VitalSigns(128, 78, 72, 98),
            new VitalSigns(152, 90, 84, 97),
            new VitalSigns(161, 94, 88, 96),
            new VitalSigns(134, 82, 76, 98));

    /** Usual rise of the systolic pressure at each moment: before, twice while the drug acts, after. */
    private static final List<Integer> RISE_MMHG = List.of(0, 15, 21, 5);

    private static final int RAISED_MMHG = 142;

    private static final int USUAL_LOWEST_PERCENT = 95;
    private static final int USUAL_HIGHEST_PERCENT = 99;

    /** The moment at which a low oxygen saturation is read. */
    static final int LOWEST = 2;

    /** A low oxygen saturation that is told is read at the third moment, with a faster heart. */
    static VitalSigns of(Scenario scenario, int number, int moment) {
        VitalSigns signs = usual(scenario, number, moment);
        Scenario.Saturation low = scenario.events().saturations().get(number);
        return low == null || moment != LOWEST
                ? signs
                : new VitalSigns(
                        signs.systolicMmhg(),
                        signs.diastolicMmhg(),
                        signs.heartRatePerMinute() + 8,
                        low.lowestPercent());
    }

    /**
     * Patient and session shift what is usual, always by the same. Where a peak is told, the second moment of a stopped
     * infusion has it, and the third of any other; the first is raised and those after it come down halfway.
     */
    private static VitalSigns usual(Scenario scenario, int number, int moment) {
        Integer peak = scenario.events().peaks().get(number);
        if (peak != null) {
            int highest = scenario.events().stopped().containsKey(number) ? 1 : 2;
            int halfway = (peak + RAISED_MMHG) / 2;
            return moment == highest ? raised(peak, 104, 95) : raised(moment == 0 ? RAISED_MMHG : halfway, 84, 97);
        }
        if (scenario.isGolden() && number == 1) {
            return GOLDEN.get(moment);
        }
        int shift = Math.floorMod(scenario.name().hashCode() + 7 * number, 11);
        int rise = RISE_MMHG.get(moment) + Math.floorMod(shift * (moment + 3), 5);
        int saturation = 98 + scenario.vary(number, 3) - 2 * scenario.vary(number + moment, 2) - (rise > 12 ? 2 : 0);
        int own = scenario.vary(0, 10) - scenario.vary(3, 13);
        return new VitalSigns(
                114 + own + shift + rise,
                72 + (own + shift) / 2 + rise / 2,
                66 + shift / 2 + rise / 2,
                Math.clamp(saturation, USUAL_LOWEST_PERCENT, USUAL_HIGHEST_PERCENT));
    }

    private static VitalSigns raised(int systolicMmhg, int heartRatePerMinute, int spo2Percent) {
        return new VitalSigns(systolicMmhg, Math.round(systolicMmhg * 0.6f), heartRatePerMinute, spo2Percent);
    }
}
