package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.paradigmreporting.core.error.ErrorKind;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.simulator.Fault;
import io.github.paradigmreporting.simulator.OddAnswer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that are not what the API's reference shows: nothing is sent for them, lost by them or removed. */
class OddAnswersTest {
    @TempDir
    Path directory = Path.of("");

    private final World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void leaveNoTrace(OddAnswer odd) throws Exception {
        String uri = "paradigm-reporting:" + odd.report().name() + "?attempts=1&stateDirectory=" + directory;
        try (Polled route = new Polled(world, uri)) {
            poll(route, odd);
            if (odd.verdict() == OddAnswer.Verdict.TAKEN) {
                return;
            }
            assertThat(route.sent()).isEmpty();
            route.poll();
            assertThat(Polled.applied(route.sent())).isEqualTo(truth(odd.report()));

            int sent = route.sent().size();
            poll(route, odd);
            route.poll();
            assertThat(route.sent()).hasSize(sent);
        }
    }

    private void poll(Polled route, OddAnswer odd) throws Exception {
        world.simulator().faults().always("*", Fault.odd(odd));
        ParadigmReportingException error = catchThrowableOfType(ParadigmReportingException.class, route::poll);
        switch (odd.verdict()) {
            case REFUSED -> assertThat(error.getKind()).isEqualTo(ErrorKind.UNEXPECTED_RESPONSE);
            case BROKEN -> assertThat(error.getKind()).isEqualTo(ErrorKind.CONNECTION);
            case DOUBTED, TAKEN -> assertThat(error).isNull();
        }
        world.simulator().faults().clear();
    }

    private <R extends Row> Map<String, Object> truth(Report<R> report) {
        return Polled.keyed(report, world.truth(report));
    }
}
