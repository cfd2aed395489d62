package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.error.ConnectionFailedException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** An instance in memory: rows by company and day, answered in any order of slices, at times
 * with more than was asked for, and failing on demand. */
final class ModelApi<R extends Row> {
    final Report<R> report;
    final ModelRows<R> rows;
    final List<ReportQuery<R>> asked = new ArrayList<>();
    /** Rows until the next answers break off; negative means never. */
    int breaksAfter = -1;
    /** Requests that are answered without any row, as by an instance that cannot read its figures. */
    Predicate<ReportQuery<R>> blank = query -> false;

    /** Told of every question before it is answered. */
    Consumer<ReportQuery<R>> listener = query -> {};

    private final Random order;
    private final NavigableMap<Long, NavigableMap<LocalDate, Map<List<Object>, R>>> companies = new TreeMap<>();

    ModelApi(Report<R> report, long seed) {
        this.report = report;
        this.rows = new ModelRows<>(report, new SplittableRandom(seed));
        this.order = new Random(seed);
    }

    NavigableSet<Long> companies() {
        return new TreeSet<>(companies.keySet());
    }

    NavigableSet<LocalDate> days(long company) {
        return new TreeSet<>(companies.getOrDefault(company, new TreeMap<>()).keySet());
    }

    Collection<R> day(long company, LocalDate day) {
        return List.copyOf(companies
                .getOrDefault(company, new TreeMap<>())
                .getOrDefault(day, Map.of())
                .values());
    }

    /** Adds a row, in place of the one with its key. */
    void put(R row) {
        companies
                .computeIfAbsent(row.companyId(), id -> new TreeMap<>())
                .computeIfAbsent(RowKeys.day(row), day -> new LinkedHashMap<>())
                .put(rows.key(row), row);
    }

    void remove(R row) {
        List<R> others = new ArrayList<>(day(row.companyId(), RowKeys.day(row)));
        others.remove(row);
        remove(row.companyId(), RowKeys.day(row));
        others.forEach(this::put);
    }

    void remove(long company, LocalDate day) {
        companies.getOrDefault(company, new TreeMap<>()).remove(day);
        companies.values().removeIf(Map::isEmpty);
    }

    void remove(long company) {
        companies.remove(company);
    }

    Rows<R> rows(ReportQuery<R> query) {
        listener.accept(query);
        asked.add(query);
        if (blank.test(query)) {
            return answer(List.of());
        }
        List<List<R>> slices = new ArrayList<>();
        boolean givesMore = order.nextInt(5) == 0;
        companies.forEach((company, days) -> {
            if (givesMore || query.companies().isEmpty() || query.companies().contains(company)) {
                days.forEach((day, slice) -> {
                    if (givesMore
                            || report.grain() == Grain.WINDOW
                            || query.window().contains(day)) {
                        List<R> answered = new ArrayList<>();
                        slice.values().forEach(row -> answered.add(rows.in(query.window(), row)));
                        Collections.shuffle(answered, order);
                        slices.add(answered);
                    }
                });
            }
        });
        Collections.shuffle(slices, order);
        List<R> answer = new ArrayList<>();
        slices.forEach(answer::addAll);
        return answer(answer);
    }

    /** An answer of exactly these rows. */
    Rows<R> answer(List<R> answer) {
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
                throw new ConnectionFailedException("the answer broke off");
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
