package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Cells;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jol.info.GraphLayout;

/** The estimate of memory against the memory. */
class RowSizeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @BeforeAll
    static void measuresRecords() {
        // Java does not say where a record's fields lie; JOL finds out in another way.
        System.setProperty("jol.magicFieldOffset", "true");
    }

    static List<Report<?>> reports() {
        return Reports.ALL;
    }

    @ParameterizedTest
    @MethodSource("reports")
    void isNearTheTruth(Report<?> report) {
        List<Object> kept = keep(report, 200);
        long real = GraphLayout.parseInstance(kept).totalSize()
                - GraphLayout.parseInstance(report, DAY.getClass()).totalSize();

        long estimated =
                kept.stream().mapToLong(stored -> ((Stored<?>) stored).bytes()).sum();
        assertThat((double) estimated / real)
                .as("%d bytes estimated, %d bytes used", estimated, real)
                .isBetween(0.9, 1.3);
    }

    @Test
    void countsAValueOfSeveralRowsOnce() {
        Report<?> report = Reports.SESSIONS;
        String name = "x".repeat(1000);
        assertThat(size(report, name, name) - size(report, name)).isLessThan(300);
        assertThat(size(report, name, "x".repeat(1000)) - size(report, name)).isGreaterThan(1000);
    }

    @Test
    void countsTwoBytesForOtherLetters() {
        assertThat(size(Reports.SESSIONS, "Ω".repeat(1000)) - size(Reports.SESSIONS, "O".repeat(1000)))
                .isEqualTo(1000);
    }

    private static <R extends Row> long size(Report<R> report, String... names) {
        List<R> rows = new ArrayList<>();
        for (String name : names) {
            Cells cells = new Cells(report.columns().size());
            cells.setLong(0, 1);
            cells.set(1, name);
            cells.set(2, DAY);
            rows.add(report.row(cells));
        }
        return RowSize.of(report, rows);
    }

    /** Slots of fifty rows each, as they come from an answer: a company and a day are shared by its rows. */
    private static <R extends Row> List<Object> keep(Report<R> report, int slots) {
        List<Object> all = new ArrayList<>(slots);
        for (int slot = 0; slot < slots; slot++) {
            List<R> rows = new ArrayList<>();
            LocalDate day = DAY.plusDays(slot);
            for (int row = 0; row < 50; row++) {
                rows.add(row(report, day, row));
            }
            Slot key = Slot.of(report, null, day);
            all.addAll(Stored.split(report, key, Instant.EPOCH.plusSeconds(1), rows));
        }
        return all;
    }

    private static <R extends Row> R row(Report<R> report, LocalDate day, int row) {
        Cells cells = new Cells(report.columns().size());
        for (int i = 0; i < report.columns().size(); i++) {
            Column<R> column = report.columns().get(i);
            switch (column.type()) {
                case BIGINT -> cells.setLong(i, column.name().equals("company_id") ? 1 : 1000L + row);
                case DOUBLE -> cells.setDouble(i, row / 7.0);
                case TEXT -> cells.set(i, column.name().equals("company_name") ? "Northwind" : "Report number " + row);
                case DATE -> cells.set(i, day);
                case TIMESTAMP -> cells.set(i, Instant.ofEpochSecond(row));
            }
        }
        return report.row(cells);
    }
}
