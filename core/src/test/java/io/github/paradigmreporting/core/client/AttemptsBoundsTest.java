package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.ErrorKind;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long a client waits by itself, however often a request fails. */
final class AttemptsBoundsTest {
    private final AnsweredException failure = new AnsweredException(ErrorKind.UNAVAILABLE, 503, null, "not now");

    private final FakeTime time = new FakeTime();

    @Test
    void doublesTheWaitUpToOneMinute() {
        fail(100, () -> 1);

        List<Duration> growing = Stream.of(500, 1000, 2000, 4000, 8000, 16_000, 32_000)
                .map(Duration::ofMillis)
                .toList();
        assertThat(time.waits())
                .hasSize(99)
                .startsWith(growing.toArray(Duration[]::new))
                .endsWith(Collections.nCopies(99 - growing.size(), Duration.ofMinutes(1))
                        .toArray(Duration[]::new));
    }

    @Test
    void spreadsTheWaitsFromNoneToTheLongest() {
        fail(3, () -> 0);

        assertThat(time.waits()).containsExactly(Duration.ZERO, Duration.ZERO);
    }

    private void fail(int times, DoubleSupplier random) {
        Request request = new Request(
                "sessions",
                URI.create("https://paradigm.example/"),
                Map.of(),
                1,
                new Deadline(time, Duration.ofDays(1)),
                new Cancellation());
        Attempts attempts = new Attempts(times, time, random);
        for (int attempt = 1; attempt < times; attempt++) {
            assertThat(attempts.next()).isEqualTo(attempt);
            attempts.failed(request, failure);
        }
        attempts.next();
        assertThatThrownBy(() -> attempts.failed(request, failure)).isSameAs(failure);
    }
}
