package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.calcite.avatica.AvaticaConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection holds statements that run, and lets go of others that nobody closes. */
class OpenStatementsTest {
    private static final String SQL = "SELECT COUNT(*), MAX(date) FROM sessions WHERE date = DATE '2026-03-02'";

    private ParadigmSimulator simulator;
    private Connection connection;

    @BeforeEach
    void start() throws SQLException {
        simulator = ParadigmSimulator.builder().clock(VirtualClock.standing()).start();
        connection = SqlFixture.connect(simulator);
    }

    @AfterEach
    void stop() throws SQLException {
        connection.close();
        simulator.close();
    }

    @Test
    void holdsAStatementWhileItRunsOnly() throws SQLException {
        Map<?, ?> held = ((AvaticaConnection) connection).statementMap;
        Statement statement = connection.createStatement();
        assertThat(held).isEmpty();

        ResultSet rows = statement.executeQuery(SQL);
        assertThat(held).hasSize(1);
        assertThat(rows.next()).isTrue();
        assertThat(rows.next()).isFalse();
        assertThat(held).isEmpty();

        ResultSet first = statement.executeQuery(SQL);
        ResultSet second = statement.executeQuery(SQL);
        assertThat(first.isClosed()).isTrue();
        assertThat(held).hasSize(1);
        second.close();
        assertThat(held).isEmpty();

        assertThatThrownBy(() -> statement.executeQuery("SELECT nosuch FROM sessions"))
                .isInstanceOf(SQLException.class);
        assertThat(held).isEmpty();

        PreparedStatement prepared = connection.prepareStatement(SQL);
        ResultSet open = prepared.executeQuery();
        connection.getMetaData().getTables(null, null, "%", null).close();
        assertThat(held).hasSize(1);

        connection.close();
        assertThat(open.isClosed()).isTrue();
        assertThat(statement.isClosed()).isTrue();
        assertThat(prepared.isClosed()).isTrue();
    }

    @Test
    void letsGoOfStatementsThatNobodyCloses() throws Exception {
        ReferenceQueue<Statement> gone = new ReferenceQueue<>();
        WeakReference<Statement> left = abandoned(gone);

        System.gc();

        assertThat(gone.remove(10_000)).isSameAs(left);
    }

    @Test
    void tenThousandOpenStatementsTakeNoThreadsAndLittleMemory() throws Exception {
        connection.createStatement().executeQuery(SQL).next();
        int threads = Thread.activeCount();
        long before = used();
        List<ResultSet> open = new ArrayList<>();

        for (int i = 0; i < 10_000; i++) {
            ResultSet rows = connection.createStatement().executeQuery(SQL);
            assertThat(rows.next()).isTrue();
            open.add(rows);
        }

        assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 2);
        assertThat(used() - before).isLessThan(10_000 * 10_240L);
        assertThat(simulator.journal().count()).isEqualTo(1);
        assertThat(open.get(0).getLong(1)).isPositive();
        connection.close();
        assertThat(open.get(9_999).isClosed()).isTrue();
        assertThat(((AvaticaConnection) connection).statementMap).isEmpty();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private WeakReference<Statement> abandoned(ReferenceQueue<Statement> gone) throws SQLException {
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SQL);
        while (rows.next()) {
            rows.getLong(1);
        }
        return new WeakReference<>(statement, gone);
    }
}
