package org.dripline.engine.search;

import static org.dripline.schema.Tables.DATES;
import static org.jooq.impl.DSL.not;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.dripline.engine.mapping.DateRange;
import org.dripline.engine.mapping.Layout;
import org.dripline.engine.mapping.MappedElement;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * R4's comparison of a searched range with a stored one (3.1.1.4.5, 3.1.1.4.7). A stored range that is missing is
 * {@link DateRange#NONE}: from the last instant to the first; each condition is written so that it never matches.
 */
final class DateConditions {
    private final Clock clock;

    DateConditions(Clock clock) {
        this.clock = clock;
    }

    Condition of(MappedElement element, Value.Date value, Rows rows) {
        return switch (element.layout()) {
            case Layout.Dates dates -> range(rows.column(dates.from()), rows.column(dates.to()), value);
            case Layout.DateRows dates -> range(rows.column(DATES.LOW), rows.column(DATES.HIGH), value);
            case Layout.Moment moment -> moment(rows.column(moment.column()), value);
            default -> throw Conditions.unanswerable(element);
        };
    }

    private Condition range(Field<OffsetDateTime> from, Field<OffsetDateTime> to, Value.Date value) {
        OffsetDateTime low = value.range().from();
        OffsetDateTime high = value.range().to();
        Condition inside = from.ge(low).and(from.lt(high)).and(to.le(high));
        return switch (value.prefix()) {
            case EQ -> inside;
            case NE -> not(inside).and(from.lt(to));
            case GT -> to.gt(high);
            case LT -> from.lt(low);
            case GE -> to.gt(high).or(inside);
            case LE -> from.lt(low).or(inside);
            case SA -> from.ge(high).and(to.gt(high));
            case EB -> to.le(low).and(from.lt(low));
            case AP -> around(value.range(), range -> from.lt(range.to()).and(to.gt(range.from())));
        };
    }

    /** A single instant, always there. */
    private Condition moment(Field<OffsetDateTime> at, Value.Date value) {
        OffsetDateTime low = value.range().from();
        OffsetDateTime high = value.range().to();
        return switch (value.prefix()) {
            case EQ -> at.ge(low).and(at.lt(high));
            case NE -> at.lt(low).or(at.ge(high));
            case GT, SA -> at.ge(high);
            case LT, EB -> at.lt(low);
            case GE -> at.ge(low);
            case LE -> at.lt(high);
            case AP -> around(value.range(), range -> at.lt(range.to()).and(at.ge(range.from())));
        };
    }

    /** R4 recommends a tenth of the distance between the value and now as the width of "approximately". */
    private Condition around(DateRange range, Function<DateRange, Condition> overlap) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Duration width = Duration.between(range.from(), now).abs().dividedBy(10);
        return overlap.apply(new DateRange(range.from().minus(width), range.to().plus(width)));
    }
}
