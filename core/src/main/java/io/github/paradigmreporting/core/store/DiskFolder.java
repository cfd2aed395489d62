package io.github.paradigmreporting.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The folder of one address and key below a user's directory. Where the file system knows owners, for the owner only. */
final class DiskFolder {
    /** How a file is called while it is written. */
    static final String TEMPORARY = ".part";

    private final Path root;
    private final Path path;
    private final FileAttribute<?>[] owner;

    DiskFolder(Path root, String name) {
        this.root = root;
        this.path = root.resolve(name);
        this.owner = root.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    Path path() {
        return path;
    }

    void create() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(root, owner);
            Files.createDirectories(path, owner);
        }
    }

    /**
     * The files there are now; the index known already when nothing has come or gone since. A file that came in the same
     * tick of the file system's clock is seen when the next one comes.
     */
    DiskIndex index(DiskIndex known) throws IOException {
        FileTime changed = Files.getLastModifiedTime(path);
        if (changed.equals(known.folderChanged)) {
            return known;
        }
        try (Stream<Path> all = Files.list(path)) {
            List<DiskFile> files =
                    all.map(DiskFile::of).filter(Objects::nonNull).toList();
            return new DiskIndex(files, changed);
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A new, empty file that only the owner may read. */
    Path temporary() throws IOException {
        create();
        // The JDK gives such files to their owner alone.
        return Files.createTempFile(path, "", TEMPORARY);
    }

    /** Notes that a file was used. Where others keep the directory and we only read, nothing is noted. */
    void used(DiskFile file, Instant now) {
        try {
            Files.setLastModifiedTime(file.path(), FileTime.from(now));
        } catch (IOException e) {
            // Then it is dropped the sooner by those who may.
        }
    }

    void clear() throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> all = Files.list(path)) {
            for (Path file : all.filter(file -> DiskFile.of(file) != null).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
