package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SliceQueueTest {
    private static final Duration NOT_LONG = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void handsOutWholeSlicesUpToABatch() throws Exception {
        SliceQueue queue = new SliceQueue(1000, 1000);
        queue.put(slice(3, 1));
        queue.put(slice(4, 1));
        queue.put(slice(5, 1));
        assertThat(queue.take(8, NOT_LONG)).hasSize(7);
        assertThat(queue.take(8, NOT_LONG)).hasSize(5);
        assertThat(queue.take(8, NOT_LONG)).isNull();
    }

    @Test
    void neverCutsASliceThatIsLargerThanABatch() throws Exception {
        SliceQueue queue = new SliceQueue(10, 10);
        queue.put(slice(50, 50));
        assertThat(queue.take(8, NOT_LONG)).hasSize(50);
    }

    @Test
    void makesFetchersWaitWhenTooManyBytesOrRecordsWait() throws Exception {
        SliceQueue queue = new SliceQueue(10, 100);
        queue.put(slice(2, 60));
        CompletableFuture<Boolean> tooManyBytes = putElsewhere(queue, slice(1, 60));
        assertThat(tooManyBytes).isNotDone();
        queue.take(1, LONG);
        assertThat(tooManyBytes.get(30, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Boolean> tooManyRecords = putElsewhere(queue, slice(10, 1));
        assertThat(tooManyRecords).isNotDone();
        queue.take(1, LONG);
        assertThat(tooManyRecords.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void makesFetchersWaitForTheLongTextsOfAFewRecords() throws Exception {
        SliceQueue queue = new SliceQueue(1000, 100_000);
        Slice slice = Slice.of(List.of(new SourceRecord(Map.of(), Map.of(), "topic", null, "x".repeat(60_000))));
        queue.put(slice);
        assertThat(queue.bytes()).isBetween(60_000L, 62_000L);
        CompletableFuture<Boolean> second = putElsewhere(queue, slice);
        assertThat(second).isNotDone();

        queue.take(1, LONG);
        assertThat(second.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void failsOnlyAfterWhatCameBefore() throws Exception {
        SliceQueue queue = new SliceQueue(10, 10);
        queue.put(slice(1, 1));
        queue.fail(new ConnectException("first"));
        queue.fail(new ConnectException("second"));
        assertThat(queue.take(1, LONG)).hasSize(1);
        assertThatThrownBy(() -> queue.take(1, LONG)).hasMessage("first");
    }

    @Test
    void endsEveryWaitWhenClosed() throws Exception {
        SliceQueue queue = new SliceQueue(1, 1);
        queue.put(slice(1, 1));
        CompletableFuture<Boolean> waiting = putElsewhere(queue, slice(1, 1));
        queue.close();
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(queue.take(1, LONG)).isNull();
        assertThat(queue.put(slice(1, 1))).isFalse();
        assertThat(queue.records()).isZero();
    }

    /** Puts on another thread, and returns when that thread waits or is done. */
    private static CompletableFuture<Boolean> putElsewhere(SliceQueue queue, Slice slice) {
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(queue.put(slice));
            } catch (InterruptedException e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        Awaitility.await().until(() -> result.isDone() || thread.getState() == Thread.State.WAITING);
        return result;
    }

    private static Slice slice(int records, long bytes) {
        return new Slice(
                IntStream.range(0, records)
                        .mapToObj(i -> new SourceRecord(Map.of(), Map.of(), "topic", null, null))
                        .toList(),
                bytes);
    }
}
