package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.model.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** An instance in memory: rows by company and day, what was asked of it, and a failure on demand. */
final class ModelApi<R extends Row> {
    final NavigableMap<Long, NavigableMap<LocalDate, List<R>>> companies = new TreeMap<>();
    final List<ReportQuery<R>> asked = new ArrayList<>();
    /** Rows until the answer breaks off; negative means never. */
    int breaksAfter = -1;

    void put(R row) {
        companies
                .computeIfAbsent(row.companyId(), id -> new TreeMap<>())
                .computeIfAbsent(RowKeys.day(row), day -> new ArrayList<>())
                .add(row);
    }

    void remove(long company, LocalDate day) {
        companies.getOrDefault(company, new TreeMap<>()).remove(day);
    }

    /** Puts rows in place of all a company has on a day. */
    void replace(long company, LocalDate day, List<R> rows) {
        companies.computeIfAbsent(company, id -> new TreeMap<>()).put(day, new ArrayList<>(rows));
    }

    Rows<R> rows(ReportQuery<R> query) {
        asked.add(query);
        List<R> answer = new ArrayList<>();
        for (Map.Entry<Long, NavigableMap<LocalDate, List<R>>> company : companies.entrySet()) {
            if (query.companies().isEmpty() || query.companies().contains(company.getKey())) {
                company.getValue().forEach((day, rows) -> rows.stream()
                        .filter(row ->
                                !(row instanceof DayRow) || query.window().contains(day))
                        .forEach(answer::add));
            }
        }
        return new Answer<>(answer.iterator(), breaksAfter);
    }

    private static final class Answer<R> implements Rows<R> {
        private final Iterator<R> rows;
        private int left;

        Answer(Iterator<R> rows, int breaksAfter) {
            this.rows = rows;
            this.left = breaksAfter;
        }

        @Override
        public boolean hasNext() {
            if (left == 0) {
                throw new io.github.paradigmreporting.core.error.ConnectionFailedException("broken off", null);
            }
            return rows.hasNext();
        }

        @Override
        public R next() {
            left--;
            return rows.next();
        }

        @Override
        public void close() {}
    }
}
