package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Polls while the instance restates, forgets, fails and throttles, the route fails, and the process is stopped and started
 * at random. A receiver that overwrites by key ends equal to the instance, and is never told what it knows.
 */
class RandomPollsTest {
    @TempDir
    Path directory = Path.of("");

    static IntStream seeds() {
        return IntStream.range(0, 6);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void tellsEveryChangeOnce(int seed) throws Exception {
        new Story<>(seed, Reports.ALL.get(seed)).run(25);
    }

    @Test
    void tellsEveryChangeOnceAlthoughPollsEndInTheMiddleOfADay() throws Exception {
        for (int seed = 0; seed < 4; seed++) {
            Report<?> report = seed % 2 == 0 ? Reports.DOCUMENTS : Reports.TOOLS;
            new Story<>(50 + seed, report).runInParts(40);
        }
    }

    @Test
    @Tag("long")
    void tellsEveryChangeOnceInAThousandPolls() throws Exception {
        for (int seed = 100; seed < 112; seed++) {
            new Story<>(seed, Reports.ALL.get(seed % Reports.ALL.size())).run(84);
        }
    }

    /** One random history of one report. */
    private final class Story<R extends Row> {
        private final Random random;
        private final Report<R> report;
        private final World world = new World();
        private final Map<String, Object> receiver = new TreeMap<>();
        private final Path state;
        private final List<AssertionError> surprises = new ArrayList<>();
        private Runnable takeBack = () -> {};
        private int mostMessages = 40;

        Story(int seed, Report<R> report) {
            this.random = new Random(seed);
            this.report = report;
            this.state = directory.resolve("seed" + seed);
        }

        /** After the history, polls of few messages. */
        void runInParts(int polls) throws Exception {
            mostMessages = 0;
            Polled route = start();
            settle(route);
            route.close();
            mostMessages = 3;
            run(polls);
        }

        void run(int polls) throws Exception {
            Polled route = start();
            try {
                for (int i = 0; i < polls; i++) {
                    happen();
                    if (random.nextInt(5) == 0) {
                        route.close();
                        route = start();
                    }
                    pollMaybeFailing(route);
                }
                world.simulator().faults().clear();
                settle(route);
            } finally {
                route.close();
                world.close();
            }
            assertThat(surprises).isEmpty();
            assertThat(answered(receiver)).isEqualTo(answered(Polled.keyed(report, world.truth(report))));
        }

        /** Without the window asked for: that another day has begun is no change of a member count. */
        private Map<String, List<String>> answered(Map<String, Object> rows) {
            Map<String, List<String>> values = new TreeMap<>();
            rows.forEach((key, row) -> values.put(
                    key,
                    report.columns().stream()
                            .filter(column -> !column.fromRequest())
                            .map(column ->
                                    String.valueOf(column.value(report.rowType().cast(row))))
                            .toList()));
            return values;
        }

        private Polled start() throws Exception {
            int limit = mostMessages == 0 || random.nextBoolean() ? 0 : 1 + random.nextInt(mostMessages);
            return new Polled(
                    world,
                    "paradigm-reporting:" + report + "?sendRemoved=true&attempts=1&maxRetryAfter=0s&windowDays="
                            + (3 + random.nextInt(30)) + "&maxMessagesPerPoll=" + limit + "&stateDirectory=" + state,
                    this::receive);
        }

        private void receive(Exchange exchange) {
            if (random.nextInt(200) == 0) {
                throw new IllegalStateException("the receiver is out of order");
            }
            String key = exchange.getMessage().getHeader(ParadigmReportingConstants.RECORD_KEY, String.class);
            Object body = exchange.getMessage().getBody();
            String change = exchange.getMessage().getHeader(ParadigmReportingConstants.CHANGE, String.class);
            Object before = "removed".equals(change) ? receiver.remove(key) : receiver.put(key, body);
            try {
                assertThat(before).as("what the receiver knew of " + key).isNotEqualTo(body);
                assertThat(change).as("change of " + key).isEqualTo(expected(before, change));
            } catch (AssertionError e) {
                // Not thrown: to the route that would be one more failure.
                surprises.add(e);
            }
        }

        private String expected(@Nullable Object before, String change) {
            if (before == null) {
                return "new";
            }
            return "removed".equals(change) ? change : "restated";
        }

        private void pollMaybeFailing(Polled route) throws Exception {
            try {
                route.poll();
            } catch (ParadigmReportingException e) {
                // As a scheduler would: it will be tried again.
                assertThat(e.getKind().mayPass()).as(e.getMessage()).isTrue();
            }
        }

        private void settle(Polled route) throws Exception {
            int quiet = 0;
            for (int i = 0; quiet < 2; i++) {
                int before = route.sent().size();
                route.poll();
                quiet = route.sent().size() == before && route.consumer().isAtRest() ? quiet + 1 : 0;
                assertThat(i).as("polls until nothing is left").isLessThan(2_000);
            }
        }

        private void happen() {
            if (random.nextInt(3) == 0) {
                takeBack.run();
                takeBack = () -> {};
                return;
            }
            world.pass(Duration.ofMinutes(random.nextInt(60 * 30)));
            LocalDate day = world.today().minusDays(random.nextInt(3));
            long company = world.simulator()
                    .dataset()
                    .companies()
                    .get(random.nextInt(3))
                    .id();
            takeBack = () -> world.simulator().edits().undo(report, company, day);
            switch (random.nextInt(6)) {
                case 0 -> world.simulator().edits().multiply(report, company, day, 1 + random.nextInt(3));
                case 1 -> world.simulator().edits().vanish(report, company, day, row -> row.hashCode() % 3 == 0);
                case 2 -> world.simulator().edits().undo(report, company, day);
                case 3 -> world.simulator().faults().next(1, report.name(), Fault.status(503));
                case 4 -> world.simulator().faults().next(1, report.name(), Fault.cut(random.nextInt(3_000)));
                default -> world.simulator().edits().vanish(report, company, day, row -> true);
            }
        }
    }
}
