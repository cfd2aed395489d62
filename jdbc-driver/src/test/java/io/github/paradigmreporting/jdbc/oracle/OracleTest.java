package io.github.paradigmreporting.jdbc.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.jdbc.table.SqlTable;
import io.github.paradigmreporting.jdbc.table.SqlTables;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The driver answers what a real PostgreSQL answers over the same rows. */
class OracleTest {
    private static Oracle oracle;

    @BeforeAll
    static void start() throws IOException, SQLException {
        oracle = Oracle.startOrSkip();
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        if (oracle != null) {
            oracle.close();
        }
    }

    static List<String> tables() {
        return SqlTables.ALL.stream().map(SqlTable::name).toList();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void bothHoldTheSameRows(String table) {
        Oracle.Verdict verdict = oracle.check("SELECT * FROM " + table);

        assertThat(verdict.unequal()).isNull();
        assertThat(((Answer.Table) verdict.expected()).rows()).hasSizeGreaterThan(6);
    }
}
