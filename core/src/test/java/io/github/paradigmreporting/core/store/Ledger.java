package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.report.Grain;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** When which day was asked for, kept by other means than the store's, to judge what a query should have cost. */
final class Ledger {
    private final Map<Entry, Answer> answers = new HashMap<>();
    private final StoreOptions options;

    Ledger(StoreOptions options) {
        this.options = options;
    }

    /** A day, or a window. Reports that come in one answer are asked for together. */
    private record Entry(String endpoint, Set<Long> companies, Window days) {}

    /** When it came, and how many answers in a row had no rows: the {@link FakeInstance} has none of a month's first day. */
    private record Answer(Instant at, int blanks) {}

    void check(
            ReportQuery<?> query, List<FakeInstance.Asked> asked, Instant now, int windowDays, int longestWindowDays) {
        Set<Long> scope = query.companies().size() == 1 ? query.companies() : Set.of();
        assertThat(asked).allMatch(request -> request.companies().equals(scope));
        if (query.report().grain() == Grain.WINDOW) {
            boolean needed = isNeeded(query, scope, query.window(), now);
            assertThat(asked).hasSize(needed ? 1 : 0).allMatch(request -> request.days()
                    .equals(query.window()));
        } else {
            checkDays(query, scope, asked, now, windowDays, longestWindowDays);
        }
        for (FakeInstance.Asked request : asked) {
            for (Window part : parts(query, request.days())) {
                boolean blank =
                        request.days().days() == 1 && request.days().from().getDayOfMonth() == 1;
                answers.merge(
                        new Entry(query.report().endpoint(), request.companies(), part),
                        new Answer(now, blank ? 1 : 0),
                        (before, answer) -> new Answer(now, blank ? before.blanks() + 1 : 0));
            }
        }
    }

    private void checkDays(
            ReportQuery<?> query,
            Set<Long> scope,
            List<FakeInstance.Asked> asked,
            Instant now,
            int windowDays,
            int longestWindowDays) {
        NavigableSet<LocalDate> needed = new TreeSet<>();
        for (Window day : parts(query, query.window())) {
            if (!day.from().isAfter(options.dayOf(now)) && isNeeded(query, scope, day, now)) {
                needed.add(day.from());
            }
        }
        Set<LocalDate> served = new TreeSet<>();
        for (FakeInstance.Asked request : asked) {
            Window days = request.days();
            assertThat(needed).as("%s of %s", request, needed).contains(days.from(), days.to());
            assertThat(days.days()).isLessThanOrEqualTo(longestWindowDays);
            assertThat(largestGap(needed.subSet(days.from(), true, days.to(), true)))
                    .isLessThanOrEqualTo(MissingDays.SMALL_GAP);
            for (Window day : parts(query, days)) {
                assertThat(served.add(day.from())).as("asked for once").isTrue();
            }
        }
        assertThat(served).containsAll(needed);
        if (!needed.isEmpty()
                && ChronoUnit.DAYS.between(needed.first(), needed.last()) < windowDays
                && largestGap(needed) <= MissingDays.SMALL_GAP) {
            assertThat(asked).as("requests for %s", needed).hasSize(1);
        }
    }

    private boolean isNeeded(ReportQuery<?> query, Set<Long> scope, Window days, Instant now) {
        return !isFresh(
                        new Entry(query.report().endpoint(), Set.of(), days),
                        query.report().grain(),
                        now)
                && !isFresh(
                        new Entry(query.report().endpoint(), scope, days),
                        query.report().grain(),
                        now);
    }

    private boolean isFresh(Entry entry, Grain grain, Instant now) {
        Answer answer = answers.get(entry);
        if (answer == null) {
            return false;
        }
        Instant at = answer.at();
        boolean settled = grain == Grain.DAY
                && answer.blanks() != 1
                && at.toEpochMilli() >= FakeInstance.settledAt(entry.days().from(), options);
        return settled
                || ChronoUnit.MILLIS.between(at, now) < options.recentTtl().toMillis();
    }

    private static long largestGap(NavigableSet<LocalDate> days) {
        long largest = 0;
        LocalDate before = days.isEmpty() ? LocalDate.EPOCH : days.first();
        for (LocalDate day : days) {
            largest = Math.max(largest, ChronoUnit.DAYS.between(before, day) - 1);
            before = day;
        }
        return largest;
    }

    private static List<Window> parts(ReportQuery<?> query, Window days) {
        return query.report().grain() == Grain.WINDOW
                ? List.of(days)
                : days.from()
                        .datesUntil(days.to().plusDays(1))
                        .map(day -> new Window(day, day))
                        .toList();
    }
}
