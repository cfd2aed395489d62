package io.github.paradigmreporting.examples.demo;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One SQL statement over two reports, twice: the second time the days are already here. */
final class JdbcPart implements Part {
    private static final String SQL = """
            SELECT FLOOR(s.date TO MONTH)     AS "month",
                   SUM(s.sessions_count)      AS sessions,
                   SUM(s.user_queries_count)  AS queries,
                   SUM(f.likes_count)         AS likes,
                   SUM(f.dislikes_count)      AS dislikes
            FROM sessions s
            JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date
            WHERE s.date >= CURRENT_DATE - INTERVAL '6' MONTH
            GROUP BY FLOOR(s.date TO MONTH)
            ORDER BY 1""";

    @Override
    public String title() {
        return "SQL: two reports joined, by month";
    }

    @Override
    public void show(Instance instance, Screen screen, Closing closing) throws SQLException {
        String url = url(instance.baseUrl());
        screen.note(url);
        screen.gap();
        screen.code(SQL);
        screen.gap();
        Properties properties = new Properties();
        properties.setProperty("password", instance.key());
        Connection connection = closing.add(DriverManager.getConnection(url, properties));
        Run first = run(connection, instance);
        screen.table(first.table());
        screen.gap();
        screen.result(first.cost());
        screen.result("The same statement again: " + run(connection, instance).cost());
    }

    private static String url(URI baseUrl) {
        boolean plain = "http".equalsIgnoreCase(baseUrl.getScheme());
        return "jdbc:paradigm://" + baseUrl.getRawAuthority() + baseUrl.getRawPath() + (plain ? "?ssl=false" : "");
    }

    private static Run run(Connection connection, Instance instance) throws SQLException {
        long before = requests(instance);
        long start = System.nanoTime();
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(SQL)) {
            Table table = table(results);
            return new Run(
                    table,
                    Duration.ofNanos(System.nanoTime() - start),
                    instance.simulator().isPresent() ? requests(instance) - before : null);
        }
    }

    /** Only the simulator counts them. */
    private static long requests(Instance instance) {
        return instance.simulator()
                .map(simulator -> simulator.journal().count())
                .orElse(0L);
    }

    private static Table table(ResultSet results) throws SQLException {
        ResultSetMetaData metaData = results.getMetaData();
        List<String> headings = new ArrayList<>();
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            headings.add(metaData.getColumnLabel(i));
        }
        Table table = new Table(headings);
        while (results.next()) {
            List<@Nullable Object> cells = new ArrayList<>();
            for (int i = 1; i <= headings.size(); i++) {
                cells.add(results.getObject(i));
            }
            table.row(cells.toArray());
        }
        return table;
    }

    /**
     * A statement that was run.
     *
     * @param table what came
     * @param time how long it took
     * @param requests how many requests it cost, null when nobody counted
     */
    private record Run(Table table, Duration time, @Nullable Long requests) {
        String cost() {
            String seconds = String.format(Locale.ROOT, "%.2f s", time.toMillis() / 1000.0);
            return requests == null ? seconds : requests + (requests == 1 ? " request, " : " requests, ") + seconds;
        }
    }
}
