package io.github.paradigmreporting.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.error.ConnectionFailedException;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One random history of an instance, a clock, settings, and a consumer whose passes fail, crash or are forgotten. */
final class FeedHistory<R extends Row> {
    private final Report<R> report;
    private final ModelApi<R> api;
    private final ModelConsumer<R> consumer;
    private final ModelWorld<R> world;
    private final SplittableRandom random;
    private final Map<Long, Set<LocalDate>> readSettled = new HashMap<>();
    private final Map<Long, FeedState> checked = new HashMap<>();

    /** Writes what happens into the journal, if there is one. */
    FeedHistory(Report<R> report, long seed, @Nullable List<String> journal) {
        this.report = report;
        this.api = new ModelApi<>(report, seed);
        this.consumer = new ModelConsumer<>(api.rows);
        this.world = new ModelWorld<>(api, seed, consumer.saved, journal);
        this.random = world.random;
        api.listener = this::noteQuestion;
    }

    void run(int steps) {
        for (int step = 0; step < steps; step++) {
            step();
        }
        checkedPass();
        unchangedPass();
    }

    private void step() {
        switch (random.nextInt(24)) {
            case 0, 1 -> checkedPass();
            case 2 -> {
                checkedPass();
                unchangedPass();
            }
            case 3, 4, 5 -> crashingPass();
            case 6 -> forgetfulPass();
            case 7 -> failingPass();
            case 8 -> passWhileThingsChange();
            case 9, 10, 11 -> world.advanceClock();
            case 12 -> world.putClockBack(Duration.ofMinutes(random.nextInt(60 * 50)));
            case 13 -> world.changeSettings();
            case 14 -> world.lateCompany(random.nextBoolean());
            case 15 -> world.companyDisappears();
            case 16, 17, 18 -> stoppedPass();
            case 19 -> world.takeBack();
            default -> world.changeOpenDays();
        }
    }

    private FeedPass<R> begin() {
        return new Feed<>(report, world.options(), api::rows, 1 + random.nextInt(3)).begin(consumer.saved, world.now());
    }

    private void noteQuestion(ReportQuery<R> query) {
        world.note("asked", query.window(), "of", query.companies());
        if (world.daily && query.window().days() > world.options().windowDays()) {
            fail("%s is longer than %s days", query, world.options().windowDays());
        }
        Set<Long> companies = query.companies().isEmpty() ? Set.of(Feed.ALL_COMPANIES) : query.companies();
        LocalDate day = query.window().from();
        while (!day.isAfter(query.window().to()) && !day.isAfter(world.settledNow())) {
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
            world.note("given", delta.companyId(), delta.day(), delta.changes(), "->", delta.state());
            if (!delta.changes().isEmpty() && world.daily) {
                assertThat(delta.day()).isBetween(world.start(), world.today());
            }
        }
        return delta;
    }

    private void checkedPass() {
        world.note("pass");
        boolean first = consumer.saved.isEmpty();
        wholePass();
        if (first) {
            assertThat(api.asked).hasSizeLessThanOrEqualTo(requestsOfABackfill());
        }
        // Another pass has to agree with an answer without rows; the days it settles may lead to further ones.
        for (int more = 0; more < 3 && hasBlankDays(); more++) {
            world.note("another pass");
            wholePass();
        }
        world.passed();
        checkStates();
        assertThat(seen(consumer.table.values())).isEqualTo(seen(everyRow()));
    }

    private boolean hasBlankDays() {
        return consumer.saved.values().stream()
                .anyMatch(state -> !state.blank().ranges().isEmpty());
    }

    private void wholePass() {
        api.asked.clear();
        try (FeedPass<R> pass = begin()) {
            take(pass, Integer.MAX_VALUE);
            assertThat(pass.progress()).isEqualTo(new FeedProgress(api.asked.size(), api.asked.size()));
        }
    }

    private int requestsOfABackfill() {
        LocalDate start = world.start();
        if (!world.daily) {
            return start.isAfter(world.today()) ? 0 : 1;
        }
        long all = ChronoUnit.DAYS.between(start, world.today()) + 1;
        long history = Math.max(0, ChronoUnit.DAYS.between(start, world.settledNow()) + 1);
        return all <= 0 ? 0 : requests(history) + requests(all - history);
    }

