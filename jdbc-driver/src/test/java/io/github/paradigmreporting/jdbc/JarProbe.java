package io.github.paradigmreporting.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.ServiceLoader;

/**
 * What a tool does with the driver's jar, run in a JVM that has nothing else on its class path. Knows only {@code
 * java.sql}. Writes nothing unless something is wrong.
 */
final class JarProbe {
    private static final String SIMPLE =
            "SELECT s.date, company_name AS company, sessions_count FROM paradigm.sessions s"
                    + " WHERE date BETWEEN '2026-01-01' AND DATE '2026-01-31' AND sessions_count IS NOT NULL"
                    + " ORDER BY 1 DESC, company_name LIMIT 5";

    private JarProbe() {}

    public static void main(String[] args) throws SQLException {
        check(ServiceLoader.load(Driver.class).stream().count() == 1, "more than one driver");
        Properties properties = new Properties();
        properties.setProperty("ssl", "false");
        properties.setProperty("password", args[1]);
        try (Connection connection = DriverManager.getConnection(args[0], properties)) {
            DatabaseMetaData about = connection.getMetaData();
            try (ResultSet tables = about.getTables(null, null, "%", null)) {
                check(tables.next(), "no tables");
            }
            try (ResultSet columns = about.getColumns(null, null, "%", "%")) {
                check(columns.next(), "no columns");
            }
            run(connection, SIMPLE);
            check(!calciteIsLoaded(connection), "Calcite is loaded before any statement that needs it");
            if (args.length > 2) {
                run(connection, args[2]);
                check(calciteIsLoaded(connection), "the check for Calcite looks in the wrong place");
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            check(rows.next(), "no rows");
        }
    }

    /** Asks the loader of the driver, without loading anything. */
    private static boolean calciteIsLoaded(Connection connection) {
        try {
            java.lang.reflect.Method find = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
            find.setAccessible(true);
            String name = connection.getClass().getPackageName() + ".shaded.org.apache.calcite.rel.RelNode";
            return find.invoke(connection.getClass().getClassLoader(), name) != null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalStateException(otherwise);
        }
    }
}
