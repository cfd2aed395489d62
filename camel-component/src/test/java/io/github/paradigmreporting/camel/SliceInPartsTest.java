package io.github.paradigmreporting.camel;

import static io.github.paradigmreporting.camel.ParadigmReportingConstants.CHANGE;
import static io.github.paradigmreporting.camel.ParadigmReportingConstants.DATE;
import static io.github.paradigmreporting.camel.ParadigmReportingConstants.RECORD_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Edits;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Polls that end in the middle of a company's day, and an instance that takes back what that part told. */
class SliceInPartsTest {
    @TempDir
    Path directory = Path.of("");

    private final World world = new World();
    private final Edits edits = world.simulator().edits();
    private Polled route;

    @BeforeEach
    void start() throws Exception {
        route = oneMessagePerPoll();
    }

    @AfterEach
    void close() throws Exception {
        route.close();
        world.close();
    }

    @Test
    void tellsThatARemovedRowIsBack() throws Exception {
        pollUntilQuiet();
        edits.vanish(Reports.DOCUMENTS, 2, world.today(), row -> true);
        assertThat(change(route.poll())).isEqualTo("removed");
        edits.undo(Reports.DOCUMENTS, 2, world.today());
        int before = route.sent().size();

        pollUntilQuiet();

        assertThat(changesSince(before)).containsExactly("new");
        assertReceiverIsRight();
    }

    @Test
    void tellsThatAnOldFigureIsBack() throws Exception {
        pollUntilQuiet();
        edits.set(Reports.DOCUMENTS, 2, world.today(), "usage_count", 99L);
        assertThat(change(route.poll())).isEqualTo("restated");
        edits.undo(Reports.DOCUMENTS, 2, world.today());
        int before = route.sent().size();

        pollUntilQuiet();

        assertThat(changesSince(before)).containsExactly("restated");
        assertReceiverIsRight();
    }

    @Test
    void tellsThatANewRowIsGone() throws Exception {
        edits.vanish(Reports.DOCUMENTS, 2, world.today(), row -> true);
        pollUntilQuiet();
        edits.undo(Reports.DOCUMENTS, 2, world.today());
        assertThat(change(route.poll())).isEqualTo("new");
        edits.vanish(Reports.DOCUMENTS, 2, world.today(), row -> true);
        int before = route.sent().size();

        pollUntilQuiet();

        assertThat(changesSince(before)).containsExactly("removed");
        assertReceiverIsRight();
    }

    @Test
    void remembersOverARestartWhatAPartOfASettledDayTold() throws Exception {
        LocalDate settled = world.today().minusDays(10);
        List<Polled.Sent> last = route.poll();
        while (!last.get(0).header(DATE).equals(settled)) {
            last = route.poll();
        }
        long company = (long) last.get(0).header(ParadigmReportingConstants.COMPANY_ID);
        List<Polled.Sent> all = new ArrayList<>(route.sent());
        route.close();
        edits.vanish(Reports.DOCUMENTS, company, settled, row -> true);
        route = oneMessagePerPoll();

        pollUntilQuiet();

        assertThat(route.sent())
                .filteredOn(sent -> "removed".equals(sent.header(CHANGE)))
                .extracting(sent -> sent.header(RECORD_KEY))
                .containsExactly(last.get(0).header(RECORD_KEY));
        all.addAll(route.sent());
        assertThat(all).hasSize(world.truth(Reports.DOCUMENTS).size() + 2);
        assertThat(Polled.applied(all)).isEqualTo(truth());
    }

    private Polled oneMessagePerPoll() throws Exception {
        return new Polled(
                world,
                "paradigm-reporting:documents?sendRemoved=true&maxMessagesPerPoll=1&windowDays=40&stateDirectory="
                        + directory);
    }

    private void pollUntilQuiet() throws Exception {
        while (!route.poll().isEmpty()) {
            assertThat(route.sent()).hasSizeLessThan(10_000);
        }
    }

    private static Object change(List<Polled.Sent> polled) {
        assertThat(polled).hasSize(1);
        return polled.get(0).header(CHANGE);
    }

    private List<Object> changesSince(int sent) {
        return route.sent().stream()
                .skip(sent)
                .map(message -> message.header(CHANGE))
                .toList();
    }

    private void assertReceiverIsRight() {
        assertThat(Polled.applied(route.sent())).isEqualTo(truth());
    }

    private Map<String, Object> truth() {
        return Polled.keyed(Reports.DOCUMENTS, world.truth(Reports.DOCUMENTS));
    }
}
