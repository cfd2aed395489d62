package io.github.paradigmreporting.benchmarks.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.ParadigmReportingClient;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Rows;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A comparison is worth nothing unless all read the same. */
final class SameRowsTest {
    private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);
    private static final int PER_DAY = 2;

    @Test
    void h2HasTheSampleRows() throws Exception {
        assertThat(month(Peers.H2, "0")).isEqualTo(sample());
    }

    @Test
    void theEmulatorAnswersWithTheSampleRows() throws Exception {
        try (PostgresEmulator emulator = new PostgresEmulator()) {
            assertThat(month(Peers.POSTGRES, emulator.jdbcUrl())).isEqualTo(sample());
        }
    }

    @Test
    void stockCalciteReadsTheSampleRowsFromMemoryAndFromTheServer() throws Exception {
        assertThat(month(Peers.CALCITE, "0")).isEqualTo(sample());
        try (ReportServer server = new ReportServer(PER_DAY, ReportServer.Pace.AT_ONCE, null)) {
            String where = server.baseUrl() + " start_date=2025-03-01&end_date=2025-03-31";
            assertThat(month(Peers.NAIVE, where)).isEqualTo(sample());
        }
    }

    @Test
    void theServerAnswersWithTheSampleRows() throws Exception {
        List<String> read = new ArrayList<>();
        try (ReportServer server = new ReportServer(PER_DAY, ReportServer.Pace.AT_ONCE, null);
                ParadigmReportingClient client = ParadigmReportingClient.builder()
                        .baseUrl(URI.create(server.baseUrl()))
                        .apiKey(Peers.KEY)
                        .build();
                Rows<DocumentUse> rows =
                        client.rows(ReportQuery.of(Reports.DOCUMENTS, SampleRows.FIRST_DAY, SampleRows.LAST_DAY))) {
            rows.forEachRemaining(row -> read.add(row.date().toEpochDay() + " " + row.documentId() + " "
                    + row.documentTitle() + " " + row.usageCount()));
        }

        assertThat(read)
                .containsExactlyElementsOf(SampleRows.documents(SampleRows.YEAR, PER_DAY).stream()
                        .map(row -> row[2] + " " + row[3] + " " + row[5] + " " + row[6])
                        .toList());
    }

    private static List<String> sample() {
        return SampleRows.sessions(SampleRows.YEAR).stream()
                .filter(row -> LocalDate.ofEpochDay((Integer) row[2]).getMonth() == MARCH.getMonth())
                .map(row -> row[0] + " " + row[1] + " " + LocalDate.ofEpochDay((Integer) row[2]) + " " + row[3] + " "
                        + row[5])
                .toList();
    }

    private static List<String> month(String peer, String where) throws Exception {
        List<String> read = new ArrayList<>();
        try (Connection connection = Peers.connect(peer, where);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(Statements.MONTH)) {
            while (rows.next()) {
                read.add(line(rows));
            }
        }
        return read;
    }

    private static String line(ResultSet rows) throws SQLException {
        return rows.getLong(1) + " " + rows.getString(2) + " " + rows.getString(3) + " " + rows.getLong(4) + " "
                + rows.getDouble(6);
    }
}
