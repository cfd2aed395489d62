package io.github.paradigmreporting.benchmarks.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.apache.calcite.jdbc.CalciteConnection;
import org.apache.calcite.schema.SchemaPlus;

/**
 * Calcite's own driver as it comes, with tables that can be scanned: what someone writes who follows its tutorial. Names are
 * taken as they are spelt.
 */
final class StockCalcite {
    private StockCalcite() {}

    /** Tables in memory. */
    static Connection connect(int documentsPerDay) throws SQLException {
        Connection connection = open();
        SchemaPlus root = root(connection);
        root.add("sessions", new RowsTable(SampleRows.SESSIONS, SampleRows.sessions(SampleRows.YEAR)));
        root.add("calendar", new RowsTable(SampleRows.CALENDAR, SampleRows.calendar(SampleRows.YEAR)));
        if (documentsPerDay > 0) {
            root.add(
                    "documents",
                    new RowsTable(SampleRows.DOCUMENTS, SampleRows.documents(SampleRows.YEAR, documentsPerDay)));
        }
        return connection;
    }

    /** Tables that ask an instance each time: JDK HttpClient, Jackson databind. */
    static Connection connectTo(String baseUrlAndDays) throws SQLException {
        int space = baseUrlAndDays.indexOf(' ');
        String baseUrl = baseUrlAndDays.substring(0, space);
        String days = baseUrlAndDays.substring(space + 1);
        Connection connection = open();
        SchemaPlus root = root(connection);
        root.add("sessions", new NaiveTable(SampleRows.SESSIONS, baseUrl, "chat-sessions", days));
        root.add("documents", new NaiveTable(SampleRows.DOCUMENTS, baseUrl, "used-documents", days));
        return connection;
    }

    private static Connection open() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("unquotedCasing", "UNCHANGED");
        properties.setProperty("quotedCasing", "UNCHANGED");
        properties.setProperty("caseSensitive", "false");
        return DriverManager.getConnection("jdbc:calcite:", properties);
    }

    private static SchemaPlus root(Connection connection) throws SQLException {
        return connection.unwrap(CalciteConnection.class).getRootSchema();
    }
}
