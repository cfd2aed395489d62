package io.github.paradigmreporting.camel;

import static io.github.paradigmreporting.camel.ParadigmReportingConstants.CHANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConsumerTest {
    @TempDir
    Path directory = Path.of("");

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    static List<Report<?>> reports() {
        return Reports.ALL;
    }

    @ParameterizedTest
    @MethodSource("reports")
    void sendsExactlyTheTruthAndThenNothing(Report<?> report) throws Exception {
        try (Polled route = polled(report.name())) {
            List<Polled.Sent> first = route.poll();

            assertThat(Polled.applied(first)).isEqualTo(truth(report));
            assertThat(first).hasSize(truth(report).size());
            assertThat(first).extracting(sent -> sent.header(CHANGE)).containsOnly("new");
            assertThat(route.poll()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void goesOnAfterARestart(Report<?> report) throws Exception {
        List<Polled.Sent> all = new ArrayList<>();
        try (Polled route = polled(report.name())) {
            all.addAll(route.poll());
        }
        world.pass(Duration.ofDays(1));
        try (Polled route = polled(report.name())) {
            List<Polled.Sent> second = route.poll();
            all.addAll(second);
            // Today has grown, and so have the members' figures; the days before are as they were.
            assertThat(second).hasSizeLessThanOrEqualTo(truth(report).size() / 5 + 3);
        }
        assertThat(Polled.applied(all)).isEqualTo(truth(report));
        try (Polled route = polled(report.name())) {
            assertThat(route.poll()).isEmpty();
        }
    }

    @Test
    void sendsARestatedDayAgainAndNothingElse() throws Exception {
        LocalDate day = world.today().minusDays(2);
        try (Polled route = polled("sessions")) {
            route.poll();
            world.simulator().edits().set(Reports.SESSIONS, 2, day, "sessions_count", 4711L);

            List<Polled.Sent> second = route.poll();

            assertThat(second).singleElement().satisfies(sent -> {
                assertThat(sent.header(CHANGE)).isEqualTo("restated");
                assertThat(sent.header(ParadigmReportingConstants.RECORD_KEY)).isEqualTo("sessions/2/" + day);
                assertThat(sent.header(ParadigmReportingConstants.DATE)).isEqualTo(day);
                assertThat(sent.header(ParadigmReportingConstants.COMPANY_ID)).isEqualTo(2L);
                assertThat(((SessionsDay) sent.body()).sessionsCount()).isEqualTo(4711L);
            });
            assertThat(route.poll()).isEmpty();
        }
    }

    @Test
    void givesARevisionThatNeverReturns() throws Exception {
        LocalDate day = world.today();
        try (Polled route = polled("sessions")) {
            Object before = revision(route.poll(), "sessions/2/" + day);
            world.simulator().edits().set(Reports.SESSIONS, 2, day, "sessions_count", 1L);
            Object after = revision(route.poll(), "sessions/2/" + day);
            world.simulator().edits().undo(Reports.SESSIONS, 2, day);
            Object again = revision(route.poll(), "sessions/2/" + day);

            assertThat(List.of(before, after, again)).doesNotHaveDuplicates();
        }
    }

    @Test
    void tellsRemovedRowsWhenAsked() throws Exception {
        try (Polled route = polled("documents?sendRemoved=true")) {
            List<Polled.Sent> first = route.poll();
            LocalDate day = world.today();
            world.simulator().edits().vanish(Reports.DOCUMENTS, 2, day, row -> true);

            List<Polled.Sent> second = route.poll();

            List<Polled.Sent> gone = first.stream()
                    .filter(sent -> sent.body() instanceof DayRow row
                            && row.companyId() == 2
                            && row.date().equals(day))
                    .toList();
            assertThat(second).isNotEmpty().hasSameSizeAs(gone);
            assertThat(second).extracting(sent -> sent.header(CHANGE)).containsOnly("removed");
            assertThat(second)
                    .extracting(sent -> sent.header(ParadigmReportingConstants.DATE))
                    .containsOnly(day);
            assertThat(Polled.applied(route.sent())).isEqualTo(truth(Reports.DOCUMENTS));
        }
    }

    @Test
    void keepsQuietAboutRemovedRowsOtherwise() throws Exception {
        try (Polled route = polled("documents")) {
            route.poll();
            world.simulator().edits().vanish(Reports.DOCUMENTS, 2, world.today(), row -> true);

            assertThat(route.poll()).isEmpty();
        }
    }

    @Test
    void sendsListsOfAtMostBatchSize() throws Exception {
        try (Polled route = polled("documents?batchSize=50")) {
            List<Polled.Sent> sent = route.poll();

            List<Object> rows = new ArrayList<>();
            for (Polled.Sent message : sent) {
                List<?> list = (List<?>) message.body();
                assertThat(list).hasSizeBetween(1, 50);
                assertThat(message.header(ParadigmReportingConstants.COUNT)).isEqualTo((long) list.size());
                rows.addAll(list);
            }
            assertThat(rows).containsExactlyInAnyOrderElementsOf(world.truth(Reports.DOCUMENTS));
            assertThat(sent).hasSizeLessThan(rows.size() / 20);
            assertThat(route.poll()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void losesNothingToMaxMessagesPerPoll(Report<?> report) throws Exception {
        List<Polled.Sent> all = new ArrayList<>();
        try (Polled route = polled(report.name() + "?maxMessagesPerPoll=7")) {
            for (List<Polled.Sent> polled = route.poll(); !polled.isEmpty(); polled = route.poll()) {
                assertThat(polled).hasSizeLessThanOrEqualTo(7);
                all.addAll(polled);
            }
        }
        assertThat(all).hasSize(truth(report).size());
        assertThat(Polled.applied(all)).isEqualTo(truth(report));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void losesAndRepeatsNothingWhenRestartedInTheMiddleOfASlice(Report<?> report) throws Exception {
        List<Polled.Sent> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            try (Polled route = polled(report.name() + "?maxMessagesPerPoll=5")) {
                all.addAll(route.poll());
            }
        }
        try (Polled route = polled(report.name())) {
            all.addAll(route.poll());
        }
        assertThat(all).hasSize(truth(report).size());
        assertThat(Polled.applied(all)).isEqualTo(truth(report));
    }

    @Test
    void tellsARowThatChangedWhileItsSliceWasSentInParts() throws Exception {
        try (Polled route = polled("documents?maxMessagesPerPoll=3")) {
            Polled.Sent last = route.poll().get(2);
            LocalDate day = (LocalDate) last.header(ParadigmReportingConstants.DATE);
            world.simulator().edits().set(Reports.DOCUMENTS, 2, day, "usage_count", 99L);
            while (!route.poll().isEmpty()) {
                assertThat(route.sent()).hasSizeLessThan(10_000);
            }

            assertThat(route.sent().get(3).headers())
                    .containsEntry(CHANGE, "restated")
                    .containsEntry(
                            ParadigmReportingConstants.RECORD_KEY, last.header(ParadigmReportingConstants.RECORD_KEY));
            assertThat(Polled.applied(route.sent())).isEqualTo(truth(Reports.DOCUMENTS));
            assertThat(route.sent()).hasSize(truth(Reports.DOCUMENTS).size() + 1);
        }
    }

    @Test
    void tellsARemovalOnceAlthoughThePollEndsInTheMiddleOfTheDay() throws Exception {
        try (Polled route = polled("documents?sendRemoved=true&maxMessagesPerPoll=1")) {
            while (!route.poll().isEmpty()) {
                assertThat(route.sent()).hasSizeLessThan(10_000);
            }
            int before = route.sent().size();
            int rows = (int) world.truth(Reports.DOCUMENTS).stream()
                    .filter(row -> row.companyId() == 2 && row.date().equals(world.today()))
                    .count();
            world.simulator().edits().vanish(Reports.DOCUMENTS, 2, world.today(), row -> true);

            for (int i = 0; i < 2 * rows; i++) {
                route.poll();
            }

            assertThat(rows).isGreaterThan(1);
            assertThat(route.sent()).hasSize(before + rows);
            assertThat(Polled.applied(route.sent())).isEqualTo(truth(Reports.DOCUMENTS));
        }
    }

    @Test
    void deliversAFailedMessageWithTheNextPoll() throws Exception {
        AtomicInteger seen = new AtomicInteger();
        Processor failsOnce = exchange -> {
            if (seen.incrementAndGet() == 5) {
                throw new IllegalStateException("the fifth");
            }
        };
        try (Polled route = polled("sessions", failsOnce)) {
            List<Polled.Sent> first = route.poll();
            assertThat(first).hasSize(4);
            List<Polled.Sent> second = route.poll();

            assertThat(route.sent()).hasSize(truth(Reports.SESSIONS).size());
            assertThat(Polled.applied(route.sent())).isEqualTo(truth(Reports.SESSIONS));
            assertThat(second).hasSize(truth(Reports.SESSIONS).size() - 4);
        }
    }

    @Test
    void goesPastAFailedMessageWhenToldTo() throws Exception {
        AtomicInteger seen = new AtomicInteger();
        Processor failsOnce = exchange -> {
            if (seen.incrementAndGet() == 5) {
                throw new IllegalStateException("the fifth");
            }
        };
        try (Polled route = polled("sessions?breakOnFirstError=false", failsOnce)) {
            assertThat(route.poll()).hasSize(truth(Reports.SESSIONS).size() - 1);
            assertThat(route.poll()).isEmpty();
        }
    }

    @Test
    void countsARollbackAsAFailure() throws Exception {
        Set<Object> failed = new HashSet<>();
        Processor rollsBackOnce = exchange -> {
            if (failed.isEmpty()) {
                failed.add(exchange.getMessage().getBody());
                exchange.setRollbackOnly(true);
            }
        };
        try (Polled route = polled("sessions", rollsBackOnce)) {
            route.poll();
            route.poll();
            assertThat(Polled.applied(route.sent())).isEqualTo(truth(Reports.SESSIONS));
            assertThat(Polled.bodies(route.sent())).containsAll(failed);
        }
    }

    @Test
    void numbersTheMessagesOfABatch() throws Exception {
        try (Polled route = polled("sessions?companies=2")) {
            List<Polled.Sent> sent = route.poll();

            for (int i = 0; i < sent.size(); i++) {
                assertThat(sent.get(i).properties())
                        .containsEntry(Exchange.BATCH_INDEX, i)
                        .containsEntry(Exchange.BATCH_SIZE, sent.size())
                        .containsEntry(Exchange.BATCH_COMPLETE, i == sent.size() - 1);
            }
        }
    }

    @Test
    void throwsATypedErrorAndSendsNothing() throws Exception {
        try (Polled route = polled("sessions?apiKey=RAW(wrong)")) {
            assertThatThrownBy(route::poll).isInstanceOfSatisfying(PermanentReportingException.class, error -> {
                assertThat(error.getKind()).isEqualTo(ErrorKind.AUTHENTICATION);
                assertThat(error.getHttpResponseCode()).isEqualTo(401);
            });
            assertThat(route.sent()).isEmpty();
        }
    }

    @Test
    void refusesTwoConsumersOfOnePosition() throws Exception {
        try (Polled first = polled("sessions")) {
            assertThat(first.poll()).isNotEmpty();
            assertThatThrownBy(() -> polled("sessions")).hasStackTraceContaining("give each its own stateKey");
        }
    }

    @Test
    void sendsOnlyTheRowsOfAnAddedCompanyWhenThePositionIsKept() throws Exception {
        try (Polled route = polled("sessions?companies=2")) {
            assertThat(route.poll()).isNotEmpty();
        }
        String key;
        try (var files = java.nio.file.Files.list(directory)) {
            key = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".state"))
                    .findFirst()
                    .orElseThrow()
                    .replace(".state", "");
        }
        try (Polled route = polled("sessions?companies=2,12&stateKey=" + key)) {
            assertThat(route.poll())
                    .isNotEmpty()
                    .extracting(sent -> sent.header(ParadigmReportingConstants.COMPANY_ID))
                    .containsOnly(12L);
        }
    }

    @Test
    void keepsItsPositionInAnyRepository() throws Exception {
        try (Polled route =
                polled("sessions?stateKey=mine&stateRepository=#class:" + MemoryStateRepository.class.getName())) {
            assertThat(route.poll()).isNotEmpty();
            assertThat(route.poll()).isEmpty();
        }
        assertThat(directory).isEmptyDirectory();
    }

    private Polled polled(String reportAndOptions, Processor... first) throws Exception {
        return new Polled(
                world,
                "paradigm-reporting:" + reportAndOptions + (reportAndOptions.contains("?") ? "&" : "?")
                        + "stateDirectory=" + directory,
                first);
    }

    private java.util.Map<String, Object> truth(Report<?> report) {
        return keyed(report);
    }

    private <R extends Row> java.util.Map<String, Object> keyed(Report<R> report) {
        return Polled.keyed(report, world.truth(report));
    }

    private static Object revision(List<Polled.Sent> sent, String key) {
        return sent.stream()
                .filter(message -> key.equals(message.header(ParadigmReportingConstants.RECORD_KEY)))
                .findFirst()
                .orElseThrow()
                .header(ParadigmReportingConstants.REVISION);
    }
}
