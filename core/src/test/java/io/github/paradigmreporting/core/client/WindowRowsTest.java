package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.ConnectionFailedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much of an answer is read ahead of its taker. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class WindowRowsTest {
    /** How long a thread gets before a test calls it stuck; never waited for when all is well. */
    private static final Duration STUCK = Duration.ofSeconds(30);

    private final WindowRows<Integer> rows = new WindowRows<>(100);

    @Test
    void readsAheadUpToItsSize() throws InterruptedException {
        assertThat(rows.put(List.of(1), 60)).isZero();
        assertThat(rows.put(List.of(2), 40)).isZero();
        rows.complete(List.of());

        assertThat(rows.awaitBuffered()).containsExactly(1, 2);
        assertThat(rows.toList()).containsExactly(1, 2);
    }

    @Test
    void makesTheReaderWaitForTheTakerOnceItIsFull() throws InterruptedException {
        rows.put(List.of(1), 60);
        rows.put(List.of(2), 40);
        FutureTask<Long> third = waiting(List.of(3), 1);

        assertThat(rows.awaitBuffered()).as("larger than the buffer").isNull();
        assertThat(rows.next()).isEqualTo(1);
        assertThat(third).succeedsWithin(STUCK).satisfies(waited -> assertThat(waited)
                .isPositive());
        assertThat(rows.next()).isEqualTo(2);
        assertThat(rows.next()).isEqualTo(3);
    }

    @Test
    void letsRowsThatAreLargerThanItselfInAlone() throws InterruptedException {
        assertThat(rows.put(List.of(1), 1000)).isZero();
        FutureTask<Long> second = waiting(List.of(2), 1);

        assertThat(rows.next()).isEqualTo(1);
        assertThat(second).succeedsWithin(STUCK);
    }

    @Test
    void endsTheReadersWaitWhenTheTakerCloses() throws InterruptedException {
        rows.put(List.of(1), 100);
        FutureTask<Long> second = waiting(List.of(2), 1);

        rows.close();

        assertThat(second).failsWithin(STUCK).withThrowableThat().withCauseInstanceOf(CancelledException.class);
    }

    @Test
    void returnsNoRowOfAnAnswerThatFailsWhileItFits() throws InterruptedException {
        ConnectionFailedException failure = new ConnectionFailedException("broke off", new IOException());
        rows.put(List.of(1, 2), 100);
        rows.fail(failure);

        assertThatThrownBy(rows::awaitBuffered).isSameAs(failure);
        assertThatThrownBy(rows::next).isSameAs(failure);
    }

    @Test
    void returnsTheRowsBeforeTheFailureOfALargerAnswerFirst() throws InterruptedException {
        ConnectionFailedException failure = new ConnectionFailedException("broke off", new IOException());
        rows.put(List.of(1), 100);
        FutureTask<Long> second = waiting(List.of(2), 1);
        assertThat(rows.next()).isEqualTo(1);
        assertThat(second).succeedsWithin(STUCK);
        rows.fail(failure);

        assertThat(rows.next()).isEqualTo(2);
        assertThatThrownBy(rows::next).isSameAs(failure);
    }

    /** Puts in a thread of its own; returns when that thread waits. */
    private FutureTask<Long> waiting(List<Integer> more, long bytes) {
        FutureTask<Long> task = new FutureTask<>(() -> rows.put(more, bytes));
        Thread thread = new Thread(task, "reads");
        thread.setDaemon(true);
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            assertThat(task).isNotDone();
            assertThat(Thread.currentThread().isInterrupted()).as("timed out").isFalse();
            Thread.onSpinWait();
        }
        return task;
    }
}
