package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Stores that keep days in files of one directory. A restart is another set of stores, a process another one beside it. */
abstract class DiskStores {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path directory;

    StoreOptions options;
    final FakeClock clock = new FakeClock("2026-06-15T12:00:00Z");
    FakeInstance instance;

    @BeforeEach
    void start() {
        options = options(1 << 20);
        instance = new FakeInstance(clock, options);
    }

    StoreOptions options(long bytes) {
        return new StoreOptions(64 << 20, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC, directory, bytes);
    }

    DayStore store() {
        return new SharedStores(Long.MAX_VALUE).of("test", clock, options);
    }

    DayStore restarted() {
        return store();
    }

    List<SessionsDay> rows(DayStore store, String from, String to) throws Exception {
        return query(store, ReportQuery.of(Reports.SESSIONS, LocalDate.parse(from), LocalDate.parse(to)));
    }

    <R extends io.github.paradigmreporting.core.model.Row> List<R> query(DayStore store, ReportQuery<R> query)
            throws Exception {
        List<R> rows = store.rows(instance, query, new Cancellation()).toList();
        store.awaitWritten(Duration.ofSeconds(20));
        return rows;
    }

    Path folder() throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return new ArrayList<>(all.filter(Files::isRegularFile)
                    .filter(file -> Objects.requireNonNull(file.getParent())
                            .getFileName()
                            .toString()
                            .startsWith("v1-"))
                    .sorted()
                    .toList());
        }
    }

    List<String> names() throws IOException {
        return files().stream().map(file -> file.getFileName().toString()).toList();
    }

    void clear() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    static long size(Path file) {
        return file.toFile().length();
    }

    static String text(Path file) throws IOException {
        return unpacked(Files.readAllBytes(file));
    }

    static String unpacked(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
        }
    }
}
