package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.ChangeKind;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Cells;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jol.info.GraphLayout;

/** The estimate against what the JVM says. */
class RecordSizeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant OBSERVED = Instant.parse("2026-03-10T12:00:00Z");
    private static final ConnectorConfig CONFIG =
            ConnectorConfig.of(Map.of("paradigm.base.url", "https://paradigm.example.com", "paradigm.api.key", "key"));
    private static final String COMPANY = "Northwind";
    private static final int ROWS = 1000;

    static Stream<Arguments> reportsInEveryForm() {
        return Reports.ALL.stream()
                .flatMap(report -> Stream.of(RecordForm.values()).map(form -> Arguments.of(report, form)));
    }

    @ParameterizedTest
    @MethodSource("reportsInEveryForm")
    void isNearTheMemoryOfRows(Report<?> report, RecordForm form) {
        assertNear(rows(report, form, "Report number "));
    }

    @ParameterizedTest
    @EnumSource(RecordForm.class)
    void isNearTheMemoryOfLongTexts(RecordForm form) {
        assertNear(rows(Reports.DOCUMENTS, form, "x".repeat(2000)));
        assertNear(rows(Reports.DOCUMENTS, form, "Ω".repeat(2000)));
    }

    @ParameterizedTest
    @EnumSource(RecordForm.class)
    void isNearTheMemoryOfProgressWithItsOffset(RecordForm form) {
        SliceRecords<?> records = records(Reports.DOCUMENTS, form);
        Progress step = new Progress(Progress.Event.SLICE, 2L, DAY, 1, 2, 3, DAY.minusDays(3), OBSERVED);
        List<SourceRecord> slices = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            slices.add(records.progress(step, 2L, SourceOffset.ofState(1, "s".repeat(10_000) + i)));
        }
        assertNear(slices);
    }

    @Test
    void countsAnOffsetThatRecordsShareOnce() {
        Map<String, Object> offset = SourceOffset.ofState(1, "s".repeat(100_000));
        SourceRecord record = new SourceRecord(Map.of(), offset, "topic", null, null);

        assertThat(RecordSize.of(List.of(record, record, record))).isBetween(100_000L, 102_000L);
    }

    private static void assertNear(List<SourceRecord> records) {
        long real = GraphLayout.parseInstance(records.toArray()).totalSize();
        long estimated = RecordSize.of(records);

        assertThat((double) estimated / real)
                .as("%d bytes estimated, %d bytes used", estimated, real)
                .isBetween(0.9, 1.4);
    }

    private static <R extends Row> List<SourceRecord> rows(Report<R> report, RecordForm form, String text) {
        List<Change<R>> changes = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            R row = row(report, i, text);
            List<Object> key = new ArrayList<>();
            report.key().forEach(column -> key.add(column.value(row)));
            changes.add(new Change<>(ChangeKind.NEW, key, row));
        }
        return records(report, form).rows(2, changes, SourceOffset.ofState(1, "state"), OBSERVED);
    }

    private static <R extends Row> SliceRecords<R> records(Report<R> report, RecordForm form) {
        return new SliceRecords<>(
                "https://paradigm.example.com",
                ReportSchema.of(report, CONFIG.columnRules()),
                CONFIG.topics(),
                true,
                form);
    }

    private static <R extends Row> R row(Report<R> report, int number, String text) {
        Cells cells = new Cells(report.columns().size());
        for (int i = 0; i < report.columns().size(); i++) {
            Column<R> column = report.columns().get(i);
            switch (column.type()) {
                case BIGINT -> cells.setLong(i, column.name().equals("company_id") ? 2 : 1000L + number);
                case DOUBLE -> cells.setDouble(i, number / 7.0);
                case TEXT -> cells.set(i, column.name().equals("company_name") ? COMPANY : text + number);
                case DATE -> cells.set(i, DAY);
                case TIMESTAMP -> cells.set(i, Instant.ofEpochSecond(number));
            }
        }
        return report.row(cells);
    }
}
