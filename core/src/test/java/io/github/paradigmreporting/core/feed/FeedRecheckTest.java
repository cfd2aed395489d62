package io.github.paradigmreporting.core.feed;

import static io.github.paradigmreporting.core.feed.DocumentsFeed.SETTLED;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.TODAY;
import static io.github.paradigmreporting.core.feed.DocumentsFeed.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.settings.DayExpression;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Settled days, looked at again. */
class FeedRecheckTest {
    private static final LocalDate LONG_AGO = TODAY.minusDays(60);

    private final DocumentsFeed feed = new DocumentsFeed();

    @Test
    void givesWhatChangedInSettledDaysAndNothingElse() {
        feed.options = options(20);
        LocalDate day = SETTLED.minusDays(5);
        feed.has(use(1, day, 7, 3), use(1, day, 8, 3), use(2, day, 7, 1), use(1, TODAY, 7, 1));
        feed.pass();
        feed.has(use(1, day, 7, 4), use(1, day, 9, 1));
        feed.api.remove(2L, day);

        assertThat(feed.changes())
                .as("an ordinary pass leaves settled days alone")
                .isEmpty();
        assertThat(recheck(Integer.MAX_VALUE))
                .containsExactlyInAnyOrder(
                        new Change<>(ChangeKind.RESTATED, List.of(1L, day, 7L), use(1, day, 7, 4)),
                        new Change<>(ChangeKind.NEW, List.of(1L, day, 9L), use(1, day, 9, 1)),
                        new Change<>(ChangeKind.VANISHED, List.of(2L, day, 7L), null));
        assertThat(recheck(Integer.MAX_VALUE)).isEmpty();
        assertThat(feed.state(1).settledThrough()).isEqualTo(SETTLED);
    }

    @Test
    void asksForSettledDaysTogetherWithOpenOnes() {
        feed.options = options(20);
        feed.settle();

        recheck(Integer.MAX_VALUE);

        assertThat(feed.asked()).containsExactly(TODAY.minusDays(20) + ".." + TODAY);
    }

    @Test
    void remembersNoMoreDaysThanItRechecks() {
        feed.options = options(20);
        feed.has(use(1, TODAY.minusDays(21), 7, 3), use(1, TODAY.minusDays(20), 7, 3), use(1, SETTLED, 7, 3));
        feed.pass();
        assertThat(feed.state(1).openRows()).isEqualTo(2);

        feed.now = feed.now.plus(Duration.ofDays(1));
        feed.pass();

        assertThat(feed.state(1).openRows()).isEqualTo(1);
    }

    @Test
    void forgetsSettledRowsWhenItIsSwitchedOff() {
        feed.options = options(20);
        feed.has(use(1, SETTLED, 7, 3));
        feed.pass();
        feed.options = options(0);

        feed.pass();

        assertThat(feed.state(1).openRows()).isZero();
    }

    @Test
    void givesDaysThatHadSettledBeforeOnceMore() {
        feed.options = options(0);
        feed.has(use(1, SETTLED, 7, 3), use(1, SETTLED.minusDays(30), 7, 3));
        feed.pass();
        feed.options = options(20);

        assertThat(recheck(Integer.MAX_VALUE))
                .containsExactly(new Change<>(ChangeKind.NEW, List.of(1L, SETTLED, 7L), use(1, SETTLED, 7, 3)));
        assertThat(recheck(Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void refusesANegativeNumberOfDays() {
        assertThatThrownBy(() -> options(-1))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("recheckDays");
    }

    @Test
    void aConsumerEndsEqualToTheApiWithSettledDaysAsWell() {
        for (int seed = 0; seed < 300; seed++) {
            history(seed);
        }
    }

    private static void history(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FeedRecheckTest world = new FeedRecheckTest();
        world.feed.options = options(10 + random.nextInt(20));
        Map<List<Object>, DocumentUse> table = new HashMap<>();
        LocalDate today = TODAY;
        for (int step = 0; step < 40; step++) {
            LocalDate day = today.minusDays(random.nextInt(10));
            long company = 1L + random.nextInt(3);
            long document = random.nextInt(4);
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> world.feed.has(use(company, day, document, random.nextInt(1000)));
                case 3 -> world.feed.api.remove(company, day);
                case 4 -> apply(world.recheck(random.nextInt(6)), table);
                default -> {
                    apply(world.feed.changes(), table);
                    apply(world.recheck(Integer.MAX_VALUE), table);
                    Duration later = Duration.ofHours(random.nextInt(60));
                    world.feed.now = world.feed.now.plus(later);
                    today = world.feed.now.atZone(ZoneOffset.UTC).toLocalDate();
                }
            }
        }
        apply(world.recheck(Integer.MAX_VALUE), table);
        Map<List<Object>, DocumentUse> wanted = new HashMap<>();
        for (long company : world.feed.api.companies()) {
            for (LocalDate day : world.feed.api.days(company)) {
                world.feed
                        .api
                        .day(company, day)
                        .forEach(row -> wanted.put(List.of(company, day, row.documentId()), row));
            }
        }
        assertThat(table).as("seed %s", seed).isEqualTo(wanted);
    }

    private static void apply(List<Change<DocumentUse>> changes, Map<List<Object>, DocumentUse> table) {
        for (Change<DocumentUse> change : changes) {
            if (change.row() == null) {
                assertThat(table.remove(change.key())).as("%s", change).isNotNull();
            } else {
                assertThat(table.put(List.copyOf(change.key()), change.row()))
                        .as("%s", change)
                        .isNotEqualTo(change.row());
            }
        }
    }

    /** A recheck that ends after some deltas as if the process had died; every state given is saved. */
    private List<Change<DocumentUse>> recheck(int most) {
        feed.api.asked.clear();
        List<Change<DocumentUse>> changes = new ArrayList<>();
        try (FeedPass<DocumentUse> pass = feed.feed().recheck(feed.saved, feed.now)) {
            for (int taken = 0; taken < most; taken++) {
                SliceDelta<DocumentUse> delta = pass.next();
                if (delta == null) {
                    break;
                }
                feed.saved.put(delta.companyId(), FeedState.decode(delta.state().encode()));
                changes.addAll(delta.changes());
            }
        }
        return changes;
    }

    private static FeedOptions options(int recheckDays) {
        return new FeedOptions(
                DayExpression.of(LONG_AGO), 3, Duration.ofHours(6), ZoneOffset.UTC, 31, Set.of(), recheckDays);
    }
}
