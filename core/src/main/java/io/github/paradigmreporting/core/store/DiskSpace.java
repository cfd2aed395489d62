package io.github.paradigmreporting.core.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps a directory of stores small: whatever was used least recently goes first. Touches no files but a store's own. */
final class DiskSpace {
    /** A file that somebody has been writing for so long will never be finished. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private DiskSpace() {}

    private record Found(Path path, long size, Instant used) {}

    /**
     * Deletes what there is too much of, and what will never be finished.
     *
     * @param now the time by the clock that stamps the files
     */
    static void keep(Path root, long mostBytes, Instant now) throws IOException {
        List<Found> files = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, "v*-*")) {
            for (Path folder : folders) {
                if (DiskFolder.isOne(folder)) {
                    addFiles(folder, files, now);
                }
            }
        }
        long bytes = files.stream().mapToLong(Found::size).sum();
        files.sort(Comparator.comparing(Found::used));
        for (Found file : files) {
            if (bytes <= mostBytes || file.used.equals(Instant.MAX)) {
                return;
            }
            Files.deleteIfExists(file.path);
            bytes -= file.size;
        }
    }

    private static void addFiles(Path folder, List<Found> files, Instant now) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path path : all) {
                boolean temporary = DiskFolder.isTemporary(path);
                if ((temporary || DiskFile.of(path) != null) && DiskFolder.isFile(path)) {
                    addFile(path, temporary, files, now);
                }
            }
        }
    }

    private static void addFile(Path path, boolean temporary, List<Found> files, Instant now) throws IOException {
        try {
            BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Instant used = is.lastModifiedTime().toInstant();
            if (temporary && used.isBefore(now.minus(ABANDONED))) {
                Files.deleteIfExists(path);
            } else {
                files.add(new Found(path, is.size(), temporary ? Instant.MAX : used));
            }
        } catch (NoSuchFileException e) {
            // Another process has finished or dropped it meanwhile.
        }
    }
}
