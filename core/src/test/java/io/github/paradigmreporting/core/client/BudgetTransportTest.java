package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.AnsweredException;
import io.github.paradigmreporting.core.error.ConnectionFailedException;
import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.error.ReportingException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What takes up a place in the budget, and what an answer does to it. */
final class BudgetTransportTest {
    private final FakeTime time = new FakeTime();
    private final Budget budget = new Budget(time, 1, 3);
    private final List<Duration> waited = new ArrayList<>();

    @Test
    void freesThePlaceWhenTheAnswerBegins() {
        Transport transport = new BudgetTransport(budget, request -> answer());
        Response unread = transport.send(request());

        assertThat(transport.send(request())).isNotSameAs(unread);
        assertThat(waited).isEmpty();
    }

    @Test
    void freesThePlaceWhenThereIsNoAnswer() {
        Transport failing = failing(new ConnectionFailedException("no connection", new java.io.IOException()));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> failing.send(request())).isInstanceOf(ConnectionFailedException.class);
        }

        assertThat(waited).isEmpty();
    }

    @Test
    void holdsTheNextRequestBackAsLongAsTheInstanceDemands() {
        Transport throttled = failing(throttled(Duration.ofSeconds(20)));
        assertThatThrownBy(() -> throttled.send(request())).isInstanceOf(AnsweredException.class);

        new BudgetTransport(budget, request -> answer()).send(request());

        assertThat(waited).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void sendsTheNextRequestAtOnceWhenTheInstanceNamesNoWait() {
        Transport throttled = failing(throttled(null));
        assertThatThrownBy(() -> throttled.send(request())).isInstanceOf(AnsweredException.class);

        new BudgetTransport(budget, request -> answer()).send(request());

        assertThat(waited).isEmpty();
    }

    @Test
    void reportsHowLongTheLimitOfAMinuteHeldARequestBack() {
        Transport transport = new BudgetTransport(budget, request -> answer());
        for (int i = 0; i < 4; i++) {
            transport.send(request());
        }

        assertThat(waited).containsExactly(Duration.ofMinutes(1));
    }

    private Transport failing(ReportingException failure) {
        return new BudgetTransport(budget, request -> {
            throw failure;
        });
    }

    private static AnsweredException throttled(@Nullable Duration retryAfter) {
        return new AnsweredException(ErrorKind.RATE_LIMITED, 429, retryAfter, "throttled");
    }

    private static Response answer() {
        return new Response(200, Map.of(), InputStream.nullInputStream(), () -> {});
    }

    private Request request() {
        ExchangeListener listener = new ExchangeListener() {
            @Override
            public void waits(WaitReason why, Duration time) {
                waited.add(time);
            }
        };
        return new Request(
                "sessions",
                URI.create("https://paradigm.example/"),
                Map.of(),
                1,
                new Deadline(time, Duration.ofHours(1)),
                new Cancellation(),
                listener);
    }
}
