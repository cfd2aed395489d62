package io.github.paradigmreporting.core.client;

import static io.github.paradigmreporting.core.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.ReportingException;
import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Memory, stack or a thread of Java's HTTP client is lost: the caller gets a typed error, and later requests work. */
class JvmErrorsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ReportQuery<SessionsDay> ONE_DAY = ReportQuery.of(Reports.SESSIONS, DAY, DAY);
    private static final String SELECTOR = "SelectorManager";

    private final FakeTime time = new FakeTime();

    static Stream<VirtualMachineError> errors() {
        return Stream.of(new OutOfMemoryError("Java heap space"), new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorWhileReadingIsTyped(VirtualMachineError error) {
        WindowRows<SessionsDay> rows = fetch(request -> new Response(200, Map.of(), failing(error), () -> {}));

        assertThatThrownBy(rows::hasNext)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("needs more memory than the JVM has")
                .hasMessageContaining("windowDays")
                .hasCause(error);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorWhileSendingIsTyped(VirtualMachineError error) {
        WindowRows<SessionsDay> rows = fetch(request -> {
            throw error;
        });

        assertThatThrownBy(rows::awaitBuffered)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasCause(error);
    }

    private WindowRows<SessionsDay> fetch(Transport transport) {
        WindowRows<SessionsDay> rows = new WindowRows<>(1 << 20);
        new WindowFetch<>(
                        ONE_DAY,
                        URI.create("http://localhost"),
                        transport,
                        new Attempts(1, time, () -> 0),
                        new Deadline(time, Duration.ofSeconds(1), Duration.ofSeconds(1)),
                        rows,
                        ExchangeListener.NONE,
                        Siblings.none())
                .run();
        return rows;
    }

    private static InputStream failing(VirtualMachineError error) {
        return new InputStream() {
            @Override
            public int read() {
                throw error;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                throw error;
            }
        };
    }

    @Test
    void anotherAttemptGoesThroughWhenTheSelectorThreadHasDied() throws InterruptedException {
        Set<Thread> others = selectors();
        try (ScriptedServer server = new ScriptedServer(json(Answers.sessions(2, DAY, DAY)));
                ParadigmReportingClient client = client(server).build()) {
            assertThat(client.rows(ONE_DAY).toList()).hasSize(1);
            end(others);

            assertThat(client.rows(ONE_DAY).toList()).hasSize(1);
        }
    }

    @Test
    void onlyOneRequestFailsWithASingleAttemptWhenTheSelectorThreadHasDied() throws InterruptedException {
        Set<Thread> others = selectors();
        try (ScriptedServer server = new ScriptedServer(json(Answers.sessions(2, DAY, DAY)));
                ParadigmReportingClient client = client(server).attempts(1).build()) {
            assertThat(client.rows(ONE_DAY).toList()).hasSize(1);
            end(others);

            assertThatThrownBy(() -> client.rows(ONE_DAY).toList()).isInstanceOf(ReportingException.class);
            assertThat(client.rows(ONE_DAY).toList()).hasSize(1);
        }
    }

    /** The JDK's client fails a request at once when its selector thread has died, or leaves it without an answer. */
    private ParadigmReportingClientBuilder client(ScriptedServer server) {
        return ParadigmReportingClient.builder()
                .answerTimeout(Duration.ofSeconds(1))
                .environment(Map.of())
                .baseUrl(server.url())
                .apiKey("key")
                .time(time);
    }

    private static Set<Thread> selectors() {
        Set<Thread> selectors = new HashSet<>(Thread.getAllStackTraces().keySet());
        selectors.removeIf(thread -> !thread.getName().contains(SELECTOR));
        return selectors;
    }

    /** Ends the selector threads that have begun since: an interrupt ends them as running out of memory does. */
    private static void end(Set<Thread> others) throws InterruptedException {
        Set<Thread> ours = selectors();
        ours.removeAll(others);
        assertThat(ours).isNotEmpty();
        for (Thread selector : ours) {
            selector.interrupt();
            selector.join(Duration.ofSeconds(20).toMillis());
            assertThat(selector.isAlive()).isFalse();
        }
    }
}
