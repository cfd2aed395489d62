package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.ConnectionFailedException;
import io.github.paradigmreporting.core.error.DeadlineExceededException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long a body may be silent, and what ends it. */
final class GuardedBodyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration TOTAL = Duration.ofMinutes(10);

    private final FakeTime time = new FakeTime();
    private final Cancellation cancellation = new Cancellation();
    private final Deadline deadline = new Deadline(time, TOTAL);
    private final Watchdog watchdog = new Watchdog();
    private final Wire wire = new Wire();
    private final GuardedBody body = new GuardedBody(
            wire,
            new Request("sessions", URI.create("https://paradigm.example/"), Map.of(), 1, deadline, cancellation),
            PATIENCE,
            watchdog,
            time);

    @AfterEach
    void stop() {
        watchdog.close();
    }

    @Test
    void waitsForBytesAsLongAsTheAnswerTimeout() {
        wire.beforeBytes = () -> silence(PATIENCE);

        assertThat(read()).isEqualTo(1);
        assertThat(read()).isEqualTo(1);
    }

    @Test
    void dropsAnAnswerThatIsSilentForLongerThanTheAnswerTimeout() {
        wire.beforeBytes = () -> silence(PATIENCE.plusNanos(1));

        assertThatThrownBy(this::read)
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("the answer stopped for PT1M")
                .hasMessageContaining("answerTimeout");
        assertThat(wire.closed).isTrue();
    }

    @Test
    void doesNotCountTheTimeBetweenTwoReads() {
        read();
        silence(PATIENCE.multipliedBy(2));

        assertThat(read()).isEqualTo(1);
        assertThat(wire.closed).isFalse();
    }

    @Test
    void dropsAnAnswerThatIsReadWhenTheTotalTimeoutIsOver() {
        time.pass(TOTAL.minusSeconds(1));
        wire.beforeBytes = () -> silence(Duration.ofMillis(999));
        assertThat(read()).isEqualTo(1);

        wire.beforeBytes = () -> silence(Duration.ofMillis(1));
        assertThatThrownBy(this::read)
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("totalTimeout");
        assertThat(wire.closed).isTrue();
    }

    @Test
    void endsAReadWhenTheCallerCancels() {
        wire.beforeBytes = cancellation::cancel;

        assertThatThrownBy(this::read).isInstanceOf(CancelledException.class);
        assertThat(wire.closed).isTrue();
        assertThatThrownBy(this::read).as("and every further one").isInstanceOf(CancelledException.class);
    }

    @Test
    void keepsTheFirstReasonForWhichItWasDropped() {
        wire.beforeBytes = () -> {
            silence(PATIENCE.plusNanos(1));
            cancellation.cancel();
        };

        assertThatThrownBy(this::read).isInstanceOf(DeadlineExceededException.class);
    }

    @Test
    void saysWhyAnAnswerBrokeOff() {
        wire.broken = true;

        assertThatThrownBy(this::read)
                .isInstanceOf(ConnectionFailedException.class)
                .hasMessageContaining("broke off (connection reset)");
    }

    @Test
    void readsNoMoreThanSixteenKibibytesAtOnce() {
        assertThat(body.read(new byte[100_000], 0, 100_000)).isEqualTo(16 * 1024);
        assertThat(body.read(new byte[100], 0, 100)).isEqualTo(100);
    }

    @Test
    void readsBytesWithoutASign() throws IOException {
        wire.content = (byte) 0xff;
        assertThat(body.read()).isEqualTo(0xff);

        wire.ended = true;
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void isNotTouchedAfterItIsClosed() {
        body.close();
        assertThat(wire.closed).isTrue();
        wire.closed = false;

        cancellation.cancel();

        assertThat(wire.closed).isFalse();
    }

    private int read() {
        return body.read(new byte[1], 0, 1);
    }

    private void silence(Duration length) {
        time.pass(length);
        body.checkTime();
    }

    /** The bytes of the connection. */
    private static final class Wire extends InputStream {
        private Runnable beforeBytes = () -> {};
        private byte content = 'x';
        private boolean ended;
        private boolean broken;
        private volatile boolean closed;

        @Override
        public int read() {
            throw new AssertionError("not byte by byte");
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            beforeBytes.run();
            if (broken || closed) {
                throw new IOException(closed ? "closed" : "connection reset");
            }
            if (ended) {
                return -1;
            }
            bytes[offset] = content;
            return length;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
