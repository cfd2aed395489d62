package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.file.OwnerFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The right of one running consumer to move a position: refused to a second one of this JVM and, where the position is kept
 * in files, of this machine. The operating system ends it when the process dies. Closed when the consumer stops.
 *
 * <p>Closing any channel of a file ends every lock that this process has on it (POSIX). So the lock file is opened only after
 * this JVM's own table has granted the claim.
 */
final class StateClaim implements AutoCloseable {
    /** System properties are the one table that all class loaders of a JVM share. */
    private static final String TAKEN = "paradigm-reporting.position.";

    private static final IdentityHashMap<Object, Set<String>> REPOSITORIES = new IdentityHashMap<>();

    /** Channels that must not be closed, since that would end the lock of another consumer. */
    private static final Map<Path, FileChannel> OPEN_FOR_GOOD = new HashMap<>();

    private final Release release;

    private StateClaim(Release release) {
        this.release = release;
    }

    private interface Release {
        void run() throws IOException;
    }

    /** Claims a position in a repository of the user's. */
    static StateClaim of(Object repository, String key) {
        synchronized (REPOSITORIES) {
            if (!REPOSITORIES
                    .computeIfAbsent(repository, any -> new TreeSet<>())
                    .add(key)) {
                throw inThisJvm(key);
            }
        }
        return new StateClaim(() -> release(repository, key));
    }

    private static void release(Object repository, String key) {
        synchronized (REPOSITORIES) {
            Set<String> keys = REPOSITORIES.get(repository);
            if (keys != null && keys.remove(key) && keys.isEmpty()) {
                REPOSITORIES.remove(repository);
            }
        }
    }

    /** Claims a position in the files of a directory that exists. */
    static StateClaim of(Path directory, String key) throws IOException {
        Path file = directory.toRealPath().resolve(FileStateStore.fileName(key) + ".lock");
        String owner = TAKEN + file;
        if (System.getProperties().putIfAbsent(owner, "taken") != null) {
            throw inThisJvm(key);
        }
        try {
            FileChannel channel = lock(file, key);
            return new StateClaim(() -> {
                try {
                    channel.close();
                } finally {
                    System.clearProperty(owner);
                }
            });
        } catch (IOException | RuntimeException e) {
            System.clearProperty(owner);
            throw e;
        }
    }

    private static FileChannel lock(Path file, String key) throws IOException {
        FileChannel channel = OwnerFiles.write(file);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw refused(key, "another process holds " + file);
            }
            return channel;
        } catch (OverlappingFileLockException e) {
            // Only where this JVM's system properties were replaced: its lock is not in the table.
            synchronized (OPEN_FOR_GOOD) {
                OPEN_FOR_GOOD.putIfAbsent(file, channel);
            }
            throw inThisJvm(key);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static IllegalStateException inThisJvm(String key) {
        return refused(key, "another consumer of this JVM is running with it");
    }

    private static IllegalStateException refused(String key, String why) {
        return new IllegalStateException("the position '" + key + "' is taken: " + why
                + "; two consumers would lose each other's rows, so give each its own stateKey or stateDirectory");
    }

    @Override
    public void close() throws IOException {
        release.run();
    }
}
