package io.github.paradigmreporting.simulator;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes to the made-up usage, by script: what an instance restates, forgets or learns late. Edits of the same slice
 * (report, company, day) are applied in the order in which they were made. An edit is seen by every answer that begins
 * after it, and by the {@link Dataset}. For the members report, which has no days, the day means nothing. Safe for
 * threads.
 */
public final class Edits {
    /** Stands for the day in slices of a report that has none. */
    static final LocalDate NO_DAY = LocalDate.EPOCH;

    private volatile World world;

    Edits(World start) {
        this.world = start;
    }

    World world() {
        return world;
    }

    /**
     * Replaces the rows of a slice.
     *
     * @param report the report
     * @param company id of the company
     * @param day the day
     * @param rows the rows there are from now on
     * @param <R> the row type
     * @return this
     */
    public <R extends Row> Edits restate(Report<R> report, long company, LocalDate day, List<R> rows) {
        List<R> copy = List.copyOf(rows);
        return edit(report, company, day, before -> copy.stream());
    }

    /**
     * Changes each row of a slice.
     *
     * @param report the report
     * @param company id of the company
     * @param day the day
     * @param change makes the new row from the old one
     * @param <R> the row type
     * @return this
     */
    public <R extends Row> Edits change(Report<R> report, long company, LocalDate day, UnaryOperator<R> change) {
        return edit(report, company, day, rows -> rows.map(change));
    }

    /**
     * Sets one column in each row of a slice.
     *
     * @param report the report
     * @param company id of the company
     * @param day the day
     * @param column name of the column
     * @param value a value of the column's type, or null
     * @param <R> the row type
     * @return this
     * @throws IllegalArgumentException when the report has no such column or the value is not of its type
     */
    public <R extends Row> Edits set(
            Report<R> report, long company, LocalDate day, String column, @Nullable Object value) {
        RowChange.check(report, column, value);
        return change(report, company, day, row -> RowChange.set(report, row, column, value));
    }

    /**
     * Multiplies everything in a slice that may be added up over days, and rounds down.
     *
     * @param report the report
     * @param company id of the company
     * @param day the day
     * @param factor the factor
     * @param <R> the row type
     * @return this
     */
    public <R extends Row> Edits multiply(Report<R> report, long company, LocalDate day, double factor) {
        return change(report, company, day, row -> RowChange.multiply(report, row, factor));
    }

    /**
     * Makes rows of a slice vanish.
     *
     * @param report the report
     * @param company id of the company
     * @param day the day
     * @param which the rows that vanish
     * @param <R> the row type
     * @return this
     */
    public <R extends Row> Edits vanish(Report<R> report, long company, LocalDate day, Predicate<R> which) {
        return edit(report, company, day, rows -> rows.filter(which.negate()));
    }

    /**
     * Makes all of a company's day vanish, from every report that counts by day.
     *
     * @param company id of the company
     * @param day the day
     * @return this
     */
    public Edits vanishDay(long company, LocalDate day) {
        Reports.ALL.forEach(report -> vanishAll(report, company, day));
        return this;
    }

    /**
     * Takes back every edit of a slice.
     *
     * @param report the report
     * @param company id of the company
     * @param day the day
     * @return this
     */
    public Edits undo(Report<?> report, long company, LocalDate day) {
        update(before -> before.unedited(World.Slice.of(report, company, dayOf(report, day))));
        return this;
    }

    /**
     * Makes a company appear, or replaces the one of the same id. It may have used the instance since long ago: then its
     * past appears with it.
     *
     * @param company the company
     * @return this
     */
    public Edits appear(Company company) {
        update(before -> before.with(company));
        return this;
    }

    /**
     * Makes a company disappear from every answer, with its past.
     *
     * @param company id of the company
     * @return this
     */
    public Edits disappear(long company) {
        update(before -> before.without(company));
        return this;
    }

    /**
     * Ends a company's usage; its past stays.
     *
     * @param company id of the company
     * @param lastDay its last day with usage
     * @return this
     */
    public Edits leave(long company, LocalDate lastDay) {
        update(before -> before.with(known(before, company).until(lastDay)));
        return this;
    }

    /**
     * Gives a company another name, in its past too.
     *
     * @param company id of the company
     * @param name the name
     * @return this
     */
    public Edits rename(long company, String name) {
        update(before -> before.with(known(before, company).renamed(name)));
        return this;
    }

    private <R extends Row> void vanishAll(Report<R> report, long company, LocalDate day) {
        if (report != (Object) Reports.MEMBERS) {
            vanish(report, company, day, row -> true);
        }
    }

    private <R extends Row> Edits edit(Report<R> report, long company, LocalDate day, UnaryOperator<Stream<R>> change) {
        UnaryOperator<Stream<Row>> edit =
                rows -> change.apply(rows.map(report.rowType()::cast)).map(row -> row);
        World.Slice slice = World.Slice.of(report, company, dayOf(report, day));
        update(before -> before.edited(slice, edit));
        return this;
    }

    private synchronized void update(UnaryOperator<World> change) {
        world = change.apply(world);
    }

    private static LocalDate dayOf(Report<?> report, LocalDate day) {
        return report == (Object) Reports.MEMBERS ? NO_DAY : day;
    }

    private static Company known(World world, long company) {
        Company known = world.companies().get(company);
        if (known == null) {
            throw new IllegalArgumentException("there is no company " + company + "; there are "
                    + world.companies().keySet());
        }
        return known;
    }
}
