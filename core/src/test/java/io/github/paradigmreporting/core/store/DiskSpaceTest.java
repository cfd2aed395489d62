package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a directory of stores may take, and which files are dropped for it. */
class DiskSpaceTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    Path root = Path.of("");

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(root.resolve("v1-" + "a".repeat(32)));
    }

    @Test
    void dropsWhatWasUsedLeastRecentlyUntilTheRestFits() throws IOException {
        Path oldest = stored(folder, 1, 100, Duration.ofDays(3));
        Path newest = stored(folder, 2, 100, Duration.ofDays(1));
        Path elsewhere =
                stored(Files.createDirectory(root.resolve("v1-" + "b".repeat(32))), 1, 100, Duration.ofDays(2));

        DiskSpace.keep(root, 300, NOW);
        assertThat(oldest).exists();

        DiskSpace.keep(root, 299, NOW);
        assertThat(oldest).doesNotExist();
        assertThat(newest).exists();
        assertThat(elsewhere).exists();

        DiskSpace.keep(root, 100, NOW);
        assertThat(elsewhere).doesNotExist();
        assertThat(newest).exists();
    }

    @Test
    void neverTouchesAFileThatIsNotAStores() throws IOException {
        Path notes = used(Files.write(folder.resolve("notes.txt"), new byte[1000]), Duration.ofDays(100));
        Path folderOfOthers = Files.createDirectory(root.resolve("data"));
        Path others = stored(folderOfOthers, 1, 1000, Duration.ofDays(100));
        Path own = stored(folder, 1, 100, Duration.ofDays(1));

        DiskSpace.keep(root, 100, NOW);
        assertThat(own).as("what is not a store's does not count").exists();

        DiskSpace.keep(root, 0, NOW);
        assertThat(own).doesNotExist();
        assertThat(notes).exists();
        assertThat(others).exists();
    }

    @Test
    void dropsAnUnfinishedFileAfterAnHour() throws IOException {
        Path young = unfinished(1, 10, Duration.ofHours(1));
        Path abandoned = unfinished(2, 10, Duration.ofHours(1).plusMillis(1));

        DiskSpace.keep(root, 1000, NOW);

        assertThat(young).exists();
        assertThat(abandoned).doesNotExist();
    }

    @Test
    void countsAFileThatIsBeingWrittenAndLeavesIt() throws IOException {
        Path written = unfinished(3, 150, Duration.ofMinutes(1));
        Path stored = stored(folder, 1, 100, Duration.ofDays(1));

        DiskSpace.keep(root, 250, NOW);
        assertThat(stored).exists();

        DiskSpace.keep(root, 149, NOW);
        assertThat(stored).doesNotExist();
        assertThat(written).exists();
    }

    private static Path stored(Path in, int day, int bytes, Duration unused) throws IOException {
        Slot slot = Slot.of(Reports.SESSIONS, null, DAY.plusDays(day));
        return used(Files.write(DiskFile.of(in, slot, NOW).path(), new byte[bytes]), unused);
    }

    private Path unfinished(int number, int bytes, Duration age) throws IOException {
        return used(Files.write(folder.resolve("days-" + number + ".part"), new byte[bytes]), age);
    }

    private static Path used(Path file, Duration ago) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(ago)));
    }
}