    private int requests(long days) {
        return (int)
                ((days + world.options().windowDays() - 1) / world.options().windowDays());
    }

    private void unchangedPass() {
        world.note("pass without any change");
        api.asked.clear();
        try (FeedPass<R> pass = begin()) {
            for (SliceDelta<R> delta = next(pass); delta != null; delta = next(pass)) {
                FeedState before = consumer.saved.getOrDefault(delta.companyId(), FeedState.none(report));
                assertThat(delta.changes()).isEmpty();
                assertThat(delta.state().settled())
                        .as("only open days may be blank for the first time")
                        .isEqualTo(before.settled());
                assertThat(delta.state()).isNotEqualTo(before);
                consumer.save(delta);
            }
        }
        if (world.daily) {
            assertThat(api.asked)
                    .allSatisfy(query -> assertThat(query.window().from()).isAfter(world.settledNow()));
        }
    }

    private void crashingPass() {
        world.note("pass that crashes");
        try (FeedPass<R> pass = begin()) {
            take(pass, 1 + random.nextInt(random.nextBoolean() ? 4 : 40));
        }
        consumer.crash();
        checkStates();
    }

    /** Changes are applied, and the states of the last of them are lost. */
    private void forgetfulPass() {
        world.note("pass that is forgotten in part");
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

    /** The consumer stops in the middle of a slice and keeps what it was told; then the instance may take that back. */
    private void stoppedPass() {
        world.note("pass that stops in the middle");
        int most = random.nextInt(random.nextBoolean() ? 6 : 60);
        try (FeedPass<R> pass = begin()) {
            for (SliceDelta<R> delta = next(pass); delta != null; delta = next(pass)) {
                int changes = delta.changes().size();
                if (changes > most || !delta.complete()) {
                    consumer.take(report, delta, Math.min(most, changes));
                } else {
                    consumer.take(report, delta, changes);
                    consumer.save(delta);
                }
                most -= changes;
                if (most < 0) {
                    break;
                }
            }
        }
        checkStates();
        if (random.nextBoolean()) {
            world.takeBack();
        }
    }

    private void failingPass() {
        world.note("pass that fails");
        api.breaksAfter = random.nextInt(20);
        try (FeedPass<R> pass = begin()) {
            take(pass, Integer.MAX_VALUE);
        } catch (ConnectionFailedException expected) {
            world.note("failed");
        }
        api.breaksAfter = -1;
        consumer.crash();
        checkStates();
    }

    private void passWhileThingsChange() {
        world.note("pass while things change");
        try (FeedPass<R> pass = begin()) {
            for (SliceDelta<R> delta = next(pass); delta != null; delta = next(pass)) {
                consumer.apply(delta);
                consumer.save(delta);
                if (random.nextInt(3) == 0) {
                    world.changeOpenDay();
                } else if (random.nextInt(10) == 0) {
                    world.lateCompany(false);
                }
            }
        }
        checkStates();
    }

    private boolean inScope(long company) {
        return world.options().companies().isEmpty()
                || world.options().companies().contains(company);
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
        Window days = world.start().isAfter(world.today()) ? null : new Window(world.start(), world.today());
        for (R row : rows) {
            LocalDate day = RowKeys.day(row);
            boolean answersFor = inScope(row.companyId())
                    && days != null
                    && (!world.daily || days.contains(day))
                    && world.isInReach(row.companyId(), day);
            if (answersFor) {
                seen.put(api.rows.key(row), api.rows.values(row));
            }
        }
        return seen;
    }

    /** No state claims a day that nobody asked for after it had settled. */
    private void checkStates() {
        consumer.saved.forEach((company, state) -> {
            if (state.equals(checked.put(company, state))) {
                return;
            }
            Set<LocalDate> forAll = readSettled.getOrDefault(Feed.ALL_COMPANIES, Set.of());
            Set<LocalDate> alone = readSettled.getOrDefault(company, Set.of());
            for (Window range : state.settled().ranges()) {
                for (LocalDate day = range.from(); !day.isAfter(range.to()); day = day.plusDays(1)) {
                    if (!forAll.contains(day) && !alone.contains(day) && !world.leftReach(company, day)) {
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
}
