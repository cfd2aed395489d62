package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Views of the user's own, from the file that {@code viewDefinitions} names. */
class ViewFileTest {
    private static ParadigmSimulator simulator;

    private final Path folder;

    ViewFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    static void start() {
        simulator = ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .companies(2)
                .start();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void areTablesLikeTheOthers() throws SQLException, IOException {
        Path file = write("""
                -- Sessions by month; whole months.
                CREATE VIEW monthly AS
                SELECT company_id, DATE_TRUNC('month', date) AS month_start, SUM(sessions_count) AS sessions
                FROM sessions GROUP BY 1, 2;

                /* Of the first company; a ; in a comment. */
                create or replace view Mine as select month_start, sessions from MONTHLY where company_id = 2;
                """);
        try (Connection connection = SqlFixture.connect(simulator, "viewDefinitions", file.toString())) {
            try (ResultSet views = connection.getMetaData().getTables(null, null, "m%", new String[] {"VIEW"})) {
                assertThat(views.next()).isTrue();
                assertThat(views.getString("TABLE_NAME")).isEqualTo("mine");
                assertThat(views.getString("REMARKS")).isEqualTo("Of the first company; a ; in a comment.");
                assertThat(views.next()).isTrue();
                assertThat(views.getString("TABLE_NAME")).isEqualTo("monthly");
                assertThat(views.getString("REMARKS")).isEqualTo("Sessions by month; whole months.");
                assertThat(views.next()).isFalse();
            }
            simulator.journal().clear();

            assertThat(SqlFixture.query(connection, "SELECT * FROM mine WHERE month_start = '2026-03-01'"))
                    .isEqualTo(SqlFixture.query(
                            connection,
                            "SELECT DATE '2026-03-01', SUM(sessions_count) FROM sessions WHERE company_id = 2"
                                    + " AND date BETWEEN '2026-03-01' AND '2026-03-31'"));
            assertThat(simulator.journal().distinctDaysAsked("sessions"))
                    .containsExactlyElementsOf(LocalDate.parse("2026-03-01")
                            .datesUntil(LocalDate.parse("2026-04-01"))
                            .toList());
            assertThat(SqlFixture.query(connection, "SHOW TABLES LIKE 'mi%'")).hasSize(1);
        }
        try (Connection without = SqlFixture.connect(simulator)) {
            assertThatThrownBy(() -> SqlFixture.query(without, "SELECT * FROM mine"))
                    .hasMessageContaining("'mine' not found");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELECT 1                                             | statement 1 (line 1) is not CREATE VIEW name AS
                    CREATE VIEW v AS SELECT marker FROM sessions         | statement 1 (query in line 1): it names a column that does not exist
                    CREATE VIEW v AS SELECT marker FROM sessions         | at line 1, column 25
                    CREATE VIEW v AS SELECT * FROM marker                | it reads a table that does not exist
                    CREATE VIEW v AS SELECT marker(1) AS x               | it calls a function that does not exist
                    CREATE VIEW v AS SELECT 'marker' 'marker' marker FROM| a word cannot stand where it is
                    CREATE VIEW v AS SELECT 1 = 1 AS marker              | a column has a type that a view cannot have
                    CREATE VIEW v AS SELECT MIN(date) marker, 1 marker FROM calendar | it has two columns of one name
                    CREATE VIEW Sessions AS SELECT 1 AS x                | statement 1 (query in line 1): there is already a table or view
                    CREATE VIEW marker AS DELETE FROM sessions           | the driver only reads
                    CREATE VIEW a AS SELECT 1 AS x; CREATE marker b (c)  | statement 2 (line 1) is not CREATE VIEW name AS
                    MARKER_API_KEY=marker marker                         | statement 1 (line 1) is not CREATE VIEW name AS
                    """)
    void saysWhatIsWrongWithAFile(String text, String problem) throws IOException {
        Path file = write(text);

        assertThatThrownBy(() -> SqlFixture.connect(simulator, "viewDefinitions", file.toString()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("viewDefinitions")
                .hasMessageContaining(file.toString())
                .hasMessageContaining(problem)
                .satisfies(thrown -> {
                    StringWriter trace = new StringWriter();
                    thrown.printStackTrace(new PrintWriter(trace));
                    assertThat(trace.toString()).doesNotContainIgnoringCase("marker");
                });
    }

    @Test
    void countsLinesAndColumnsOfTheFile() throws IOException {
        Path file = write("""
                CREATE VIEW a AS SELECT 1 AS x;
                -- Of two lines;
                CREATE VIEW b AS
                  SELECT company_id,
                    marker
                  FROM sessions;
                """);

        assertThatThrownBy(() -> SqlFixture.connect(simulator, "viewDefinitions", file.toString()))
                .hasMessageContaining("statement 2 (query in line 4): it names a column that does not exist")
                .hasMessageContaining("at line 5, column 5");
    }

    @Test
    void readsNoFolderOrDevice() {
        for (String other : List.of(folder.toString(), "/dev/zero")) {
            assertThatThrownBy(() -> SqlFixture.connect(simulator, "viewDefinitions", other))
                    .hasMessageContaining("viewDefinitions")
                    .hasMessageContaining("it is no file");
        }
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThatThrownBy(() -> SqlFixture.connect(
                        simulator, "viewDefinitions", folder.resolve("none.sql").toString()))
                .hasMessageContaining("none.sql")
                .hasMessageContaining("cannot be read");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("views.sql"), text);
    }
}
