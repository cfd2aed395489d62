package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of knowledge is about: a report, one company or (null) all of them, and a day; for reports that count
 * windows, exactly one window.
 */
record Slot(Report<?> report, @Nullable Long company, Window days) {
    /** The scope a query is fetched under: one company alone, or else all. */
    static @Nullable Long scope(ReportQuery<?> query) {
        return query.companies().size() == 1 ? query.companies().iterator().next() : null;
    }

    static Slot of(Report<?> report, @Nullable Long company, LocalDate day) {
        return new Slot(report, company, new Window(day, day));
    }

    /** Whether the companies of a scope are among this slot's. */
    boolean holds(@Nullable Long scope) {
        return company == null || company.equals(scope);
    }

    /** The slots that an answer to this one fills: each day, or this very window. */
    List<Slot> parts() {
        if (report.grain() == Grain.WINDOW) {
            return List.of(this);
        }
        List<Slot> parts = new ArrayList<>();
        for (LocalDate day = days.from(); !day.isAfter(days.to()); day = day.plusDays(1)) {
            parts.add(of(report, company, day));
        }
        return parts;
    }

    /** The question whose answer fills this slot: all columns, so that it serves every later choice of columns. */
    <R extends Row> ReportQuery<R> query(Report<R> asked) {
        return ReportQuery.of(asked, days.from(), days.to())
                .ofCompanies(company == null ? List.of() : List.of(company));
    }

    /**
     * Days one after the other have hashes one after the other. A record's own hash of a single day is a multiple of 32, so
     * that the days of a year would share a few buckets of a map.
     */
    @Override
    public int hashCode() {
        long first = days.from().toEpochDay();
        long length = days.to().toEpochDay() - first;
        return (int) (first + 31 * length) + 1_000_003 * (31 * report.hashCode() + Objects.hashCode(company));
    }
}
