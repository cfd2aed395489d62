package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Days in files: what is written, read again and dropped. */
class DiskTest extends DiskStores {
    @Test
    void aRestartAsksForNothingThatHadSettled() throws Exception {
        List<SessionsDay> before = rows(restarted(), "2026-05-20", "2026-06-15");
        instance.asked.clear();

        List<SessionsDay> after = rows(restarted(), "2026-05-20", "2026-06-15");

        assertThat(after).hasSameSizeAs(before);
        assertThat(after.subList(0, 60)).isEqualTo(before.subList(0, 60));
        // Look-back 3: the 12th and later may still change.
        assertThat(instance.takeAsked()).containsExactly("sessions all 2026-06-12..2026-06-15");
    }

    @Test
    void onlySettledDaysAreWritten() throws Exception {
        rows(restarted(), "2026-06-10", "2026-06-15");
        assertThat(names()).singleElement().asString().contains(".all.2026-06-10.2026-06-11.");

        query(restarted(), ReportQuery.of(Reports.MEMBERS, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 31)));
        rows(restarted(), "2026-06-13", "2026-06-15");
        assertThat(names()).hasSize(1);
    }

    @Test
    void daysWithoutRowsAreWrittenToo() throws Exception {
        rows(restarted(), "2026-05-01", "2026-05-02");
        instance.asked.clear();

        assertThat(rows(restarted(), "2026-05-01", "2026-05-01")).isEmpty();
        assertThat(instance.asked).isEmpty();
    }

    @Test
    void anAnswerWithoutAnyRowIsWrittenOnceASecondAgrees() throws Exception {
        rows(restarted(), "2026-05-01", "2026-05-01");
        assertThat(names()).isEmpty();

        DayStore store = restarted();
        rows(store, "2026-05-01", "2026-05-01");
        clock.pass(Duration.ofHours(1));
        rows(store, "2026-05-01", "2026-05-01");
        instance.asked.clear();

        DayStore later = restarted();
        assertThat(rows(later, "2026-05-01", "2026-05-01")).isEmpty();
        assertThat(instance.asked).isEmpty();
        assertThat(later.contents()).isNotEmpty().allMatch(StoredRange::settled);
    }

    @Test
    void theFileIsTheApisOwnAnswer() throws Exception {
        instance.text = "Ünïcode \ud83d\ude00 and half a pair \ud83d \u0000";
        rows(restarted(), "2026-05-20", "2026-05-21");

        assertThat(text(files().get(0)))
                .startsWith("paradigm-reporting store 1 ")
                .contains("{\"reporting\":[{\"company\":{\"id\":1,\"name\":\"\\u00DCn\\u00EFcode")
                .contains("\"dates\":[{\"date\":\"2026-05-20\",");
        assertThat(rows(restarted(), "2026-05-20", "2026-05-21"))
                .hasSize(6)
                .allMatch(row -> instance.text.equals(row.companyName()));
        assertThat(instance.takeAsked()).hasSize(1);
    }

    @Test
    void everyReportComesBackAsItWas() throws Exception {
        for (Report<?> report : Reports.ALL) {
            ReportQuery<?> query = ReportQuery.of(report, LocalDate.of(2026, 4, 20), LocalDate.of(2026, 5, 20));
            assertThat(query(restarted(), query)).isEqualTo(query(restarted(), query));
        }
    }

    @Test
    void aNewerLookBackHoldsForFilesToo() throws Exception {
        rows(restarted(), "2026-06-01", "2026-06-11");
        instance.asked.clear();
        options = new StoreOptions(
                64 << 20, Duration.ofMinutes(5), 10, Duration.ZERO, ZoneOffset.UTC, directory, 1 << 20);

        rows(restarted(), "2026-06-01", "2026-06-11");

        assertThat(instance.takeAsked()).containsExactly("sessions all 2026-06-05..2026-06-11");
    }

    @Test
    void processesSeeEachOthersFiles() throws Exception {
        DayStore one = restarted();
        DayStore other = restarted();

        rows(one, "2026-03-01", "2026-03-31");
        rows(other, "2026-03-01", "2026-04-30");

        assertThat(instance.takeAsked())
                .containsExactly("sessions all 2026-03-01..2026-03-31", "sessions all 2026-04-01..2026-04-30");
    }

    @Test
    void manyProcessesWriteAndDropAtOnce() throws Exception {
        options = options(8_000);
        List<DayStore> stores = new CopyOnWriteArrayList<>();
        List<CompletableFuture<Void>> all = IntStream.range(0, 8)
                .mapToObj(process -> CompletableFuture.runAsync(() -> {
                    Random random = new Random(process);
                    for (int i = 0; i < 25; i++) {
                        LocalDate from = LocalDate.of(2026, 1, 2).plusDays(random.nextInt(120));
                        ReportQuery<SessionsDay> query = ReportQuery.of(Reports.SESSIONS, from, from.plusDays(12));
                        DayStore store = store();
                        stores.add(store);
                        assertThat(store.rows(instance, query, new Cancellation())
                                        .toList())
                                .hasSameSizeAs(
                                        instance.answer(query, clock.instant().toEpochMilli()));
                    }
                }))
                .toList();
        all.forEach(CompletableFuture::join);
        for (DayStore store : stores) {
            store.awaitWritten(Duration.ofSeconds(20));
        }
        rows(restarted(), "2026-05-20", "2026-05-25");

        assertThat(files().stream().mapToLong(DiskTest::size).sum()).isLessThanOrEqualTo(8_000);
        assertThat(names()).noneMatch(name -> name.endsWith(".part"));
    }

    @Test
    void aFileIsAbandonedByTheClockOfItsFileSystem() throws Exception {
        rows(restarted(), "2026-01-02", "2026-01-08");
        Path folder = Objects.requireNonNull(files().get(0).getParent());
        Path young = Files.createFile(folder.resolve("days-1.part"));
        Path old = Files.createFile(folder.resolve("days-2.part"));
        FileTime created = Files.getLastModifiedTime(young);
        Files.setLastModifiedTime(old, FileTime.from(created.toInstant().minus(Duration.ofHours(2))));

        clock.pass(Duration.ofDays(10_000));
        rows(restarted(), "2026-02-02", "2026-02-08");

        assertThat(young).exists();
        assertThat(old).doesNotExist();
    }

    @Test
    void onlyNamesOfTheStoresOwnAreDeleted() throws Exception {
        rows(restarted(), "2026-01-02", "2026-01-08");
        Path folder = folder();
        Path foreign = Files.createDirectory(directory.resolve("v1-mine"));
        FileTime old = FileTime.fromMillis(0);
        List<Path> others = List.of(
                folder.resolve("download.part"),
                folder.resolve("days-1.part.part"),
                folder.resolve("123.part"),
                foreign.resolve("days-1.part"),
                foreign.resolve(files().get(0).getFileName()),
                directory.resolve("days-1.part"));
        for (Path other : others) {
            Files.setLastModifiedTime(Files.createFile(other), old);
        }
        options = options(1);

        rows(restarted(), "2026-02-02", "2026-02-08");
        restarted().clear();

        assertThat(others).allMatch(Files::exists);
    }

    @Test
    void noLinkIsFollowed() throws Exception {
        assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Path victim = Files.createFile(outside.resolve("days-1.part"));
        Files.setLastModifiedTime(victim, FileTime.fromMillis(0));
        Files.createSymbolicLink(directory.resolve("v1-" + "0".repeat(32)), outside);
        rows(restarted(), "2026-01-02", "2026-01-08");
        Path file = files().get(0);
        Path moved = Files.move(file, outside.resolve(file.getFileName()));
        Files.createSymbolicLink(file, moved);
        FileTime before = Files.getLastModifiedTime(moved);
        instance.asked.clear();
        clock.pass(Duration.ofDays(1));

        rows(restarted(), "2026-01-02", "2026-01-08");

        assertThat(instance.takeAsked()).isNotEmpty();
        assertThat(victim).exists();
        assertThat(Files.getLastModifiedTime(moved)).isEqualTo(before);
    }

    @Test
    void aLinkInPlaceOfTheFolderIsRefused() throws Exception {
        assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));
        rows(restarted(), "2026-01-02", "2026-01-08");
        Path outside = directory.resolve("outside");
        Path folder = folder();
        Files.move(folder, outside);
        Files.createSymbolicLink(folder, outside);
        instance.asked.clear();

        DayStore store = restarted();
        rows(store, "2026-01-02", "2026-01-08");
        rows(store, "2026-02-02", "2026-02-08");

        assertThat(instance.takeAsked()).hasSize(2);
        assertThat(store.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("storeDirectory"));
        try (Stream<Path> left = Files.list(outside)) {
            assertThat(left).hasSize(1);
        }
    }

    /** Reading a pipe that has no writer would never end. */
    @Test
    void aPipeWithTheNameOfAFileIsPassedOver() throws Exception {
        assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));
        rows(restarted(), "2026-01-02", "2026-01-08");
        Path file = files().get(0);
        Files.delete(file);
        assertThat(new ProcessBuilder("mkfifo", file.toString()).start().waitFor())
                .isZero();
        instance.asked.clear();

        rows(restarted(), "2026-01-02", "2026-01-08");

        assertThat(instance.takeAsked()).hasSize(1);
        assertThat(file).as("the days take the place of the pipe").isRegularFile();
    }

    @Test
    void whatWasUsedLeastRecentlyIsDropped() throws Exception {
        rows(restarted(), "2026-01-02", "2026-01-08");
        long one = size(files().get(0));
        options = options(3 * one + one / 2);
        for (String month : List.of("02", "03", "01", "04")) {
            clock.pass(Duration.ofMinutes(1));
            rows(restarted(), "2026-" + month + "-02", "2026-" + month + "-08");
        }

        assertThat(names())
                .hasSize(3)
                .noneMatch(name -> name.contains("2026-02"))
                .anyMatch(name -> name.contains("2026-01"));
    }

    @Test
    void aFileLargerThanAllThatIsAllowedIsNotKept() throws Exception {
        options = options(100);
        rows(restarted(), "2026-01-02", "2026-01-08");

        assertThat(names()).isEmpty();
    }

    @Test
    void onlyTheOwnerMayRead() throws Exception {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        rows(restarted(), "2026-01-02", "2026-01-08");

        Path file = files().get(0);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void aPlaceThatCannotBeWrittenToCostsNothingButTheFiles() throws Exception {
        Path notADirectory = Files.writeString(directory.resolve("file"), "x");
        options = new StoreOptions(
                64 << 20, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC, notADirectory, 1 << 20);
        DayStore store = restarted();

        assertThat(store.problem()).hasValueSatisfying(problem -> assertThat(problem)
                .contains("storeDirectory " + notADirectory, "in memory only", "permissions"));
        assertThat(rows(store, "2026-01-02", "2026-01-08")).hasSize(21);
        assertThat(rows(store, "2026-01-02", "2026-01-08")).hasSize(21);
        assertThat(instance.takeAsked()).hasSize(1);
    }

    @Test
    void aDirectoryDeletedMeanwhileIsMadeAgain() throws Exception {
        DayStore store = restarted();
        rows(store, "2026-01-02", "2026-01-08");
        clear();
        Files.delete(folder());

        rows(store, "2026-02-02", "2026-02-08");

        assertThat(names()).singleElement().asString().contains("2026-02-02");
        assertThat(store.problem()).isEmpty();
    }

    @Test
    void forgetsFilesWhenTold() throws Exception {
        DayStore store = restarted();
        rows(store, "2026-01-02", "2026-01-08");
        store.clear();

        assertThat(names()).isEmpty();
        instance.asked.clear();
        rows(restarted(), "2026-01-02", "2026-01-08");
        assertThat(instance.takeAsked()).hasSize(1);
    }

    @Test
    void leavesAloneWhatIsNotItsOwn() throws Exception {
        options = options(1);
        Path note = Files.writeString(directory.resolve("note.txt"), "mine");
        Path other = Files.createDirectory(directory.resolve("v1-mine")).resolve("note.json.gz");
        Files.copy(note, other, StandardCopyOption.REPLACE_EXISTING);

        rows(restarted(), "2026-01-02", "2026-01-08");

        assertThat(note).exists();
        assertThat(other).exists();
    }
}
