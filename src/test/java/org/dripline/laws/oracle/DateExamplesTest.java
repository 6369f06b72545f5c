package org.dripline.laws.oracle;

import org.junit.jupiter.api.Test;

/** R4's examples of dates (3.1.1.4.7). */
class DateExamplesTest {
    private static final Sample DAYS = Sample.of(
            "Procedure",
            "'id':'midnight','performedDateTime':'2013-01-14T00:00:00Z'",
            "'id':'ten','performedDateTime':'2013-01-14T10:00:00Z'",
            "'id':'day','performedDateTime':'2013-01-14'",
            "'id':'next','performedDateTime':'2013-01-15T00:00:00Z'");

    @Test
    void aDayIsAllItsTime() {
        DAYS.finds("date=eq2013-01-14", "midnight", "ten", "day");
        DAYS.finds("date=2013-01-14", "midnight", "ten", "day");
        DAYS.finds("date=ne2013-01-14", "next");
        DAYS.finds("date=2013-01", "midnight", "ten", "day", "next");
        DAYS.finds("date=2013-01-14T10:00", "ten");
        DAYS.finds("date=2013-01-14T12:00+02:00", "ten");
    }

    @Test
    void aDayIsBothBeforeAndAfterATimeOfIt() {
        DAYS.finds("date=lt2013-01-14T10:00", "midnight", "day");
        DAYS.finds("date=gt2013-01-14T10:00", "day", "next");
    }

    private static final Sample PERIODS = Sample.of(
            "Procedure",
            "'id':'from15March','performedPeriod':{'start':'2013-03-15'}",
            "'id':'from21January','performedPeriod':{'start':'2013-01-21'}",
            "'id':'until21January','performedPeriod':{'end':'2013-01-21'}",
            "'id':'unknown','performedPeriod':{'extension':[{'url':'urn:x','valueCode':'x'}]}",
            "'id':'aged','performedAge':{'value':5}");

    @Test
    void openPeriodsReachForEver() {
        PERIODS.finds("date=ge2013-03-14", "from15March", "from21January");
        PERIODS.finds("date=le2013-03-14", "from21January", "until21January");
        PERIODS.finds("date=sa2013-03-14", "from15March");
        PERIODS.finds("date=eb2013-03-14", "until21January");
        PERIODS.finds("date=gt9999-12-31", "from15March", "from21January");
        PERIODS.finds("date=ne2013", "from15March", "from21January", "until21January");
    }

    @Test
    void whatHasNoDateIsMissing() {
        PERIODS.finds("date:missing=true", "unknown", "aged");
        PERIODS.finds("date:missing=false", "from15March", "from21January", "until21January");
    }

    /** The clock stands at 2026, so that a tenth of the gap to 2013-03-14 is about one year and three months. */
    @Test
    void approximatelyGrowsWithTheDistanceFromNow() {
        Sample sample = Sample.of(
                "Procedure",
                "'id':'same','performedDateTime':'2013-03-14'",
                "'id':'near','performedDateTime':'2014-03-14'",
                "'id':'far','performedDateTime':'2015-06-15'");
        sample.finds("date=ap2013-03-14", "same", "near");
    }

    @Test
    void ofATimingOnlyTheOuterLimitsMatter() {
        Sample sample = Sample.of(
                "CarePlan",
                "'id':'plan','activity':[{'detail':{'scheduledTiming':{'event':['2013-01-31'],"
                        + "'repeat':{'boundsPeriod':{'start':'2013-02-01','end':'2013-03-24'}}}}}]");
        sample.finds("activity-date=ge2013-02-02&activity-date=le2013-02-02", "plan");
        sample.finds("activity-date=sa2013-01-30", "plan");
        sample.finds("activity-date=eb2013-03-25", "plan");
        sample.finds("activity-date=eb2013-03-24");
    }

    @Test
    void whenTheServerWroteIsAPoint() {
        Sample sample = Sample.of("Patient", "'id':'a','meta':{'lastUpdated':'2026-01-01T10:00:00.123Z'}");
        sample.finds("_lastUpdated=2026-01-01T10:00:00.1230Z", "a");
        sample.finds("_lastUpdated=gt2026-01-01T10:00:00.1230Z");
    }

    @Test
    void whatIsNoDateIsRefused() {
        DAYS.refuses("date=now", "date=2013-1-4", "date=2013-02-30", "date=2013-01-14T10", "date=xx2013", "date=,");
        DAYS.refuses("date:exact=2013", "date:missing=maybe", "date=2013\\");
    }
}
