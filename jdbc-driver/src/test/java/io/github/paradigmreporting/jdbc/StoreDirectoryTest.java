package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code storeDirectory}: what one life of a program has fetched, the next need not ask for. */
class StoreDirectoryTest {
    private static final String QUERY = "SELECT company_id, date, sessions_count FROM sessions"
            + " WHERE date BETWEEN '2026-03-01' AND '2026-04-30' ORDER BY 1, 2";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path directory;

    private ParadigmSimulator simulator;

    @BeforeEach
    void start() {
        simulator = ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .companies(2)
                .start();
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void servesWhatMemoryHasForgotten() throws Exception {
        List<List<@Nullable Object>> before = answer();
        awaitFile();
        forgetMemory();
        simulator.journal().clear();

        try (Connection connection = connect()) {
            assertThat(SqlFixture.query(connection, QUERY)).isEqualTo(before);
            assertThat(simulator.journal().count()).isZero();
            assertThat(SqlFixture.query(
                            connection,
                            "SELECT served_from, request_count, days_on_disk FROM system.requests"
                                    + " ORDER BY read_id DESC LIMIT 1"))
                    .containsExactly(List.of("disk", 0L, 61L));
            assertThat(warning(connection)).isNull();
        }
    }

    @Test
    void anotherProgramAsksForNothing() throws Exception {
        Process first = program();
        String answer = ended(first);
        long requests = simulator.journal().count();
        assertThat(requests).isPositive();

        Process second = program();
        Process third = program();

        assertThat(List.of(ended(second), ended(third))).containsOnly(answer);
        assertThat(answer).contains("rows 122");
        assertThat(simulator.journal().count()).isEqualTo(requests);
    }

    @Test
    void isPercentEncodedInAUrl() throws Exception {
        Path odd = directory.resolve("a b%2F&+;c");
        Properties properties = new Properties();
        properties.setProperty("password", simulator.key());
        System.setProperty(AllowedInUrl.PROPERTY, "storeDirectory");
        try {
            String url = SqlFixture.url(simulator) + "?ssl=false&storeDirectory="
                    + URLEncoder.encode(odd.toString(), StandardCharsets.UTF_8);
            try (Connection connection = SqlFixture.connect(url, properties)) {
                assertThat(SqlFixture.query(connection, QUERY)).hasSize(122);
            }
        } finally {
            System.clearProperty(AllowedInUrl.PROPERTY);
        }

        try (Stream<Path> made = Files.list(directory)) {
            assertThat(made).containsExactly(odd);
        }
    }

    @Test
    void nothingInTheFilesTellsTheKey() throws Exception {
        answer();

        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                assertThat(file.toString()).doesNotContain(simulator.key());
                if (Files.isRegularFile(file)) {
                    try (InputStream in = new java.util.zip.GZIPInputStream(Files.newInputStream(file))) {
                        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                                .startsWith("paradigm-reporting store 1 ")
                                .doesNotContain(simulator.key());
                    }
                }
            }
        }
    }

    @Test
    void warnsOnceAboutAPlaceItCannotUseAndAnswersAllTheSame() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");
        try (Connection connection = SqlFixture.connect(simulator, "storeDirectory", file.toString())) {
            assertThat(warning(connection))
                    .hasMessageContaining("storeDirectory " + file)
                    .hasMessageContaining("in memory only")
                    .satisfies(warning ->
                            assertThat(((SQLException) warning).getSQLState()).isEqualTo("01000"));
            connection.clearWarnings();
            assertThat(SqlFixture.query(connection, QUERY)).hasSize(122);
            assertThat(warning(connection)).isNull();
        }
    }

    private static @Nullable Throwable warning(Connection connection) throws SQLException {
        return connection.getWarnings();
    }

    private List<List<@Nullable Object>> answer() throws SQLException {
        try (Connection connection = connect()) {
            return SqlFixture.query(connection, QUERY);
        }
    }

    private Connection connect() throws SQLException {
        return SqlFixture.connect(simulator, "storeDirectory", directory.toString());
    }

    /** Closing a connection waits for what is being written, but not for ever. */
    private void awaitFile() throws IOException, SQLException {
        while (!hasFile()) {
            connect().close();
        }
    }

    private boolean hasFile() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.startsWith("sessions.") && !name.endsWith(".part"));
        }
    }

    /** The options of the last connection hold for all, and these keep nothing in memory. */
    private void forgetMemory() throws SQLException {
        SqlFixture.connect(simulator, "storeSize", "0").close();
    }

    private Process program() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dparadigm.jdbc.allowedInUrl=storeDirectory",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                SqlFixture.url(simulator) + "?ssl=false&storeDirectory=" + directory));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PARADIGM_API_KEY", simulator.key());
        builder.environment().put("PARADIGM_BASE_URL", simulator.baseUrl().toString());
        return builder.start();
    }

    private static String ended(Process process) throws Exception {
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return text;
        }
    }

    /** A tool that asks its question and ends. */
    static final class Program {
        private Program() {}

        public static void main(String[] args) throws Exception {
            try (Connection connection = SqlFixture.connect(args[0], new Properties())) {
                List<List<@Nullable Object>> rows = SqlFixture.query(connection, QUERY);
                System.out.println("rows " + rows.size() + " " + rows.hashCode());
            }
        }
    }
}
