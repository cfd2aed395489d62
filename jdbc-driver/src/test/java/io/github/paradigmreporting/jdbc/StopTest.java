package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.simulator.Asked;
import io.github.paradigmreporting.simulator.Fault;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A statement ends when it is cancelled or its time is over, whatever it does just then; no request goes on. */
@Timeout(120)
class StopTest {
    /** Joins so many tables that planning takes longer than anybody waits. */
    private static final String PLANS_LONG = IntStream.range(0, 40)
            .mapToObj(i -> "sessions s" + i)
            .collect(Collectors.joining(
                    " NATURAL JOIN ", "SELECT COUNT(*) FROM ", " WHERE s0.date = '2026-03-02' AND s0.company_id = 2"));

    /** So many rows that counting them takes longer than anybody waits; needs no request. */
    private static final String AGGREGATES_LONG =
            "SELECT COUNT(*), MAX(a.date) FROM calendar a, calendar b, calendar c, calendar d WHERE a.date <> b.date";

    private static final String READS =
            "SELECT COUNT(*) FROM documents WHERE date BETWEEN '2026-03-01' AND '2026-03-31'";

    private ParadigmSimulator simulator;
    private Connection connection;

    @BeforeEach
    void start() throws SQLException {
        simulator = ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .documentsPerDay(50)
                .start();
        connection = SqlFixture.connect(simulator, "historyStart", "2020-01-01");
    }

    @AfterEach
    void stop() throws SQLException {
        connection.close();
        simulator.close();
    }

    @Test
    void cancelEndsPlanning() throws Exception {
        endsWhenCancelled(PLANS_LONG, stack -> stack.contains("Planners.run"));
        assertThat(simulator.journal().count()).isZero();
    }

    @Test
    void manyStatementsThatPlanLongTakeFewThreadsAndLeaveNoneBehind() throws Exception {
        List<Statement> statements = new ArrayList<>();
        List<CompletableFuture<Boolean>> ends = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Statement statement = connection.createStatement();
            String sql = PLANS_LONG + " AND s1.company_id < " + i;
            CompletableFuture<Boolean> end = new CompletableFuture<>();
            new Thread(() -> {
                        try {
                            end.complete(statement.executeQuery(sql).next());
                        } catch (SQLException e) {
                            end.completeExceptionally(e);
                        }
                    })
                    .start();
            statements.add(statement);
            ends.add(end);
        }
        while (planners(stack -> stack.contains("Planners.complete")) < 2) {
            Thread.onSpinWait();
        }
        assertThat(planners(stack -> true))
                .isLessThanOrEqualTo(8 + Runtime.getRuntime().availableProcessors());

        for (Statement statement : statements) {
            while (!ends.get(statements.indexOf(statement)).isDone()) {
                statement.cancel();
            }
        }

        assertThat(ends).allMatch(CompletableFuture::isCompletedExceptionally);
        awaitIdlePlanners();
    }

    @Test
    void anInterruptEndsPlanning() throws Exception {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread worker = new Thread(() -> {
            try (Statement statement = connection.createStatement()) {
                answer.complete(statement.executeQuery(PLANS_LONG).next());
            } catch (SQLException e) {
                answer.completeExceptionally(e);
            }
        });
        worker.start();
        while (planners(stack -> stack.contains("Planners.complete")) == 0) {
            Thread.onSpinWait();
        }

        worker.interrupt();

        assertThatThrownBy(() -> answer.get(60, TimeUnit.SECONDS)).hasMessageContaining("cancelled");
        awaitIdlePlanners();
    }

    private static void awaitIdlePlanners() throws Exception {
        CompletableFuture.runAsync(() -> {
                    while (planners(stack -> stack.contains("Planners.complete")) > 0) {
                        Thread.onSpinWait();
                    }
                })
                .get(10, TimeUnit.SECONDS);
    }

    private static long planners(Predicate<String> stack) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("paradigm-jdbc-planner"))
                .filter(thread -> stack.test(List.of(thread.getValue()).toString()))
                .count();
    }

    @Test
    void cancelEndsWaitingForAnAnswer() throws Exception {
        simulator.faults().next(1, "documents", Fault.hang());
        endsWhenCancelled(READS, stack -> simulator.journal().count() > 0);
        assertNoMoreRequests();
    }

    @Test
    void cancelEndsReadingAnAnswer() throws Exception {
        simulator.faults().next(1, "documents", Fault.slow(200));
        endsWhenCancelled(READS, stack -> simulator.journal().count() > 0);
        assertNoMoreRequests();
    }

    @Test
    void cancelEndsAggregating() throws Exception {
        endsWhenCancelled(AGGREGATES_LONG, stack -> stack.contains("lean.Aggregated"));
    }

    @Test
    void cancelEndsAggregatingWhatACompiledCallComputes() throws Exception {
        String compiled = AGGREGATES_LONG.replace("MAX(a.date)", "MAX(SQRT(EXTRACT(DAY FROM a.date)))");
        endsWhenCancelled(compiled, stack -> stack.contains("lean.Aggregated"));
    }

    @Test
    void theQueryTimeoutEndsPlanning() throws SQLException {
        endsInTime(PLANS_LONG);
        assertThat(simulator.journal().count()).isZero();
    }

    @Test
    void theQueryTimeoutEndsWaitingForAnAnswer() throws Exception {
        connection.prepareStatement(READS).close(); // its time is for waiting
        simulator.faults().next(1, "documents", Fault.hang());
        endsInTime(READS);
        assertThat(simulator.journal().count()).isEqualTo(1);
        assertNoMoreRequests();
    }

    @Test
    void theQueryTimeoutEndsReadingAnAnswer() throws Exception {
        connection.prepareStatement(READS).close(); // its time is for reading
        simulator.faults().next(1, "documents", Fault.slow(200));
        endsInTime(READS);
        assertNoMoreRequests();
    }

    @Test
    void theQueryTimeoutEndsAggregating() throws SQLException {
        endsInTime(AGGREGATES_LONG);
    }

    private void endsWhenCancelled(String sql, Predicate<String> underWay) throws Exception {
        try (Statement statement = connection.createStatement()) {
            Thread[] worker = new Thread[1];
            CompletableFuture<Boolean> answer = new CompletableFuture<>();
            worker[0] = new Thread(() -> {
                try (ResultSet rows = statement.executeQuery(sql)) {
                    answer.complete(rows.next());
                } catch (SQLException e) {
                    answer.completeExceptionally(e);
                }
            });
            worker[0].start();
            while (!answer.isDone()
                    && !underWay.test(List.of(worker[0].getStackTrace()).toString())) {
                Thread.onSpinWait();
            }
            assertThat(answer).isNotDone();

            statement.cancel();

            assertThatThrownBy(() -> answer.get(60, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .hasMessageContaining("cancelled")
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
        }
    }

    private void endsInTime(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(1);
            assertThatThrownBy(() -> statement.executeQuery(sql).next())
                    .isInstanceOf(SQLTimeoutException.class)
                    .hasMessageContaining("query timeout of 1 s");
        }
    }

    /** What was under way has ended, and nothing followed it. */
    private void assertNoMoreRequests() throws InterruptedException {
        assertThat(simulator
                        .journal()
                        .await(asked -> asked.stream().allMatch(StopTest::isOver), Duration.ofSeconds(30)))
                .isTrue();
        assertThat(simulator.journal().count()).isLessThanOrEqualTo(1);
    }

    private static boolean isOver(Asked asked) {
        return asked.outcome() != Asked.Outcome.OPEN;
    }
}
