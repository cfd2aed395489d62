package io.github.paradigmreporting.jdbc.clients;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.SortedSet;

/** A simulated instance as a tool's user knows it: a URL, a key, and the figures he expects to see. */
final class Instance implements AutoCloseable {
    static final String DRIVER = "io.github.paradigmreporting.jdbc.ParadigmDriver";
    static final LocalDate FROM = LocalDate.parse("2026-03-01");
    static final LocalDate TO = LocalDate.parse("2026-03-31");

    private final ParadigmSimulator simulator = ParadigmSimulator.builder().start();

    /** A URL with everything but the key. */
    String url() {
        return "jdbc:paradigm://" + simulator.baseUrl().getAuthority() + "?ssl=false&historyStart=2026-01-01";
    }

    String key() {
        return simulator.key();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "anybody", key());
    }

    /** Sessions of all companies in March 2026. */
    long sessions() {
        return simulator.dataset().rows(Reports.SESSIONS, FROM, TO).stream()
                .mapToLong(day -> day.sessionsCount() == null ? 0 : day.sessionsCount())
                .sum();
    }

    /** Rows of the table {@code sessions} in March 2026. */
    int rows() {
        return simulator.dataset().rows(Reports.SESSIONS, FROM, TO).size();
    }

    long requests() {
        return simulator.journal().count();
    }

    /** The days asked for so far, requests for members and of other kinds left out. */
    SortedSet<LocalDate> days(String report) {
        return simulator.journal().distinctDaysAsked(report);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
