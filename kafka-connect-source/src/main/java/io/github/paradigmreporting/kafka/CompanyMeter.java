package io.github.paradigmreporting.kafka;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what was handed over of one report for one company, and how far it is. Safe for threads. */
final class CompanyMeter {
    final LongAdder slices = new LongAdder();
    final LongAdder newRows = new LongAdder();
    final LongAdder restatedRows = new LongAdder();
    final LongAdder vanishedRows = new LongAdder();

    private final InstanceClock clock;
    private final ZoneId zone;
    private volatile @Nullable LocalDate finalThrough;
    private volatile int stateSize;

    CompanyMeter(InstanceClock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** A slice was handed over. */
    void count(Progress step, int newStateSize) {
        slices.increment();
        newRows.add(step.newRows());
        restatedRows.add(step.restatedRows());
        vanishedRows.add(step.vanishedRows());
        stands(step.finalThrough(), newStateSize);
    }

    /** Where it is. */
    void stands(@Nullable LocalDate settledThrough, int newStateSize) {
        finalThrough = settledThrough;
        stateSize = newStateSize;
    }

    /** Days from the last final one to today, -1 when none is final yet. */
    long lagDays() {
        LocalDate through = finalThrough;
        return through == null ? -1 : ChronoUnit.DAYS.between(through, LocalDate.now(clock.withZone(zone)));
    }

    int stateSize() {
        return stateSize;
    }
}
