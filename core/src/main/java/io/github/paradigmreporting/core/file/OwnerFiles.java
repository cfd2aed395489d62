package io.github.paradigmreporting.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Opens and makes files for the user's account alone. Only regular files are opened: a symbolic link is not followed, and a
 * pipe or device, which could block for ever, is refused before it is opened. Permissions are set where the file system has
 * owners (POSIX). Every refusal is an {@link IOException} that names the path.
 */
public final class OwnerFiles {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private OwnerFiles() {}

    /**
     * Makes a directory and those above it that are missing, for the owner only. A directory that exists stays as it is, also
     * one that is reached through a symbolic link.
     *
     * @param directory the directory
     * @throws IOException when there is something else of that name, or it cannot be made
     */
    public static void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, attributes(directory, DIRECTORY));
        }
    }

    /**
     * Whether there is a regular file of that name.
     *
     * @param file the file
     * @return false when there is nothing
     * @throws IOException when there is something else, such as a symbolic link, a directory, a pipe or a device
     */
    public static boolean exists(Path file) throws IOException {
        BasicFileAttributes found;
        try {
            found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return false;
        }
        if (!found.isRegularFile()) {
            throw new FileSystemException(
                    file.toString(), null, "is " + kind(found) + " and not a regular file; remove it");
        }
        return true;
    }

    private static String kind(BasicFileAttributes found) {
        if (found.isSymbolicLink()) {
            return "a symbolic link";
        }
        return found.isDirectory() ? "a directory" : "a pipe or device";
    }

    /**
     * Opens a file for reading.
     *
     * @param file the file
     * @return its bytes, to be closed
     * @throws NoSuchFileException when there is none
     * @throws IOException when it is not a regular file or cannot be read
     */
    public static InputStream read(Path file) throws IOException {
        if (!exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Makes a new, empty file that only the owner may read and write; a regular file of that name is removed first. To
     * open it afterwards by its name opens this file, unless others may rename files in the directory.
     *
     * @param file the file
     * @throws IOException when there is something else of that name, or it cannot be made
     */
    public static void create(Path file) throws IOException {
        if (exists(file)) {
            Files.delete(file);
        }
        Files.createFile(file, attributes(file, FILE));
    }

    /**
     * Opens a file for writing, which is made for the owner only where it is missing. An existing one is given to the owner
     * only where this account may do that.
     *
     * @param file the file
     * @return a channel to write with, to be closed
     * @throws IOException when it is not a regular file, or cannot be made or written
     */
    public static FileChannel write(Path file) throws IOException {
        if (exists(file)) {
            restrict(file);
        }
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(file, options, attributes(file, FILE));
    }

    /**
     * Takes the permissions of others from a file that {@link #exists} found.
     *
     * @param file the file
     */
    public static void restrict(Path file) {
        PosixFileAttributeView view =
                Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view != null) {
            try {
                if (!view.readAttributes().permissions().equals(FILE)) {
                    view.setPermissions(FILE);
                }
            } catch (IOException | UnsupportedOperationException e) {
                // Another account owns it and has decided who may read it.
            }
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
