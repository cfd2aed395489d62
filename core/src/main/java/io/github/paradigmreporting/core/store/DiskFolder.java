package io.github.paradigmreporting.core.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of one address and key below a user's directory. Where the file system knows owners, for the owner only. */
final class DiskFolder {
    private static final Pattern NAME = Pattern.compile("v\\d{1,9}-[0-9a-f]{32}");

    private static final String TEMPORARY_START = "days-";
    private static final String TEMPORARY_END = ".part";
    private static final Pattern TEMPORARY = Pattern.compile(TEMPORARY_START + "\\d{1,20}\\" + TEMPORARY_END);

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

    /** Whether a path is the folder of some address and key, and no link to one elsewhere. */
    static boolean isOne(Path path) {
        return NAME.matcher(String.valueOf(path.getFileName())).matches()
                && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether a file has the name of one that is being written. */
    static boolean isTemporary(Path path) {
        return TEMPORARY.matcher(String.valueOf(path.getFileName())).matches();
    }

    /** What a path is: no link is followed, and only a regular file has no end that another program decides. */
    static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** The file of days that a path is; null for anything else. */
    private static @Nullable DiskFile file(Path path) {
        DiskFile named = DiskFile.of(path);
        return named != null && isFile(path) ? named : null;
    }

    void create() throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(root, owner);
            // Not createDirectories, which takes a link to a directory for one.
            try {
                Files.createDirectory(path, owner);
            } catch (FileAlreadyExistsException e) {
                if (!isOne(path)) {
                    throw e;
                }
                // Another process was faster.
            }
        }
    }

    /**
     * The files there are now; the index known already when nothing has come or gone since. A file that came in the same
     * tick of the file system's clock is seen when the next one comes.
     */
    DiskIndex index(DiskIndex known) throws IOException {
        FileTime changed = Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS);
        if (changed.equals(known.folderChanged)) {
            return known;
        }
        if (!isOne(path)) {
            throw new NotDirectoryException(path.toString());
        }
        try (Stream<Path> all = Files.list(path)) {
            List<DiskFile> files =
                    all.map(DiskFolder::file).filter(Objects::nonNull).toList();
            return new DiskIndex(files, changed);
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** A new, empty file that only the owner may read. */
    Path temporary() throws IOException {
        create();
        // The JDK gives such files to their owner alone.
        return Files.createTempFile(path, TEMPORARY_START, TEMPORARY_END);
    }

    /** Notes that a file was used. Where others keep the directory and we only read, nothing is noted. */
    void used(DiskFile file, Instant now) {
        try {
            Files.getFileAttributeView(file.path(), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setTimes(FileTime.from(now), null, null);
        } catch (IOException e) {
            // Then it is dropped the sooner by those who may.
        }
    }

    void clear() throws IOException {
        if (!isOne(path)) {
            return;
        }
        try (Stream<Path> all = Files.list(path)) {
            for (Path file : all.filter(file -> file(file) != null).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
