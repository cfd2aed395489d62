package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Grain;
import io.github.paradigmreporting.core.settings.DayExpression;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An instance, a clock and settings that change at random. Only days that no calendar has called settled yet are changed,
 * for settled days are out of a feed's reach by definition; the same holds for days that were given open and then left the
 * scope, and for the history of a company that nobody could have seen yet.
 */
final class ModelWorld<R extends Row> {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** Both changes of the clocks, a leap day, and a new year are near. */
    private static final List<LocalDate> STARTS = List.of(
            LocalDate.of(2026, 3, 25),
            LocalDate.of(2025, 10, 22),
            LocalDate.of(2024, 2, 26),
            LocalDate.of(2025, 12, 28));

    final boolean daily;
    final ModelApi<R> api;
    final SplittableRandom random;

    private final Map<Long, FeedState> saved;
    private final @Nullable List<String> journal;
    private final Set<ModelConsumer.Slice> outOfReach = new HashSet<>();
    private final Set<Long> unheardOf = new HashSet<>();

    private Instant now;
    private Instant latest;
    private FeedOptions options;
    private Runnable takeBack = () -> {};
    private LocalDate lastChanged = LocalDate.MIN;
    private LocalDate filledThrough;
    /** The newest day that any calendar so far has called settled: nothing changes up to here. */
    private LocalDate everSettled;

    /** Knows what a consumer has saved; writes what happens into the journal, if there is one. */
    ModelWorld(ModelApi<R> api, long seed, Map<Long, FeedState> saved, @Nullable List<String> journal) {
        this.api = api;
        this.random = new SplittableRandom(seed);
        this.daily = api.report.grain() == Grain.DAY;
        this.saved = saved;
        this.journal = journal;
        this.now = STARTS.get(random.nextInt(STARTS.size()))
                .atTime(random.nextInt(24), 30)
                .atZone(PARIS)
                .toInstant();
        this.latest = now;
        this.options = randomOptions();
        this.everSettled = settledNow();
        this.filledThrough = today().minusDays(45);
        for (long company = random.nextInt(4); company > 0; company--) {
            api.put(api.rows.any(company, today()));
        }
        fillDays();
        sleepingCompany();
    }

    Instant now() {
        return now;
    }

    FeedOptions options() {
        return options;
    }

    LocalDate start() {
        return options.start().resolve(today());
    }

    /** Whether a feed can know about the rows of a company's day, as they are now. */
    boolean isInReach(long company, LocalDate day) {
        return !unheardOf.contains(company) && !leftReach(company, day);
    }

    /** Whether a day may stay as it was given last. */
    boolean leftReach(long company, LocalDate day) {
        return outOfReach.contains(new ModelConsumer.Slice(company, day));
    }

    /** A pass has come to its end. */
    void passed() {
        unheardOf.removeAll(saved.keySet());
    }

    void changeOpenDays() {
        for (int i = 0; i <= random.nextInt(3); i++) {
            changeOpenDay();
        }
    }

    void changeOpenDay() {
        List<Long> companies = List.copyOf(api.companies());
        if (companies.isEmpty()) {
            return;
        }
        long company = companies.get(random.nextInt(companies.size()));
        LocalDate day = everSettled.plusDays(1 + random.nextInt(5));
        if (daily && day.isAfter(today())) {
            return;
        }
        LocalDate slice = daily ? day : FeedState.NO_DAY;
        List<R> rows = List.copyOf(api.day(company, slice));
        lastChanged = unheardOf.contains(company) ? LocalDate.MIN : day;
        takeBack = () -> {
            api.remove(company, slice);
            rows.forEach(api::put);
        };
        int what = random.nextInt(4);
        if (what == 0 || rows.isEmpty()) {
            note("put company", company, "day", day);
            api.put(api.rows.any(company, day));
        } else if (what == 1) {
            note("restate company", company, "day", day);
            api.put(api.rows.restated(rows.get(random.nextInt(rows.size()))));
        } else if (!unheardOf.contains(company)) {
            if (what == 2) {
                note("vanish a row of company", company, "day", day);
                api.remove(rows.get(random.nextInt(rows.size())));
            } else {
                note("vanish company", company, "day", day);
                api.remove(company, RowKeys.day(rows.get(0)));
            }
        }
    }

