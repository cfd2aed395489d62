package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.ChangeKind;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a position is saved, and when the disk is waited for. */
class PositionKeeperTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final Duration LONG = Duration.ofDays(1);
    private static final int MANY = 1_000_000;

    private final Log log = new Log();
    /** Near the end of its range, since the JVM's may begin anywhere. */
    private long nanos = Long.MAX_VALUE - 5;

    private int days;

    @Test
    void savesAfterSoManyMessages() {
        PositionKeeper<SessionsDay> keeper = keeper(3, LONG);
        for (int message = 1; message <= 7; message++) {
            complete(keeper);
        }

        assertThat(log.saves()).containsExactly("3 days", "6 days");
    }

    @Test
    void savesAfterSoLong() {
        PositionKeeper<SessionsDay> keeper = keeper(MANY, Duration.ofSeconds(5));
        pass(Duration.ofSeconds(5).minusNanos(1));
        complete(keeper);
        assertThat(log.saves()).isEmpty();

        pass(Duration.ofNanos(1));
        complete(keeper);
        assertThat(log.saves()).containsExactly("2 days");

        pass(Duration.ofSeconds(5).minusNanos(1));
        complete(keeper);
        assertThat(log.saves()).hasSize(1);
    }

    @Test
    void savesWhenNothingIsLeftToWaitFor() {
        PositionKeeper<SessionsDay> keeper = keeper(MANY, LONG);
        complete(keeper);
        assertThat(log.calls).isEmpty();

        keeper.saveIfDue(true);
        assertThat(log.calls).containsExactly("save 1 days", "force");

        keeper.saveIfDue(true);
        assertThat(log.calls).as("nothing new").hasSize(2);
    }

    @Test
    void waitsForTheDiskAtMostOnceInATenthOfASecondWhileMessagesAreCompleted() {
        PositionKeeper<SessionsDay> keeper = keeper(1, LONG);
        complete(keeper);
        assertThat(log.calls).as("the first save").containsExactly("save 1 days", "force");

        pass(Duration.ofMillis(100).minusNanos(1));
        complete(keeper);
        assertThat(log.calls).endsWith("force", "save 2 days");

        pass(Duration.ofNanos(1));
        complete(keeper);
        assertThat(log.calls).endsWith("save 2 days", "save 3 days", "force");
    }

    @Test
    void countsTheTenthOfASecondFromTheEndOfTheLastWaitForTheDisk() {
        log.forcing = () -> pass(Duration.ofMillis(400));
        PositionKeeper<SessionsDay> keeper = keeper(1, LONG);
        complete(keeper);
        complete(keeper);
        assertThat(log.calls).containsExactly("save 1 days", "force", "save 2 days");

        pass(Duration.ofMillis(100));
        complete(keeper);
        assertThat(log.calls).endsWith("save 3 days", "force");
    }

    @Test
    void waitsForTheDiskWhenNothingIsLeftToWaitFor() {
        PositionKeeper<SessionsDay> keeper = keeper(1, LONG);
        complete(keeper);
        complete(keeper);
        assertThat(log.calls).endsWith("save 2 days");

        keeper.saveIfDue(true);
        assertThat(log.calls).endsWith("save 2 days", "force");
    }

    @Test
    void keepsAFailureForThePollAndSavesNothingBeforeIt() {
        PositionKeeper<SessionsDay> keeper = keeper(1, LONG);
        log.broken = true;
        complete(keeper);
        complete(keeper);
        assertThat(log.calls).as("attempts").containsExactly("save 1 days");
        assertThatThrownBy(keeper::save).hasMessage("disk full");

        log.broken = false;
        keeper.save();
        complete(keeper);
        assertThat(log.calls).endsWith("save 2 days", "force", "save 3 days");
    }

    @Test
    void saysItIsReachedBeforeItIsSaved() {
        PositionKeeper<SessionsDay> keeper = keeper(MANY, LONG);
        complete(keeper);

        assertThat(keeper.reached().state(2).openRows()).isOne();
        assertThat(keeper.watermark()).isNull();
    }

    @Test
    void replacesThePositionWhenItGoesBack() {
        PositionKeeper<SessionsDay> keeper = keeper(MANY, LONG);
        complete(keeper);
        complete(keeper);

        keeper.rewind(DAY.plusDays(2));

        assertThat(log.calls).containsExactly("replace 1 days", "force");
        complete(keeper);
        keeper.save();
        assertThat(log.calls).endsWith("save 3 days", "force");
    }

    @Test
    void savesWhenClosedAndNotAfterwards() {
        PositionKeeper<SessionsDay> keeper = keeper(MANY, LONG);
        complete(keeper);

        keeper.close();
        assertThat(log.calls).containsExactly("save 1 days", "force", "close");

        complete(keeper);
        keeper.saveIfDue(true);
        keeper.save();
        assertThat(log.calls).hasSize(3);
    }

    @Test
    void closesTheStoreAlsoWhenTheLastSaveFails() {
        PositionKeeper<SessionsDay> keeper = keeper(MANY, LONG);
        complete(keeper);
        log.broken = true;

        assertThatThrownBy(keeper::close).hasMessage("disk full");
        assertThat(log.calls).containsExactly("save 1 days", "close");
    }

    private PositionKeeper<SessionsDay> keeper(int every, Duration interval) {
        return new PositionKeeper<>(log, "key", every, interval, () -> nanos);
    }

    /** A message with one more day is done, and others are not. */
    private void complete(PositionKeeper<SessionsDay> keeper) {
        days++;
        FeedState state = FeedState.partly(
                Reports.SESSIONS,
                null,
                DAY.plusDays(1)
                        .datesUntil(DAY.plusDays(days + 1L))
                        .map(PositionKeeperTest::given)
                        .toList());
        keeper.reach(List.of(Position.after(2, state)));
        keeper.saveIfDue(false);
    }

    private static Change<SessionsDay> given(LocalDate day) {
        return new Change<>(
                ChangeKind.NEW,
                List.of(2L, day),
                new SessionsDay(2, "Acme", day, 1L, null, null, null, null, null, null));
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    /** Remembers what is saved, by the number of days. */
    private static final class Log implements PositionStore<SessionsDay> {
        private final List<String> calls = new ArrayList<>();
        private Runnable forcing = () -> {};
        private boolean broken;

        List<String> saves() {
            return calls.stream()
                    .filter(call -> call.startsWith("save "))
                    .map(call -> call.substring(5))
                    .toList();
        }

        @Override
        public Positions<SessionsDay> read() {
            return new Positions<>(Reports.SESSIONS);
        }

        @Override
        public void save(Steps<SessionsDay> steps, Positions<SessionsDay> reached) {
            write("save", reached);
        }

        @Override
        public void replace(Positions<SessionsDay> reached) {
            write("replace", reached);
        }

        private void write(String how, Positions<SessionsDay> reached) {
            calls.add(how + " " + reached.state(2).openRows() + " days");
            if (broken) {
                throw new IllegalStateException("disk full");
            }
        }

        @Override
        public void force(Positions<SessionsDay> reached) {
            calls.add("force");
            forcing.run();
        }

        @Override
        public void close() {
            calls.add("close");
        }
    }
}
