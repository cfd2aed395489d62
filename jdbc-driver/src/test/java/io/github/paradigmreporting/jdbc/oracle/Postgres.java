package io.github.paradigmreporting.jdbc.oracle;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of its own process, with the {@link AwkwardRows} in tables of the driver's names. */
final class Postgres implements AutoCloseable {
    /** Says at INFO what it does. Held, so that its level is not forgotten. */
    private static final Logger QUIET = Logger.getLogger("io.zonky.test.db.postgres");

    /** Definitions of {@link Difference} are found before PostgreSQL's own; its JDBC driver sets the zone of this JVM. */
    private static final String SESSION = "SET search_path = paradigm, pg_catalog; SET TIME ZONE 'UTC'";

    private final @Nullable EmbeddedPostgres server;
    private final Connection connection;

    private Postgres(@Nullable EmbeddedPostgres server, Connection connection) {
        this.server = server;
        this.connection = connection;
    }

    /** Starts one, filled. */
    static Postgres start(AwkwardRows rows) throws IOException, SQLException {
        QUIET.setLevel(Level.WARNING);
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                // Unpacked anew by each clean build, which thereby proves that it can be.
                .setOverrideWorkingDirectory(new File("target/postgresql"))
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("lc-collate", "C")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("timezone", "UTC")
                .setServerConfig("statement_timeout", "10s")
                .setServerConfig("max_parallel_workers_per_gather", "0")
                .setServerConfig("jit", "off")
                // Texts are of the type that the statement needs, as parameters of the driver are.
                .setConnectConfig("stringtype", "unspecified")
                .start();
        Postgres postgres = new Postgres(server, server.getPostgresDatabase().getConnection());
        postgres.execute("CREATE SCHEMA paradigm");
        postgres.execute(SESSION);
        for (Report<?> report : Reports.ALL) {
            postgres.fill(report, rows.of(report));
        }
        postgres.fillCompanies(rows.names());
        postgres.execute(Resource.text("oracle/tables.sql"));
        for (Difference difference : Difference.ALL) {
            postgres.execute(difference.definitions());
        }
        postgres.execute("ANALYZE");
        return postgres;
    }

    /** Another connection to the same; to be closed before this one. */
    Postgres another() throws SQLException {
        Postgres another = new Postgres(null, server().getPostgresDatabase().getConnection());
        another.execute(SESSION);
        return another;
    }

    private EmbeddedPostgres server() {
        return Objects.requireNonNull(server);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <R extends Row> void fill(Report<R> report, List<Row> rows) throws SQLException {
        execute("CREATE TABLE paradigm." + report.name() + " ("
                + report.columns().stream()
                        .map(column -> '"' + column.name() + "\" " + type(column))
                        .collect(Collectors.joining(", "))
                + ")");
        String values = report.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO paradigm." + report.name() + " VALUES (" + values + ")")) {
            for (Row row : rows) {
                for (int i = 0; i < report.columns().size(); i++) {
                    insert.setObject(
                            i + 1,
                            value(report.columns().get(i).value(report.rowType().cast(row))));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The driver's instants have milliseconds; what the API gives beyond them is cut, not rounded. */
    private static @Nullable Object value(@Nullable Object value) {
        return value instanceof Instant instant
                ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS)
                : value;
    }

    private static String type(Column<?> column) {
        return switch (column.type()) {
            case BIGINT -> "BIGINT";
            case DOUBLE -> "DOUBLE PRECISION";
            case TEXT -> "TEXT";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
        };
    }

    private void fillCompanies(Map<Long, @Nullable String> names) throws SQLException {
        execute("CREATE TABLE paradigm.companies (company_id BIGINT, company_name TEXT)");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO paradigm.companies VALUES (?, ?)")) {
            for (Map.Entry<Long, @Nullable String> name : names.entrySet()) {
                insert.setLong(1, name.getKey());
                insert.setString(2, name.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What it makes of a statement. */
    Answer answer(String sql, List<?> parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                return Answer.of(result);
            }
        } catch (SQLException e) {
            return Answer.Failure.of(e);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        if (server != null) {
            server.close();
        }
    }
}
