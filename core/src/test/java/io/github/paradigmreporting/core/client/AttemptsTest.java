package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.error.ErrorKind;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AttemptsTest {
    private final FakeTime time = new FakeTime();
    private final Cancellation cancellation = new Cancellation();
    private final Request request = new Request(
            "sessions",
            URI.create("https://paradigm.example/"),
            Map.of(),
            1,
            new Deadline(time, Duration.ofMinutes(1)),
            cancellation);
    private final Attempts attempts = new Attempts(3, time, () -> 0.5);

    @Test
    void waitsAsLongAsTheServerAsks() {
        attempts.next();

        attempts.failed(request, answered(ErrorKind.RATE_LIMITED, Duration.ofSeconds(7)));

        assertThat(time.waits()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void doublesTheWaitWhenTheServerNamesNone() {
        attempts.next();
        attempts.failed(request, answered(ErrorKind.UNAVAILABLE, null));
        attempts.next();
        attempts.failed(request, answered(ErrorKind.UNAVAILABLE, null));

        assertThat(time.waits()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    }

    @Test
    void throwsTheFailureItselfAfterTheLastAttempt() {
        AnsweredException failure = answered(ErrorKind.UNAVAILABLE, null);
        attempts.next();
        attempts.next();
        attempts.next();

        assertThatThrownBy(() -> attempts.failed(request, failure)).isSameAs(failure);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void makesFewerAttemptsAfterOtherFailuresThanAfterThrottling() {
        Attempts once = new Attempts(3, 1, time, () -> 0.5);
        once.next();
        once.failed(request, answered(ErrorKind.RATE_LIMITED, Duration.ofSeconds(7)));
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(7));

        AnsweredException failure = answered(ErrorKind.UNAVAILABLE, null);
        assertThatThrownBy(() -> new Attempts(3, 0, time, () -> 0.5).failed(request, failure))
                .isSameAs(failure);
        once.next();
        assertThatThrownBy(() -> once.failed(request, failure)).isSameAs(failure);
    }

    @Test
    void doesNotWaitPastTheDeadline() {
        AnsweredException failure = answered(ErrorKind.RATE_LIMITED, Duration.ofSeconds(61));
        attempts.next();

        assertThatThrownBy(() -> attempts.failed(request, failure)).isSameAs(failure);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void doesNotAskAgainForWhatWillNotPass() {
        AnsweredException failure = answered(ErrorKind.ACCESS_DENIED, null);
        attempts.next();

        assertThatThrownBy(() -> attempts.failed(request, failure)).isSameAs(failure);
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void stopsWhenTheCallerCancels() {
        attempts.next();
        cancellation.cancel();

        assertThatThrownBy(() -> attempts.failed(request, answered(ErrorKind.UNAVAILABLE, null)))
                .isInstanceOf(CancelledException.class);
    }

    private static AnsweredException answered(ErrorKind kind, @Nullable Duration retryAfter) {
        return new AnsweredException(kind, 503, retryAfter, "not now");
    }
}
