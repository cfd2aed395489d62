package io.github.paradigmreporting.camel.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

/** A transacted route: what was rolled back is sent again, what was committed is not. */
@ExtendWith(SimulatorExtension.class)
final class TransactionTest {
    private final List<SessionsDay> written = new ArrayList<>();
    private final List<SessionsDay> committed = new ArrayList<>();
    private int failures = 3;

    @Test
    void sendsAgainWhatWasRolledBack(ParadigmSimulator simulator, @TempDir Path state) throws Exception {
        LocalDate today = simulator.dataset().today();
        List<SessionsDay> days = simulator.dataset().rows(Reports.SESSIONS, today.minusDays(5), today.minusDays(1));
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("required", new SpringTransactionPolicy(new Committed()));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from("paradigm-reporting:sessions?initialDelay=0&delay=10ms&startDate=" + today.minusDays(5)
                                    + "&apiKey=RAW(" + simulator.key() + ")&requestsPerMinute=100000&baseUrl="
                                    + simulator.baseUrl() + "&stateDirectory=" + state)
                            .transacted("required")
                            .process(exchange ->
                                    written.add(exchange.getMessage().getBody(SessionsDay.class)))
                            .process(exchange -> failNowAndThen());
                }
            });
            context.start();

            await().atMost(ONE_MINUTE).until(() -> simulator.journal().count("sessions") > 6);
        }
        // The figures of today still grow.
        assertThat(committed).filteredOn(day -> day.date().isBefore(today)).containsExactlyInAnyOrderElementsOf(days);
        assertThat(failures).isZero();
    }

    private void failNowAndThen() {
        if (failures > 0 && committed.size() == 5 - failures) {
            failures--;
            throw new IllegalStateException("out of order");
        }
    }

    /** Hands on what was written, or forgets it. */
    private final class Committed extends AbstractPlatformTransactionManager {
        private static final long serialVersionUID = 1;

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            written.clear();
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            committed.addAll(written);
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            written.clear();
        }
    }
}
