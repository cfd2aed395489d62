package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.ErrorKind;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DeadlineTest {
    private final FakeTime time = new FakeTime();
    private final Deadline impatient = new Deadline(time, Duration.ofMinutes(10), Duration.ofSeconds(30));

    @Test
    void allowsWaitsUpToTheLongestAndToItsEnd() {
        assertThat(impatient.allowsWait(Duration.ofSeconds(30).toNanos())).isTrue();
        assertThat(impatient.allowsWait(Duration.ofSeconds(31).toNanos())).isFalse();
        assertThat(new Deadline(time, Duration.ofSeconds(20))
                        .allowsWait(Duration.ofSeconds(20).toNanos()))
                .isTrue();
        assertThat(new Deadline(time, Duration.ofSeconds(20))
                        .allowsWait(Duration.ofSeconds(21).toNanos()))
                .isFalse();
    }

    @Test
    void endsTheAttemptsOfACallerWhoWouldNotWaitThatLong() {
        Request request = new Request(
                "sessions", URI.create("https://paradigm.example/"), Map.of(), 1, impatient, new Cancellation());
        Attempts attempts = new Attempts(3, time, () -> 0.5);
        attempts.next();
        attempts.failed(request, throttled(30));
        attempts.next();
        AnsweredException tooLong = throttled(31);

        assertThatThrownBy(() -> attempts.failed(request, tooLong)).isSameAs(tooLong);
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(30));
    }

    private static AnsweredException throttled(int seconds) {
        return new AnsweredException(ErrorKind.RATE_LIMITED, 429, Duration.ofSeconds(seconds), "throttled");
    }
}
