package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Fault;
import io.github.paradigmreporting.simulator.OddAnswer;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that are not what the API's reference shows: no record comes of them, none is lost, no row is deleted. */
class OddAnswersTest {
    private final ParadigmSimulator simulator = ParadigmSimulator.builder()
            .clock(VirtualClock.standing())
            .companies(2)
            .start();
    private final LocalDate today = simulator.dataset().today();
    private final LocalDate start = today.minusDays(12);
    private final MaterialisedRecords topics = new MaterialisedRecords();

    @AfterEach
    void stop() {
        simulator.close();
    }

    static Stream<Report<?>> reports() {
        return Stream.of(Reports.SESSIONS, Reports.DOCUMENTS);
    }

    /** All of them one after the other at one task that is up to date. */
    @ParameterizedTest
    @MethodSource("reports")
    void nothingComesOfThem(Report<?> report) throws Exception {
        try (DrivenTask task = task(report)) {
            catchUp(task, report);
            for (OddAnswer odd : OddAnswer.values()) {
                if (odd.report().equals(report) && odd.verdict() != OddAnswer.Verdict.TAKEN) {
                    simulator.faults().next(1, "*", Fault.odd(odd));
                    long before = simulator.journal().count();
                    // One that is odd, and two after it.
                    while (simulator.journal().count() < before + 3) {
                        assertThat(task.poll()).as("records of %s", odd).allMatch(OddAnswersTest::isProgress);
                    }
                }
            }
        }
        assertThat(topics.equalTo(simulator, report, start, today)).isTrue();
    }

    /** One of each kind as the first answer of all, when a missing day would be settled for ever. */
    @ParameterizedTest
    @EnumSource(
            value = OddAnswer.class,
            names = {"REPORTING_NULL", "DATES_NULL", "CLOCK_AHEAD", "HALF", "CHECKSUM", "NO_COMPANIES", "NO_DAYS"})
    void historyIsNotLostByThem(OddAnswer odd) throws Exception {
        simulator.faults().next(1, "*", Fault.odd(odd));
        try (DrivenTask task = task(odd.report())) {
            catchUp(task, odd.report());
        }
        assertThat(simulator.faults().pending()).isZero();
        topics.assertNothingTwice();
    }

    private static boolean isProgress(SourceRecord record) {
        return record.topic().endsWith("progress");
    }

    private void catchUp(DrivenTask task, Report<?> report) throws InterruptedException {
        while (!topics.equalTo(simulator, report, start, today)) {
            topics.apply(task.poll());
        }
    }

    private DrivenTask task(Report<?> report) {
        return new DrivenTask(
                Map.of(
                        "paradigm.base.url",
                        simulator.baseUrl().toString(),
                        "paradigm.api.key",
                        simulator.key(),
                        "paradigm.reports",
                        report.name(),
                        "paradigm.start.date",
                        start.toString(),
                        "paradigm.attempts",
                        "1",
                        "paradigm.poll.interval",
                        "5ms",
                        "paradigm.requests.per.minute",
                        "100000"),
                new DrivenTask.Offsets());
    }
}
