package io.github.paradigmreporting.examples.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.github.paradigmreporting.core.model.FeedbackDay;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.examples.routes.SessionsWithFeedback.Together;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SimulatorExtension.class)
final class SessionsWithFeedbackTest {
    private final Path state;
    private final List<Together> received = new CopyOnWriteArrayList<>();

    SessionsWithFeedbackTest(@TempDir Path state) {
        this.state = state;
    }

    @Test
    void tellsADayWithBothReportsAndAgainWhenOneOfThemChanges(ParadigmSimulator simulator) throws Exception {
        LocalDate yesterday = simulator.dataset().today().minusDays(1);
        SessionsDay sessions = simulator
                .dataset()
                .rows(Reports.SESSIONS, yesterday, yesterday, Set.of(2L))
                .get(0);
        simulator.edits().set(Reports.FEEDBACK, 2, yesterday, "likes_count", 17L);
        try (Started routes =
                new Started(simulator, state, Map.of("poll", "200ms"), new SessionsWithFeedback(), receiver())) {
            await().atMost(ONE_MINUTE)
                    .until(() -> received.contains(new Together(sessions, feedback(simulator, yesterday))));

            simulator.edits().set(Reports.FEEDBACK, 2, yesterday, "likes_count", 18L);
            FeedbackDay restated = feedback(simulator, yesterday);
            assertThat(restated.likesCount()).isEqualTo(18);
            await().atMost(ONE_MINUTE).until(() -> received.contains(new Together(sessions, restated)));
        }
        assertThat(received).allSatisfy(day -> {
            if (day.sessions() != null && day.feedback() != null) {
                assertThat(day.sessions().companyId()).isEqualTo(day.feedback().companyId());
                assertThat(day.sessions().date()).isEqualTo(day.feedback().date());
            }
        });
        assertThat(received)
                .extracting(Together::feedback)
                .filteredOn(Objects::nonNull)
                .hasSizeGreaterThan(20);
    }

    private RouteBuilder receiver() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:day")
                        .process(exchange -> received.add(exchange.getMessage().getBody(Together.class)));
            }
        };
    }

    private static FeedbackDay feedback(ParadigmSimulator simulator, LocalDate day) {
        return simulator.dataset().rows(Reports.FEEDBACK, day, day, Set.of(2L)).get(0);
    }
}
