package io.github.paradigmreporting.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.error.ConnectionFailedException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.settings.DayExpression;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One random history of an instance, a clock, settings and a consumer that crashes. Only days that no calendar has called
 * settled yet are changed, for settled days are out of a feed's reach by definition; the same holds for days that left the
 * scope while they were open, and for the history of a company that nobody could have seen yet.
 */
final class FeedHistory<R extends Row> {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** Both changes of the clocks, a leap day, and a new year are near. */
    private static final List<LocalDate> STARTS = List.of(
            LocalDate.of(2026, 3, 25),
            LocalDate.of(2025, 10, 22),
            LocalDate.of(2024, 2, 26),
            LocalDate.of(2025, 12, 28));

    private final SplittableRandom random;
    private final Report<R> report;
    private final boolean daily;
    private final ModelApi<R> api;
    private final ModelConsumer<R> consumer;
    private final @Nullable List<String> journal;

    private Instant now;
    private FeedOptions options;
    private LocalDate filledThrough;
    /** The newest day that any calendar so far has called settled: nothing changes up to here. */
    private LocalDate everSettled;

    private final Set<ModelConsumer.Slice> outOfReach = new HashSet<>();
    private final Set<Long> unheardOf = new HashSet<>();
    private final Map<Long, Set<LocalDate>> readSettled = new HashMap<>();

