package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.DeadlineExceededException;
import io.github.paradigmreporting.core.error.ErrorKind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both limits of a key, and the waits that an instance demands. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class BudgetTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration NONE = Duration.ZERO;
    private static final int MANY = 1000;
    /** How long a thread gets before a test calls it stuck; never waited for when all is well. */
    private static final Duration STUCK = Duration.ofSeconds(30);

    private final FakeTime time = new FakeTime();
    private final Cancellation cancellation = new Cancellation();

    @Test
    void sendsAtOnceWithinTheLimits() {
        Budget budget = new Budget(time, 2, 2);

        assertThat(acquire(budget)).isEqualTo(NONE);
        assertThat(acquire(budget)).isEqualTo(NONE);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void holdsARequestBackUntilTheMinuteHasRoomForIt() {
        Budget budget = new Budget(time, MANY, 2);
        acquire(budget);
        time.pass(Duration.ofSeconds(10));
        acquire(budget);

        assertThat(acquire(budget)).isEqualTo(Duration.ofSeconds(50));
        assertThat(acquire(budget)).isEqualTo(Duration.ofSeconds(10));
        assertThat(acquire(budget)).isEqualTo(Duration.ofSeconds(50));
        assertThat(time.waits())
                .containsExactly(Duration.ofSeconds(50), Duration.ofSeconds(10), Duration.ofSeconds(50));
    }

    @Test
    void countsARequestForOneMinuteAndNotLonger() {
        Budget budget = new Budget(time, MANY, 1);
        acquire(budget);
        time.pass(MINUTE.minusNanos(1));
        assertThat(acquire(budget)).isEqualTo(Duration.ofNanos(1));

        time.pass(MINUTE);
        assertThat(acquire(budget)).isEqualTo(NONE);
    }

    @Test
    void countsAgainstTheMinuteWhatWasAnsweredToo() {
        Budget budget = new Budget(time, 1, 1);
        acquire(budget);
        budget.release();

        assertThat(acquire(budget)).isEqualTo(MINUTE);
    }

    @Test
    void spreadsARunOfRequestsOverTheMinutes() {
        Budget budget = new Budget(time, MANY, 30);
        for (int i = 0; i < 100; i++) {
            acquire(budget);
        }

        // 30 at once, then 30 more at each full minute.
        assertThat(time.waits()).containsExactly(MINUTE, MINUTE, MINUTE);
    }

    @Test
    void sendsNoMoreAtOnceThanAllowed() {
        Budget budget = new Budget(time, 2, MANY);
        acquire(budget);
        assertHasPlace(budget);
        assertHasNoPlace(budget);

        budget.release();
        assertHasPlace(budget);
        assertHasNoPlace(budget);
    }

    @Test
    void sendsWhatWaitsForAPlaceWhenOneGetsFree() {
        Budget budget = new Budget(time, 1, MANY);
        acquire(budget);
        FutureTask<Duration> second = waiting(budget, request(MINUTE));

        budget.release();

        assertThat(second).succeedsWithin(STUCK);
    }

    @Test
    void saysHowLongARequestWaitedForAPlace() {
        Budget budget = new Budget(time, 1, MANY);
        acquire(budget);
        FutureTask<Duration> second = waiting(budget, request(MINUTE));

        time.pass(Duration.ofSeconds(7));
        budget.release();

        assertThat(second).succeedsWithin(STUCK).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void notifiesTheListenerOfEachWaitWithItsReason() {
        Budget budget = new Budget(time, 1, 1);
        List<String> waits = new CopyOnWriteArrayList<>();
        Request request = request(new Deadline(time, Duration.ofHours(1)), waits);
        acquire(budget);
        budget.stayAway(Duration.ofSeconds(30));
        FutureTask<Duration> second = waiting(budget, request);
        assertThat(waits).containsExactly("RETRY_AFTER PT30S");

        time.pass(Duration.ofSeconds(7));
        budget.release();

        assertThat(second).succeedsWithin(STUCK);
        assertThat(waits).containsExactly("RETRY_AFTER PT30S", "REQUESTS_AT_ONCE PT7S", "REQUESTS_PER_MINUTE PT23S");
    }

    @Test
    void sendsWhatWaitsForAPlaceWhenMoreAreAllowed() {
        Budget budget = new Budget(time, 1, MANY);
        acquire(budget);
        FutureTask<Duration> second = waiting(budget, request(MINUTE));

        budget.limit(2, MANY);

        assertThat(second).succeedsWithin(STUCK);
    }

    @Test
    void waitsForMoreThanOneAnswerWhenFewerAreAllowedThanAreRunning() {
        Budget budget = new Budget(time, 3, MANY);
        acquire(budget);
        acquire(budget);

        budget.limit(1, MANY);
        budget.release();
        assertHasNoPlace(budget);

        budget.release();
        assertHasPlace(budget);
    }

    @Test
    void appliesALowerLimitToTheMinuteThatHasBegun() {
        Budget budget = new Budget(time, MANY, 5);
        acquire(budget);
        time.pass(Duration.ofSeconds(1));
        acquire(budget);
        time.pass(Duration.ofSeconds(1));
        acquire(budget);

        budget.limit(MANY, 2);

        // The first leaves the minute after 58 s and the second, which makes room, a second later.
        assertThat(acquire(budget)).isEqualTo(Duration.ofSeconds(59));
    }

    @Test
    void appliesAHigherLimitToTheMinuteThatHasBegun() {
        Budget budget = new Budget(time, MANY, 1);
        acquire(budget);

        budget.limit(MANY, 2);

        assertThat(acquire(budget)).isEqualTo(NONE);
        assertThat(acquire(budget)).isEqualTo(MINUTE);
    }

    @Test
    void staysAwayAsLongAsTheInstanceDemandsAndNotLonger() {
        Budget budget = new Budget(time, MANY, MANY);
        budget.stayAway(Duration.ofSeconds(30));
        time.pass(Duration.ofSeconds(10));

        assertThat(acquire(budget)).isEqualTo(Duration.ofSeconds(20));
        assertThat(acquire(budget)).isEqualTo(NONE);
    }

    @Test
    void staysAwayUntilTheLatestOfTheTimesThatTheInstanceNamed() {
        Budget budget = new Budget(time, MANY, MANY);
        budget.stayAway(Duration.ofSeconds(30));
        budget.stayAway(Duration.ofSeconds(5));
        assertThat(acquire(budget)).isEqualTo(Duration.ofSeconds(30));

        budget.stayAway(Duration.ofSeconds(5));
        budget.stayAway(Duration.ofSeconds(40));
        assertThat(acquire(budget)).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void staysAwayNoLongerOnceTheWaitIsEnded() {
        Budget budget = new Budget(time, MANY, MANY);
        budget.stayAway(Duration.ofHours(1));
        budget.endWait();

        assertThat(acquire(budget)).isEqualTo(NONE);
    }

    @Test
    void staysAwayBeforeItLooksForAPlace() {
        Budget budget = new Budget(time, 1, MANY);
        acquire(budget);
        budget.stayAway(Duration.ofSeconds(30));

        FutureTask<Duration> second = waiting(budget, request(MINUTE));

        assertThat(time.waits()).containsExactly(Duration.ofSeconds(30));
        budget.release();
        assertThat(second).succeedsWithin(STUCK).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void refusesAWaitThatIsLongerThanTheDeadlineAllows() {
        Budget budget = new Budget(time, 1, MANY);
        budget.stayAway(MINUTE.plusSeconds(1));

        assertThatThrownBy(() -> budget.acquire(request(MINUTE)))
                .isInstanceOfSatisfying(AnsweredException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.RATE_LIMITED);
                    assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(61));
                })
                .hasMessageContaining("another 61 s")
                .hasMessageContaining("totalTimeout");
        assertThat(time.waits()).isEmpty();

        // What was refused takes up no place.
        assertThat(acquire(budget, request(Duration.ofMinutes(2)))).isEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void refusesAWaitForTheMinuteThatIsLongerThanTheDeadlineAllows() {
        Budget budget = new Budget(time, MANY, 1);
        acquire(budget);

        assertThatThrownBy(() -> budget.acquire(request(Duration.ofSeconds(59))))
                .isInstanceOf(AnsweredException.class)
                .hasMessageContaining("another 60 s");
        assertThat(acquire(budget, request(MINUTE.plusNanos(1)))).isEqualTo(MINUTE);
    }

    @Test
    void endsTheWaitForAPlaceAtTheDeadline() {
        Budget budget = new Budget(time, 1, MANY);
        acquire(budget);

        assertThatThrownBy(() -> budget.acquire(hurried()))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("totalTimeout");
    }

    @Test
    void sendsNothingAfterTheDeadline() {
        Budget budget = new Budget(time, MANY, MANY);
        Request late = request(Duration.ofSeconds(1));
        time.pass(Duration.ofSeconds(1));

        assertThatThrownBy(() -> budget.acquire(late)).isInstanceOf(DeadlineExceededException.class);
    }

    @Test
    void endsTheWaitForAPlaceWhenTheCallerCancels() {
        Budget budget = new Budget(time, 1, MANY);
        acquire(budget);
        FutureTask<Duration> second = waiting(budget, request(MINUTE));

        cancellation.cancel();

        assertThat(second).failsWithin(STUCK).withThrowableThat().withCauseInstanceOf(CancelledException.class);
    }

    @Test
    void sendsNothingForACallerWhoHasCancelled() {
        Budget budget = new Budget(time, MANY, MANY);
        Request request = request(MINUTE);
        cancellation.cancel();

        assertThatThrownBy(() -> budget.acquire(request)).isInstanceOf(CancelledException.class);
    }

    @Test
    void endsTheWaitForAPlaceWhenTheThreadIsInterrupted() {
        Budget budget = new Budget(time, 1, MANY);
        acquire(budget);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> budget.acquire(request(MINUTE))).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Duration acquire(Budget budget) {
        return acquire(budget, request(Duration.ofHours(1)));
    }

    /** Acquires; returns how long that took. */
    private Duration acquire(Budget budget, Request request) {
        long began = time.nanos();
        budget.acquire(request);
        return Duration.ofNanos(time.nanos() - began);
    }

    private Request request(Duration deadline) {
        return request(new Deadline(time, deadline));
    }

    private Request request(Deadline deadline) {
        return request(deadline, new ArrayList<>());
    }

    private Request request(Deadline deadline, List<String> waits) {
        ExchangeListener listener = new ExchangeListener() {
            @Override
            public void waits(WaitReason why, Duration wait) {
                waits.add(why + " " + wait);
            }
        };
        return new Request(
                "sessions", URI.create("https://paradigm.example/"), Map.of(), 1, deadline, cancellation, listener);
    }

    private void assertHasPlace(Budget budget) {
        assertThatCode(() -> budget.acquire(hurried())).doesNotThrowAnyException();
    }

    private void assertHasNoPlace(Budget budget) {
        assertThatThrownBy(() -> budget.acquire(hurried())).isInstanceOf(DeadlineExceededException.class);
    }

    /** A request whose deadline passes within a few milliseconds, whatever the machine does. */
    private Request hurried() {
        return request(new Deadline(new RunningTime(), Duration.ofMillis(5)));
    }

    /** Acquires in a thread of its own; returns when that thread waits for a place. */
    private FutureTask<Duration> waiting(Budget budget, Request request) {
        FutureTask<Duration> task = new FutureTask<>(() -> acquire(budget, request));
        Thread thread = new Thread(task, "waits for a place");
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(task).isNotDone();
            assertThat(Thread.currentThread().isInterrupted()).as("timed out").isFalse();
            Thread.onSpinWait();
        }
        return task;
    }

    /** Time that goes on by a millisecond whenever it is read. */
    private static final class RunningTime implements Time {
        private final AtomicLong millis = new AtomicLong();

        @Override
        public long nanos() {
            return TimeUnit.MILLISECONDS.toNanos(millis.incrementAndGet());
        }

        @Override
        public Instant now() {
            return Instant.EPOCH.plusNanos(nanos());
        }

        @Override
        public void sleep(Duration wait, Cancellation cancellation) {
            millis.addAndGet(wait.toMillis());
        }
    }
}
