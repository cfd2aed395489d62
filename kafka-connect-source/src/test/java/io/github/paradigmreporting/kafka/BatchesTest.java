package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.TransactionContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final Duration WAIT = Duration.ofMillis(1);

    private final SliceQueue queue = new SliceQueue(1000, 1 << 20);
    private final List<SourceRecord> commits = new ArrayList<>();

    @Test
    void handsOverWholeSlicesWhenThePollIsTheTransaction() throws Exception {
        SourceRecord[] large = put(7);
        SourceRecord[] small = put(2);
        Batches batches = new Batches(queue, 3, null);

        assertThat(batches.next(WAIT)).containsExactly(large);
        assertThat(batches.next(WAIT)).containsExactly(small);
        assertThat(batches.next(WAIT)).isNull();
    }

    @Test
    void cutsALargeSliceAndCommitsItWithItsLastRecord() throws Exception {
        SourceRecord[] large = put(7);
        SourceRecord[] small = put(2);
        Batches batches = new Batches(queue, 3, new Commits());

        assertThat(batches.next(WAIT)).containsExactly(large[0], large[1], large[2]);
        assertThat(batches.next(WAIT)).containsExactly(large[3], large[4], large[5]);
        assertThat(commits).isEmpty();
        assertThat(batches.next(WAIT)).containsExactly(large[6]);
        assertThat(commits).containsExactly(large[6]);
        assertThat(batches.next(WAIT)).containsExactly(small);
        assertThat(commits).containsExactly(large[6], small[1]);
    }

    @Test
    void commitsSmallSlicesTogether() throws Exception {
        put(1);
        SourceRecord[] second = put(2);
        Batches batches = new Batches(queue, 3, new Commits());

        assertThat(batches.next(WAIT)).hasSize(3);
        assertThat(commits).containsExactly(second[1]);
    }

    private SourceRecord[] put(int records) throws InterruptedException {
        SourceRecord[] slice = IntStream.range(0, records)
                .mapToObj(i -> new SourceRecord(Map.of(), Map.of(), "topic", null, null, null, null, "value" + i))
                .toArray(SourceRecord[]::new);
        queue.put(Slice.of(List.of(slice)));
        return slice;
    }

    private final class Commits implements TransactionContext {
        @Override
        public void commitTransaction(@Nullable SourceRecord record) {
            commits.add(record);
        }

        @Override
        public void commitTransaction() {
            throw new AssertionError("the batch after this one may be another slice's");
        }

        @Override
        public void abortTransaction() {
            throw new AssertionError("nothing is to be aborted");
        }

        @Override
        public void abortTransaction(@Nullable SourceRecord record) {
            throw new AssertionError("nothing is to be aborted");
        }
    }
}