    /** The last day that changed is again as it was before. */
    void takeBack() {
        if (lastChanged.isAfter(everSettled)) {
            note("take back", lastChanged);
            takeBack.run();
        }
        lastChanged = LocalDate.MIN;
    }

    void lateCompany(boolean withHistory) {
        long company = 1L + random.nextInt(8);
        if (api.companies().contains(company) || !today().isAfter(everSettled)) {
            return;
        }
        note("late company", company, withHistory ? "with" : "without", "history");
        api.put(api.rows.any(company, today()));
        if (!saved.containsKey(company) && withHistory && daily) {
            for (LocalDate day = today().minusDays(45); day.isBefore(today()); day = day.plusDays(1)) {
                maybeFill(company, day);
            }
            unheardOf.add(company);
        }
    }

    void companyDisappears() {
        List<Long> companies = List.copyOf(api.companies());
        if (companies.isEmpty()) {
            return;
        }
        long company = companies.get(random.nextInt(companies.size()));
        note("company", company, "disappears");
        lastChanged = LocalDate.MIN;
        for (LocalDate day : api.days(company)) {
            if (daily && !day.isAfter(everSettled)) {
                outOfReach.add(new ModelConsumer.Slice(company, day));
            }
        }
        api.remove(company);
        unheardOf.remove(company);
    }

    /** A company that was active long ago and is seen in old windows only. */
    private void sleepingCompany() {
        for (int days = random.nextInt(8) - 3; daily && days > 0; days--) {
            maybeFill(9, today().minusDays(15 + random.nextInt(25)));
        }
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

    LocalDate today() {
        return now.atZone(options.zone()).toLocalDate();
    }

    LocalDate settledNow() {
        return now.minus(options.settleDelay())
                .atZone(options.zone())
                .toLocalDate()
                .minusDays(options.lookBackDays())
                .minusDays(1);
    }

    void advanceClock() {
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

    /** By no more than a day in all: a feed refuses states of a day after tomorrow. */
    void putClockBack(Duration by) {
        Instant earliest = latest.minus(Duration.ofDays(1));
        Instant back = now.minus(by);
        moveClock(Duration.between(now, back.isBefore(earliest) ? earliest : back));
    }

    void moveClock(Duration by) {
        now = now.plus(by);
        latest = now.isAfter(latest) ? now : latest;
        note("clock", now.atZone(options.zone()));
        noteCalendar();
        fillDays();
    }

    void changeSettings() {
        FeedOptions other = randomOptions();
        FeedOptions old = options;
        options = new FeedOptions(
                random.nextBoolean() ? other.start() : old.start(),
                random.nextBoolean() ? other.lookBackDays() : old.lookBackDays(),
                random.nextBoolean() ? other.settleDelay() : old.settleDelay(),
                random.nextInt(4) == 0 ? other.zone() : old.zone(),
                random.nextBoolean() ? other.windowDays() : old.windowDays(),
                random.nextBoolean() ? other.companies() : old.companies());
        note("settings", options);
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
        if (daily) {
            saved.forEach((company, state) -> state.open()
                    .headMap(start())
                    .keySet()
                    .forEach(day -> outOfReach.add(new ModelConsumer.Slice(company, day))));
        }
        if (settledNow().isAfter(everSettled)) {
            everSettled = settledNow();
        }
    }

    void note(@Nullable Object... words) {
        if (journal != null) {
            journal.add(Arrays.stream(words).map(String::valueOf).collect(Collectors.joining(" ")));
        }
    }
}
