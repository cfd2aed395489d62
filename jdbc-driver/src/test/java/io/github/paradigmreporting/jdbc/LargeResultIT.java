package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten million rows through the driver in a JVM of 128 MB, the simulator in another; {@code jdbc-driver/it/ten-million-rows}
 * shows the figures.
 */
@Tag("long")
class LargeResultIT {
    private static final LocalDate FROM = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 125;
    private static final int DOCUMENTS = 100_000;

    @ParameterizedTest
    @ValueSource(strings = {"rows", "groups"})
    void readsTenMillionRowsInLittleMemory(String how) throws Exception {
        LocalDate to = FROM.plusDays(DAYS - 1);
        try (ParadigmSimulator simulator = ParadigmSimulator.builder()
                .companies(1)
                .listInactive()
                .documentsPerDay(DOCUMENTS)
                .start()) {
            var totals = simulator.dataset().totals(Reports.DOCUMENTS, FROM, to, Set.of());
            Set<Long> companies = new TreeSet<>();
            simulator.dataset().companies().forEach(company -> companies.add(company.id()));
            Process reader = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx128m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Reader.class.getName(),
                            SqlFixture.url(simulator) + "?ssl=false",
                            simulator.key(),
                            how,
                            FROM.toString(),
                            to.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String said = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

            assertThat(reader.waitFor(1, TimeUnit.MINUTES)).isTrue();
            System.out.println(how + ": " + said);
            assertThat(totals.rows()).isGreaterThan(10_000_000);
            assertThat(said)
                    .startsWith("rows " + totals.rows() + ", used "
                            + totals.sums().get("usage_count") + ", companies " + companies + ",");
        }
    }

    /** The program that reads. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] args) throws SQLException {
            long start = System.nanoTime();
            String days = " FROM documents WHERE date BETWEEN DATE '" + args[3] + "' AND DATE '" + args[4] + "'";
            long rows = 0;
            long used = 0;
            Set<Long> companies = new TreeSet<>();
            try (Connection connection = DriverManager.getConnection(args[0], "any", args[1]);
                    Statement statement = connection.createStatement()) {
                boolean grouped = args[2].equals("groups");
                String sql = grouped
                        ? "SELECT company_id, SUM(usage_count), COUNT(*), MAX(document_title)" + days
                                + " GROUP BY company_id"
                        : "SELECT company_id, usage_count, 1, document_title, date" + days;
                try (ResultSet result = statement.executeQuery(sql)) {
                    while (result.next()) {
                        companies.add(result.getLong(1));
                        used += result.getLong(2);
                        rows += result.getLong(3);
                        // Not every document has a title; it is read like anything else.
                        String title = result.getString(4);
                        if ((title == null) != result.wasNull()
                                || (!grouped && result.getObject(5, LocalDate.class) == null)) {
                            throw new IllegalStateException("a row without a day");
                        }
                    }
                }
            }
            long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getPeakUsage)
                    .mapToLong(usage -> usage.getUsed())
                    .sum();
            System.out.printf(
                    Locale.ROOT,
                    "rows %d, used %d, companies %s, %.1f s, heap at most %d MB of %d%n",
                    rows,
                    used,
                    companies,
                    (System.nanoTime() - start) / 1e9,
                    peak >> 20,
                    Runtime.getRuntime().maxMemory() >> 20);
        }
    }
}
