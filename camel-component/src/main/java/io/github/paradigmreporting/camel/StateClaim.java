package io.github.paradigmreporting.camel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The right of one running consumer to move a position: refused to a second one of this JVM and, where the position is kept
 * in files, of this machine. The operating system ends it when the process dies. Closed when the consumer stops.
 */
final class StateClaim implements AutoCloseable {
    private static final Set<String> TAKEN = new HashSet<>();

    private final String owner;
    private final @Nullable FileChannel channel;

    private StateClaim(String owner, @Nullable FileChannel channel) {
        this.owner = owner;
        this.channel = channel;
    }

    /** Claims a position in a repository of someone else's. */
    static StateClaim of(Object repository, String key) {
        return take(System.identityHashCode(repository) + " " + key, key, null);
    }

    /** Claims a position in files. */
    static StateClaim of(Path directory, String key) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(FileStateStore.fileName(key) + ".lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw refused(key, "another process holds " + file.toAbsolutePath());
            }
            return take(file.toAbsolutePath().normalize().toString(), key, channel);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw refused(key, "another consumer of this JVM is running with it");
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static StateClaim take(String owner, String key, @Nullable FileChannel channel) {
        synchronized (TAKEN) {
            if (!TAKEN.add(owner)) {
                throw refused(key, "another consumer of this JVM is running with it");
            }
        }
        return new StateClaim(owner, channel);
    }

    private static IllegalStateException refused(String key, String why) {
        return new IllegalStateException("the position '" + key + "' is taken: " + why
                + "; two consumers would lose each other's rows, so give each its own stateKey or stateDirectory");
    }

    @Override
    public void close() throws IOException {
        synchronized (TAKEN) {
            TAKEN.remove(owner);
        }
        if (channel != null) {
            channel.close();
        }
    }
}
