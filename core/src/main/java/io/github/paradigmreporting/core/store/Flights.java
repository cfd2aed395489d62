package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests on their way. Not safe for threads; the store locks. */
final class Flights {
    /** Flights that may be joined. */
    private final List<Flight<?>> joinable = new ArrayList<>();

    /** Flights that hold memory: on their way, or too large and being read. */
    private int open;

    void add(Flight<?> flight) {
        joinable.add(flight);
        open++;
    }

    /** Nobody may join any longer: it has landed, or nobody waits for it. */
    void remove(Flight<?> flight) {
        joinable.remove(flight);
    }

    /** Nobody may join those under way; they go on for those who wait already. */
    void removeAll() {
        joinable.clear();
    }

    /** Its memory is free. True the first time only. */
    boolean close(Flight<?> flight) {
        boolean first = !flight.closed;
        if (first) {
            flight.closed = true;
            open--;
        }
        return first;
    }

    int open() {
        return open;
    }

    /** The flight that brings the first of some days, or exactly this window where the report counts windows. */
    @SuppressWarnings("unchecked") // The slot names the report, and with it the row type.
    <R extends Row> @Nullable Flight<R> bringing(Report<R> report, @Nullable Long scope, Window days) {
        return (Flight<R>) find(report, scope, days, false);
    }

    /** The request for another report whose answer is to hold the first of some days of this one, too. */
    @Nullable
    Flight<?> bringingBeside(Report<?> report, @Nullable Long scope, Window days) {
        return report.grain() == Grain.DAY ? find(report, scope, days, true) : null;
    }

    /** Whether a day need not be asked for, because one of them is to bring it. */
    boolean isBringing(Report<?> report, @Nullable Long scope, Window day) {
        return bringing(report, scope, day) != null || bringingBeside(report, scope, day) != null;
    }

    private @Nullable Flight<?> find(Report<?> report, @Nullable Long scope, Window days, boolean beside) {
        for (Flight<?> flight : joinable) {
            Report<?> brought = flight.report;
            boolean brings = beside
                    ? brought != report
                            && !flight.fromDisk
                            && brought.endpoint().equals(report.endpoint())
                    : brought == report;
            if (brings
                    && flight.slot.holds(scope)
                    && (report.grain() == Grain.DAY
                            ? flight.slot.days().contains(days.from())
                            : flight.slot.days().equals(days))) {
                return flight;
            }
        }
        return null;
    }
}
