package io.github.paradigmreporting.examples;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The JDBC driver: the documents used most in the last 30 days, by SQL. The key comes from the environment. */
public final class MostUsedDocuments {
    private MostUsedDocuments() {}

    /**
     * Prints ten lines. Needs {@code PARADIGM_API_KEY}, and in {@code PARADIGM_BASE_URL} the address it is for.
     *
     * @param arguments the URL, for example {@code jdbc:paradigm://paradigm.example.com}
     * @throws SQLException when the instance cannot be asked
     */
    public static void main(String... arguments) throws SQLException {
        print(arguments[0], System.out);
    }

    private static void print(String url, PrintStream out) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet documents = statement.executeQuery("""
                        SELECT COALESCE(document_title, document_filename) AS document, SUM(usage_count) AS uses
                        FROM documents
                        WHERE date >= CURRENT_DATE - INTERVAL '30' DAY
                        GROUP BY company_id, document_id, document
                        ORDER BY uses DESC
                        LIMIT 10""")) {
            while (documents.next()) {
                out.println(documents.getLong("uses") + "  " + documents.getString("document"));
            }
        }
    }
}
