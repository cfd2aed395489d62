package io.github.paradigmreporting.jdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another database that reads the tables through links, with filters as java.time parameters. */
class H2LinkedTableIT {
    private final Instance instance = new Instance();
    private Connection h2;

    @BeforeEach
    void open() throws SQLException {
        h2 = DriverManager.getConnection("jdbc:h2:mem:;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        run("CREATE LINKED TABLE sessions('" + Instance.DRIVER + "', '" + instance.url() + "', 'x', '" + instance.key()
                + "', 'paradigm', 'sessions') READONLY");
    }

    @AfterEach
    void close() throws SQLException {
        h2.close();
        instance.close();
    }

    @Test
    void linksWithoutAnyRequest() {
        assertThat(instance.requests()).isZero();
    }

    @Test
    void passesDaysThrough() throws SQLException {
        try (PreparedStatement statement =
                h2.prepareStatement("SELECT SUM(sessions_count) FROM sessions WHERE date >= ? AND date <= ?")) {
            statement.setObject(1, Instance.FROM);
            statement.setObject(2, Instance.TO);
            assertThat(number(statement)).isEqualTo(instance.sessions());
        }
        assertThat(instance.days("sessions"))
                .hasSize(31)
                .startsWith(Instance.FROM)
                .endsWith(Instance.TO);
    }

    @Test
    void joinsWithATableOfItsOwn() throws SQLException {
        run("CREATE TABLE holidays(d DATE PRIMARY KEY, name VARCHAR)");
        run("INSERT INTO holidays VALUES (DATE '2026-03-02', 'one'), (DATE '2026-03-03', 'two')");

        try (PreparedStatement statement = h2.prepareStatement("SELECT COUNT(*) FROM holidays h JOIN sessions s"
                + " ON s.date = h.d WHERE s.date BETWEEN DATE '2026-03-01' AND DATE '2026-03-31'")) {
            assertThat(number(statement)).isPositive();
        }
        assertThat(instance.days("sessions")).allSatisfy(day -> assertThat(day)
                .isBetween(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31")));
    }

    @Test
    void linksAQuery() throws SQLException {
        run("CREATE LINKED TABLE months('" + Instance.DRIVER + "', '" + instance.url() + "', 'x', '" + instance.key()
                + "', '(SELECT FLOOR(date TO MONTH) AS m, SUM(sessions_count) AS n FROM sessions"
                + " WHERE date BETWEEN DATE ''2026-03-01'' AND DATE ''2026-03-31'' GROUP BY FLOOR(date TO MONTH))')");

        try (PreparedStatement statement = h2.prepareStatement("SELECT SUM(n) FROM months")) {
            assertThat(number(statement)).isEqualTo(instance.sessions());
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = h2.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
