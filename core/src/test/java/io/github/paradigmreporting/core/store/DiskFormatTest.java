package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much of a file is read. */
class DiskFormatTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final ReportQuery<SessionsDay> QUERY = ReportQuery.of(Reports.SESSIONS, DAY, DAY);
    private static final List<SessionsDay> ROWS =
            List.of(new SessionsDay(2, "Acme", DAY, 3L, null, null, null, null, null, null));

    @TempDir
    Path folder = Path.of("");

    @Test
    void readsAFileUpToTheBytesThatAreAllowed() throws IOException {
        DiskFile file = file();
        try (OutputStream out = Files.newOutputStream(file.path())) {
            DiskFormat.write(out, "owner", file, Reports.SESSIONS, ROWS);
        }
        int bytes = jsonBytes(file.path());

        assertThat(DiskFormat.read("owner", file, QUERY, bytes)).isEqualTo(ROWS);
        assertThatThrownBy(() -> DiskFormat.read("owner", file, QUERY, bytes - 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds " + bytes + " bytes")
                .hasMessageContaining("storeSize");
    }

    @Test
    void readsAThousandCharactersInSearchOfTheFirstLine() throws IOException {
        DiskFile file = file();
        write(file.path(), "x".repeat(1000) + "\n");
        assertThatThrownBy(() -> DiskFormat.read("owner", file, QUERY, 1_000_000))
                .hasMessageContaining("does not begin with");

        write(file.path(), "x".repeat(1001) + "\n");
        assertThatThrownBy(() -> DiskFormat.read("owner", file, QUERY, 1_000_000))
                .hasMessageContaining("no first line");
    }

    @Test
    void findsADayAtTheEndOfAFileOfAYear() {
        Slot year = new Slot(Reports.SESSIONS, null, new Window(DAY, DAY.plusDays(365)));
        DiskFile file = DiskFile.of(folder, year, Instant.parse("2028-01-01T00:00:00Z"));
        DiskIndex index = new DiskIndex(List.of(file), null);

        assertThat(index.find(Reports.SESSIONS, null, DAY, any -> true)).isEqualTo(file);
        assertThat(index.find(Reports.SESSIONS, null, DAY.plusDays(365), any -> true))
                .isEqualTo(file);
        assertThat(index.find(Reports.SESSIONS, null, DAY.plusDays(366), any -> true))
                .isNull();
    }

    private DiskFile file() {
        return DiskFile.of(folder, Slot.of(Reports.SESSIONS, null, DAY), Instant.parse("2026-03-10T00:00:00Z"));
    }

    private static int jsonBytes(Path path) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            String content = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return content.length() - content.indexOf('\n') - 1;
        }
    }

    private static void write(Path path, String text) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