    /** Writes what happens into the journal, if there is one. */
    FeedHistory(Report<R> report, long seed, @Nullable List<String> journal) {
        this.journal = journal;
        this.random = new SplittableRandom(seed);
        this.report = report;
        this.daily = report.grain() == Grain.DAY;
        this.api = new ModelApi<>(report, seed);
        this.consumer = new ModelConsumer<>(api.rows);
        this.now = STARTS.get(random.nextInt(STARTS.size()))
                .atTime(random.nextInt(24), 30)
                .atZone(PARIS)
                .toInstant();
        this.options = randomOptions();
        this.everSettled = settledNow();
        api.listener = this::noteQuestion;
        this.filledThrough = today().minusDays(45);
        for (long company = 1; company <= random.nextInt(4); company++) {
            api.put(api.rows.any(company, today()));
        }
        fillDays();
    }

    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            step();
        }
        checkedPass();
        unchangedPass();
    }

    private void step() {
        switch (random.nextInt(20)) {
            case 0, 1 -> checkedPass();
            case 2 -> {
                checkedPass();
                unchangedPass();
            }
            case 3, 4, 5 -> crashingPass();
            case 6 -> forgetfulPass();
            case 7 -> failingPass();
            case 8 -> passWhileThingsChange();
            case 9, 10, 11 -> advanceClock();
            case 12 -> moveClock(Duration.ofMinutes(-random.nextInt(60 * 50)));
            case 13 -> changeSettings();
            case 14 -> lateCompany(random.nextBoolean());
            case 15 -> companyDisappears();
            default -> changeOpenDays();
        }
    }

    // What happens to the instance

    private void changeOpenDays() {
        for (int i = 0; i <= random.nextInt(3); i++) {
            changeOpenDay();
        }
    }

    private void changeOpenDay() {
        List<Long> companies = List.copyOf(api.companies());
        if (companies.isEmpty()) {
            return;
        }
        long company = companies.get(random.nextInt(companies.size()));
        LocalDate day = everSettled.plusDays(1 + random.nextInt(5));
        if (daily && day.isAfter(today())) {
            return;
        }
        List<R> rows = List.copyOf(api.day(company, daily ? day : FeedState.NO_DAY));
        int what = random.nextInt(4);
        if (what == 0 || rows.isEmpty()) {
            note("put company %s day %s", company, day);
            api.put(api.rows.any(company, day));
        } else if (what == 1) {
            note("restate company %s day %s", company, day);
            api.put(api.rows.restated(rows.get(random.nextInt(rows.size()))));
        } else if (!unheardOf.contains(company)) {
            if (what == 2) {
                note("vanish a row of company %s day %s", company, day);
                api.remove(rows.get(random.nextInt(rows.size())));
            } else {
                note("vanish company %s day %s", company, day);
                api.remove(company, RowKeys.day(rows.get(0)));
            }
        }
    }

    private void lateCompany(boolean withHistory) {
        long company = 1 + random.nextInt(8);
        if (api.companies().contains(company) || !today().isAfter(everSettled)) {
            return;
        }
        note("late company %s %s history", company, withHistory ? "with" : "without");
        api.put(api.rows.any(company, today()));
        if (!consumer.saved.containsKey(company) && withHistory && daily) {
            for (LocalDate day = today().minusDays(45); day.isBefore(today()); day = day.plusDays(1)) {
                maybeFill(company, day);
            }
            unheardOf.add(company);
        }
    }

    private void companyDisappears() {
        List<Long> companies = List.copyOf(api.companies());
        if (companies.isEmpty()) {
            return;
        }
        long company = companies.get(random.nextInt(companies.size()));
        note("company %s disappears", company);
        for (LocalDate day : api.days(company)) {
            if (daily && !day.isAfter(everSettled)) {
                outOfReach.add(new ModelConsumer.Slice(company, day));
            }
        }
        api.remove(company);
        unheardOf.remove(company);
    }

    private void fillDays() {
        while (daily && filledThrough.isBefore(today())) {
            filledThrough = filledThrough.plusDays(1);
            for (long company : api.companies()) {
                maybeFill(company, filledThrough);
            }
        }
    }

    private void maybeFill(long company, LocalDate day) {
        for (int rows = random.nextInt(5) - 2; rows > 0; rows--) {
            api.put(api.rows.any(company, day));
        }
    }

    // What happens to the clock and the settings

    private LocalDate today() {
        return now.atZone(options.zone()).toLocalDate();
    }

    private LocalDate settledNow() {
        return now.minus(options.settleDelay())
                .atZone(options.zone())
                .toLocalDate()
                .minusDays(options.lookBackDays())
                .minusDays(1);
    }

    private void advanceClock() {
        ZonedDateTime local = now.atZone(options.zone());
        ZonedDateTime midnight = local.toLocalDate().plusDays(1).atStartOfDay(options.zone());
        switch (random.nextInt(6)) {
            case 0 -> moveClock(Duration.between(local, midnight));
            case 1 -> moveClock(Duration.between(local, midnight).minusMillis(1));
            case 2 -> moveClock(Duration.ofMinutes(random.nextInt(300)));
            case 3 ->
                moveClock(
                        Duration.between(local, local.with(LocalTime.of(2, 30)).plusDays(1)));
            default -> moveClock(Duration.ofHours(random.nextInt(24 * (random.nextInt(6) == 0 ? 40 : 4))));
        }
    }

    private void moveClock(Duration by) {
        now = now.plus(by);
        note("clock %s", now.atZone(options.zone()));
        noteCalendar();
        fillDays();
    }

    private void changeSettings() {
        FeedOptions other = randomOptions();
        FeedOptions old = options;
        options = new FeedOptions(
                random.nextBoolean() ? other.start() : old.start(),
                random.nextBoolean() ? other.lookBackDays() : old.lookBackDays(),
                random.nextBoolean() ? other.settleDelay() : old.settleDelay(),
                random.nextInt(4) == 0 ? other.zone() : old.zone(),
                random.nextBoolean() ? other.windowDays() : old.windowDays(),
                random.nextBoolean() ? other.companies() : old.companies());
        note("settings %s", options);
        noteCalendar();
        fillDays();
    }

    private FeedOptions randomOptions() {
        LocalDate around = now.atZone(PARIS).toLocalDate();
        DayExpression start =
                switch (random.nextInt(4)) {
                    case 0 -> DayExpression.parse("-P" + random.nextInt(4) + "D");
                    case 1 -> DayExpression.parse("-P" + random.nextInt(30) + "D");
                    default -> DayExpression.of(around.minusDays(random.nextInt(45)));
                };
        Set<Long> companies = new TreeSet<>();
        for (int listed = random.nextInt(8) - 4; listed > 0; listed--) {
            companies.add(1L + random.nextInt(8));
        }
        return new FeedOptions(
                start,
                random.nextInt(6),
                Duration.ofHours(random.nextInt(3) * 7L),
                random.nextInt(4) == 0 ? ZoneOffset.UTC : PARIS,
                1 + random.nextInt(random.nextBoolean() ? 5 : 40),
                companies);
    }

    /** Days that were given open and have left the scope may stay as they were given. */
    private void noteCalendar() {
        LocalDate start = options.start().resolve(today());
        if (daily) {
            consumer.saved.forEach((company, state) -> state.open()
                    .headMap(start)
                    .keySet()
                    .forEach(day -> outOfReach.add(new ModelConsumer.Slice(company, day))));
        }
        if (settledNow().isAfter(everSettled)) {
            everSettled = settledNow();
        }
    }

    // Passes

    private FeedPass<R> begin() {
        return new Feed<>(report, options, api::rows, 2).begin(consumer.saved, now);
    }

    private void noteQuestion(ReportQuery<R> query) {
        note("asked %s of %s", query.window(), query.companies());
        Set<Long> companies = query.companies().isEmpty() ? Set.of(Feed.ALL_COMPANIES) : query.companies();
        LocalDate day = query.window().from();
        while (!day.isAfter(query.window().to()) && !day.isAfter(settledNow())) {
            for (long company : companies) {
                readSettled.computeIfAbsent(company, id -> new HashSet<>()).add(day);
            }
            day = day.plusDays(1);
        }
    }

    /** Takes deltas to the end, or some of them. */
    private void take(FeedPass<R> pass, int most) {
        int taken = 0;
        for (SliceDelta<R> delta = next(pass); delta != null; delta = taken < most ? next(pass) : null) {
            consumer.apply(delta);
            consumer.save(delta);
            taken++;
        }
    }

    private @Nullable SliceDelta<R> next(FeedPass<R> pass) {
        SliceDelta<R> delta = pass.next();
        if (delta != null) {
            note("  given %s %s %s -> %s", delta.companyId(), delta.day(), delta.changes(), delta.state());
            for (Change<R> change : delta.changes()) {
                assertThat(daily ? delta.day() : today())
                        .isBetween(options.start().resolve(today()), today());
            }
        }
        return delta;
    }

    private void checkedPass() {
        note("pass");
        boolean first = consumer.saved.isEmpty();
        api.asked.clear();
        try (FeedPass<R> pass = begin()) {
            take(pass, Integer.MAX_VALUE);
            assertThat(pass.progress()).isEqualTo(new FeedProgress(api.asked.size(), api.asked.size()));
        }
        if (first) {
            assertThat(api.asked).hasSizeLessThanOrEqualTo(requestsOfABackfill());
        }
        unheardOf.removeAll(consumer.saved.keySet());
        checkStates();
        assertThat(seen(consumer.table.values())).isEqualTo(seen(everyRow()));
    }

    private int requestsOfABackfill() {
        LocalDate start = options.start().resolve(today());
        if (!daily) {
            return start.isAfter(today()) ? 0 : 1;
        }
        long all = ChronoUnit.DAYS.between(start, today()) + 1;
        long history = Math.max(0, ChronoUnit.DAYS.between(start, settledNow()) + 1);
        return all <= 0 ? 0 : requests(history) + requests(all - history);
    }

    private int requests(long days) {
        return (int) ((days + options.windowDays() - 1) / options.windowDays());
    }

    private void unchangedPass() {
        note("pass without any change");
        api.asked.clear();
        try (FeedPass<R> pass = begin()) {
            assertThat(pass.next()).isNull();
        }
        if (daily) {
            assertThat(api.asked)
                    .allSatisfy(query -> assertThat(query.window().from()).isAfter(settledNow()));
        }
    }

    private void crashingPass() {
        note("pass that crashes");
        try (FeedPass<R> pass = begin()) {
            take(pass, 1 + random.nextInt(random.nextBoolean() ? 4 : 40));
        }
        consumer.crash();
        checkStates();
    }

    /** Changes are applied, and the states of the last of them are lost. */
    private void forgetfulPass() {
        note("pass that is forgotten in part");
        int most = random.nextInt(30);
        int remembered = random.nextInt(most + 1);
        try (FeedPass<R> pass = begin()) {
            for (int taken = 0; taken < most; taken++) {
                SliceDelta<R> delta = next(pass);
                if (delta == null) {
                    break;
                }
                consumer.apply(delta);
                if (taken < remembered) {
                    consumer.save(delta);
                } else {
                    consumer.mayComeAgain.add(new ModelConsumer.Slice(delta.companyId(), delta.day()));
                }
            }
        }
        consumer.crash();
        checkedPass();
        consumer.mayComeAgain.clear();
        unchangedPass();
    }

    private void failingPass() {
        note("pass that fails");
        api.breaksAfter = random.nextInt(20);
        try (FeedPass<R> pass = begin()) {
            take(pass, Integer.MAX_VALUE);
        } catch (ConnectionFailedException expected) {
            note("  failed");
        }
        api.breaksAfter = -1;
        consumer.crash();
        checkStates();
    }

    private void passWhileThingsChange() {
        note("pass while things change");
        try (FeedPass<R> pass = begin()) {
            for (SliceDelta<R> delta = next(pass); delta != null; delta = next(pass)) {
                consumer.apply(delta);
                consumer.save(delta);
                if (random.nextInt(3) == 0) {
                    changeOpenDay();
                } else if (random.nextInt(10) == 0) {
                    lateCompany(false);
                }
            }
        }
        checkStates();
    }

    // What must hold

    private boolean inScope(long company) {
        return options.companies().isEmpty() || options.companies().contains(company);
    }

    private List<R> everyRow() {
        List<R> all = new ArrayList<>();
        for (long company : api.companies()) {
            api.days(company).forEach(day -> all.addAll(api.day(company, day)));
        }
        return all;
    }

    /** The part of a table that a feed answers for. */
    private Map<List<Object>, List<Object>> seen(Collection<R> rows) {
        Map<List<Object>, List<Object>> seen = new HashMap<>();
        Window days = options.start().resolve(today()).isAfter(today())
                ? null
                : new Window(options.start().resolve(today()), today());
        for (R row : rows) {
            LocalDate day = RowKeys.day(row);
            boolean answersFor = inScope(row.companyId())
                    && days != null
                    && !unheardOf.contains(row.companyId())
                    && (!daily || days.contains(day))
                    && !outOfReach.contains(new ModelConsumer.Slice(row.companyId(), day));
            if (answersFor) {
                seen.put(api.rows.key(row), api.rows.values(row));
            }
        }
        return seen;
    }

    /** No state claims a day that nobody asked for after it had settled. */
    private void checkStates() {
        consumer.saved.forEach((company, state) -> {
            Set<LocalDate> read = new HashSet<>(readSettled.getOrDefault(Feed.ALL_COMPANIES, Set.of()));
            read.addAll(readSettled.getOrDefault(company, Set.of()));
            for (Window range : state.settled().ranges()) {
                for (LocalDate day = range.from(); !day.isAfter(range.to()); day = day.plusDays(1)) {
                    if (!read.contains(day) && !outOfReach.contains(new ModelConsumer.Slice(company, day))) {
                        fail("company %s claims %s, which nobody read when it was settled: %s", company, day, state);
                    }
                }
            }
            for (LocalDate open : state.open().keySet()) {
                if (state.settled().contains(open)) {
                    fail("company %s has %s both open and settled: %s", company, open, state);
                }
            }
        });
    }

    private void note(String form, @Nullable Object... values) {
        if (journal != null) {
            journal.add(String.format(form, values));
        }
    }
}
