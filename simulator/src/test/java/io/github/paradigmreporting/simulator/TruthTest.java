package io.github.paradigmreporting.simulator;

import static io.github.paradigmreporting.simulator.Asking.FROM;
import static io.github.paradigmreporting.simulator.Asking.TODAY;
import static io.github.paradigmreporting.simulator.Asking.get;
import static io.github.paradigmreporting.simulator.Asking.json;
import static io.github.paradigmreporting.simulator.Asking.report;
import static io.github.paradigmreporting.simulator.Asking.small;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the simulator answers is what its dataset says. */
class TruthTest {
    static Stream<Report<?>> reports() {
        return Reports.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void answersTheRowsOfTheDataset(Report<?> report) {
        try (ParadigmSimulator simulator = small().drift(0.4).vanishing(0.2).start()) {
            assertSame(simulator, report);
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void answersTheRowsOfTheDatasetWhenDaysAreZeroFilled(Report<?> report) {
        try (ParadigmSimulator simulator = small().zeroFilled().wholeLengths().start()) {
            assertSame(simulator, report);
        }
    }

    private static <R extends Row> void assertSame(ParadigmSimulator simulator, Report<R> report) {
        HttpResponse<String> response = get(simulator, report(report.endpoint(), FROM, TODAY));

        assertThat(response.statusCode()).isEqualTo(200);
        List<R> truth = simulator.dataset().rows(report, FROM, TODAY);
        assertThat(truth).hasSizeGreaterThan(2);
        assertThat(AnsweredRows.of(report, json(response.body()), FROM, TODAY)).isEqualTo(truth);
    }
}
