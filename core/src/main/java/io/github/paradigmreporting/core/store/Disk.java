package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settled days of one address and key in files, so that another life of the program need not ask for them again. Several
 * processes may share the directory: a file appears whole or not at all and never changes. Whatever is wrong with a file or
 * the directory costs a request and is said once; no query fails for it. Safe for threads.
 */
final class Disk {
    private static final Logger LOG = LoggerFactory.getLogger(DayStore.class);

    private final Path root;
    private final String owner;
    private final long mostBytes;
    private final InstantSource clock;
    private final DiskFolder folder;
    private final Set<Path> unusable = ConcurrentHashMap.newKeySet();
    private volatile DiskIndex index = DiskIndex.EMPTY;
    private volatile @Nullable String problem;
    private int writing;

    /**
     * A part of a directory.
     *
     * @param root the user's directory
     * @param identity whose days
     * @param mostBytes most bytes of all files below the directory, of whomever
     * @param clock the time, to note when a file was used
     */
    Disk(Path root, String identity, long mostBytes, InstantSource clock) {
        this.root = root.toAbsolutePath().normalize();
        this.owner = DiskFile.hash(identity, 16);
        this.mostBytes = mostBytes;
        this.clock = clock;
        this.folder = new DiskFolder(this.root, "v" + DiskFormat.VERSION + "-" + owner);
        try {
            folder.create();
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
        look();
    }

    boolean isAt(Path directory, long bytes) {
        return mostBytes == bytes && root.equals(directory.toAbsolutePath().normalize());
    }

    /** Looks which files there are, others' included; costs next to nothing when there are no new ones. */
    void look() {
        try {
            index = folder.index(index);
        } catch (IOException | RuntimeException e) {
            if (!(e instanceof NoSuchFileException)) {
                failed(e);
            }
            index = DiskIndex.EMPTY;
        }
    }

    /** The file to take a day from, or null: days count that had settled when they were asked for, by today's options. */
    @Nullable
    DiskFile holding(Report<?> report, @Nullable Long scope, LocalDate day, StoreOptions options) {
        Instant now = clock.instant();
        return index.find(
                report,
                scope,
                day,
                file -> !unusable.contains(file.path())
                        && !file.askedAt().isAfter(now)
                        && options.settled(day, file.askedAt()));
    }

    /** The rows of a file; {@link DiskFetch.Unusable} when it is not whole, and from then on the file is not there. */
    <R extends Row> List<R> read(DiskFile file, ReportQuery<R> query, long mostBytes) {
        try {
            List<R> rows = DiskFormat.read(owner, file, query, mostBytes);
            folder.used(file, clock.instant());
            return rows;
        } catch (IOException | RuntimeException e) {
            unusable.add(file.path());
            if (!(e instanceof NoSuchFileException)) {
                LOG.warn("{} cannot be used ({}), its days are asked for again", file.path(), e.getMessage());
            }
            throw new DiskFetch.Unusable(e);
        }
    }

    /**
     * What is to be run to write those days of an answer that have settled. Others wait for it.
     *
     * @param parts the days, ascending
     * @param wanted asked at the end whether they are still to be kept
     */
    <R extends Row> Runnable saving(
            Report<R> report, List<Stored<R>> parts, StoreOptions options, BooleanSupplier wanted) {
        List<Stored<R>> settled =
                parts.stream().filter(part -> part.settled(options)).toList();
        if (settled.isEmpty()) {
            return () -> {};
        }
        Stored<R> first = settled.get(0);
        LocalDate last = settled.get(settled.size() - 1).slot().days().to();
        Slot slot = new Slot(
                report, first.slot().company(), new Window(first.slot().days().from(), last));
        List<R> rows = settled.stream().flatMap(part -> part.rows().stream()).toList();
        begin();
        return () -> write(report, slot, first.askedAt(), rows, wanted);
    }

    private synchronized void begin() {
        writing++;
    }

    private <R extends Row> void write(
            Report<R> report, Slot slot, Instant askedAt, List<R> rows, BooleanSupplier wanted) {
        try {
            DiskFile file = DiskFile.of(folder.path(), slot, Instant.ofEpochMilli(askedAt.toEpochMilli()));
            Path written = folder.temporary();
            try {
                try (OutputStream out = Files.newOutputStream(
                        written,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        LinkOption.NOFOLLOW_LINKS)) {
                    DiskFormat.write(out, owner, file, report, rows);
                }
                long size = Files.size(written);
                if (size <= mostBytes) {
                    // By the clock of the file system, which may be another machine's.
                    Instant now = Files.getLastModifiedTime(written).toInstant();
                    Files.setLastModifiedTime(written, FileTime.from(clock.instant()));
                    Files.move(written, file.path(), StandardCopyOption.ATOMIC_MOVE);
                    DiskSpace.keep(root, mostBytes, now);
                }
                problem = null;
            } finally {
                Files.deleteIfExists(written);
            }
            if (!wanted.getAsBoolean()) {
                Files.deleteIfExists(file.path());
            }
        } catch (IOException | RuntimeException e) {
            failed(e);
        } finally {
            end();
        }
    }

    private synchronized void end() {
        writing--;
        notifyAll();
    }

    /** Waits until all is written, but no longer than so long. */
    synchronized void awaitWritten(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        for (long left = most.toMillis(); writing > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }

    /** Deletes all files of this address and key. */
    void clear() {
        try {
            folder.clear();
        } catch (IOException | RuntimeException e) {
            failed(e);
        }
        index = DiskIndex.EMPTY;
    }

    /** What keeps days from being written or read, as a sentence for users; null when nothing does. */
    @Nullable
    String problem() {
        return problem;
    }

    /** Told once, until something has been written again. */
    private void failed(Exception why) {
        if (problem == null) {
            problem = "storeDirectory " + root + " cannot be used (" + why
                    + "), so days are kept in memory only; make room or correct its permissions, or name another"
                    + " directory";
            LOG.warn(problem);
        }
    }
}
