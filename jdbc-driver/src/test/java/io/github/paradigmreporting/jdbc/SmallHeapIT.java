package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A JVM with a small heap: a statement that needs more ends with SQLState 53200, and the next one works. */
class SmallHeapIT {
    private static final List<String> TOO_LARGE = List.of(
            "SELECT n FROM (SELECT x AS n FROM generate_series(1, 3000000) AS g(x)) t ORDER BY -n",
            "SELECT COUNT(*) FROM (SELECT DISTINCT x FROM generate_series(1, 3000000) AS g(x)) t",
            "SELECT x, COUNT(*) FROM generate_series(1, 3000000) AS g(x) GROUP BY x",
            "SELECT ROW_NUMBER() OVER (ORDER BY x) FROM generate_series(1, 3000000) AS g(x)",
            "SELECT COUNT(*) FROM generate_series(1, 3000000) AS a(x) JOIN generate_series(1, 3000000) AS b(x) ON a.x = b.x",
            "SELECT STRING_AGG('some text of a row', ',') FROM generate_series(1, 9000000) AS g(x)",
            "SELECT LENGTH(REPEAT('x', 9000000) || REPEAT('y', 9000000) || REPEAT('z', 9000000) || REPEAT('z', 9000000))");

    @Test
    void endsStatementsAndNeverTheProgram() throws Exception {
        try (ParadigmSimulator simulator = ParadigmSimulator.builder().start()) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx64m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Probe.class.getName(),
                            SqlFixture.url(simulator),
                            simulator.key())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

            assertThat(output.lines().filter(line -> line.startsWith("state ")))
                    .as(output)
                    .hasSize(TOO_LARGE.size())
                    .allMatch(line -> line.startsWith("state 53200") || line.startsWith("state 54000"));
            assertThat(output).endsWith("done\n").doesNotContain("OutOfMemoryError:");
        }
    }

    /** The process. */
    static final class Probe {
        private Probe() {}

        @SuppressWarnings("SystemOut") // Standard output is how a process answers.
        public static void main(String[] args) throws SQLException {
            Properties properties = new Properties();
            properties.setProperty("ssl", "false");
            properties.setProperty("password", args[1]);
            try (Connection connection = Objects.requireNonNull(new ParadigmDriver().connect(args[0], properties))) {
                for (String sql : TOO_LARGE) {
                    try (Statement statement = connection.createStatement();
                            ResultSet rows = statement.executeQuery(sql)) {
                        while (rows.next()) {
                            rows.getObject(1);
                        }
                        System.out.println("answered: " + sql);
                    } catch (SQLException e) {
                        System.out.println("state " + e.getSQLState() + " " + e.getMessage());
                    }
                    SqlFixture.query(connection, "SELECT COUNT(*) FROM companies");
                }
            }
            System.out.println("done");
        }
    }
}
