package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What people and tools write in other databases' SQL: one shape per block of {@code dialects.sql}. */
class DialectTest {
    private static ParadigmSimulator simulator;
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        simulator = ParadigmSimulator.builder().clock(VirtualClock.standing()).start();
        connection = SqlFixture.connect(simulator);
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
        simulator.close();
    }

    static List<SqlScript.Block> statements() {
        return SqlScript.blocks("dialects.sql");
    }

    @ParameterizedTest
    @MethodSource("statements")
    void answers(SqlScript.Block block) {
        assertThat(SqlScript.answer(connection, block.sql())).isEqualTo(block.expected());
    }

    @Test
    void saysThatAStatementEndsTooSoon() {
        assertThatThrownBy(() -> SqlFixture.query(connection, "SELECT date, COUNT(*"))
                .hasMessageContaining("ends too soon");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SELEC 1                              | 'SELEC'    | line 1, column 1  | did you mean SELECT?
                    SELECT * FORM sessions               | 'sessions' | line 1, column 15 | did you mean FROM?
                    SELECT date, value FROM sessions     | 'value'    | line 1, column 14 | DESCRIBE
                    SELECT date FROM order               | 'order'    | line 1, column 18 | reserved word: as a name it needs double quotes
                    SELECT date, sesions_count FROM sessions | 'sesions_count' | line 1, column 14 | did you mean sessions_count?
                    SELECT date FROM sesions             | 'sesions'  | line 1, column 18 | did you mean sessions?
                    SELECT date, `x` FROM sessions       | 'x'        | line 1, column 14 | DESCRIBE
                    SELECT UPER('a')                     | UPER       | line 1, column 8  | did you mean UPPER?
                    SELECT date::text, x FROM calendar   | 'x'        | line 1, column 20 | DESCRIBE
                    """)
    void saysWhereAStatementIsWrongAndWhatWasMeant(String sql, String what, String place, String meant) {
        assertThatThrownBy(() -> SqlFixture.query(connection, sql))
                .asInstanceOf(type(SQLException.class))
                .satisfies(e -> assertThat(e.getMessage()).contains(what, place, meant));
        assertThatThrownBy(() -> SqlFixture.query(connection, "/* date */\n" + sql))
                .asInstanceOf(type(SQLException.class))
                .satisfies(e -> assertThat(e.getMessage()).contains(place.replace("line 1", "line 2")));
    }
}
