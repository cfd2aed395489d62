package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.file.OwnerFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * States in files, one per key, that survive the death of the process at any moment. A state is written beside the old one,
 * forced to the disk and then renamed over it; a checksum tells a torn file, and the generation before is kept. Safe for
 * threads; other processes are kept away by {@link StateClaim}.
 */
public final class FileStateStore extends ServiceSupport implements StateRepository<String, String> {
    private static final Logger LOG = LoggerFactory.getLogger(FileStateStore.class);

    private final Path directory;
    private final Map<String, Long> generations = new HashMap<>();

    /**
     * A store in a directory, which is made when something is first kept.
     *
     * @param directory the directory
     */
    public FileStateStore(Path directory) {
        this.directory = directory;
    }

    /**
     * Keeps a state; when this returns, it is on the disk.
     *
     * @param key name of the state
     * @param value the state
     * @throws UncheckedIOException when it could not be written; the old state holds
     */
    @Override
    public synchronized void setState(String key, String value) {
        write(key, out -> out.write(value.getBytes(StandardCharsets.UTF_8)));
    }

    /** As {@link #setState}, piece by piece. */
    synchronized StateFile write(String key, StateFile.Content content) {
        try {
            OwnerFiles.createDirectories(directory);
            long generation = generationOf(key) + 1;
            Path next = file(key, ".next");
            StateFile written = StateFile.write(next, generation, content);
            if (OwnerFiles.exists(file(key, ""))) {
                move(file(key, ""), file(key, ".previous"));
            }
            move(next, file(key, ""));
            forceDirectory();
            generations.put(key, generation);
            return new StateFile(file(key, ""), generation, written.checksum(), written.begin());
        } catch (IOException e) {
            throw unsaved(key, e);
        }
    }

    UncheckedIOException unsaved(String key, IOException e) {
        return new UncheckedIOException(
                "the position " + key + " could not be saved in " + directory.toAbsolutePath()
                        + "; messages done since the last save will be sent again: " + e,
                e);
    }

    /**
     * The state kept last.
     *
     * @param key name of the state
     * @return the state, or null when none was ever kept
     * @throws IllegalStateException when there are files but none of them is whole
     */
    @Override
    public synchronized @Nullable String getState(String key) {
        return newest(key).map(StateFile::value).orElse(null);
    }

    @Override
    public String toString() {
        return "FileStateStore[" + directory.toAbsolutePath() + "]";
    }

    private long generationOf(String key) {
        Long known = generations.get(key);
        return known != null ? known : newest(key).map(StateFile::generation).orElse(0L);
    }

    /** The youngest whole file; a crash may have left the newest under another name. */
    synchronized Optional<StateFile> newest(String key) {
        boolean torn = false;
        StateFile newest = null;
        for (Path file : existing(key)) {
            Optional<StateFile> read = StateFile.read(file);
            torn |= read.isEmpty() && !file.toString().endsWith(".next");
            if (read.isPresent() && (newest == null || read.get().generation() > newest.generation())) {
                newest = read.get();
            }
        }
        if (torn && newest == null) {
            throw new IllegalStateException("the position " + key + " in " + directory.toAbsolutePath()
                    + " is damaged and no older one is left; delete the files "
                    + file(key, "").getFileName()
                    + "* to send everything again from startDate");
        }
        if (torn) {
            LOG.warn("the newest position {} in {} is damaged; going on from the one before", key, directory);
        }
        return Optional.ofNullable(newest);
    }

    private List<Path> existing(String key) {
        List<Path> files = new ArrayList<>();
        for (String suffix : List.of("", ".next", ".previous")) {
            Path file = file(key, suffix);
            try {
                if (OwnerFiles.exists(file)) {
                    files.add(file);
                }
            } catch (IOException e) {
                throw StateFile.unreadable(file, e);
            }
        }
        return files;
    }

    /** Where the files are; made when missing. */
    Path directory() throws IOException {
        OwnerFiles.createDirectories(directory);
        return directory;
    }

    /** Puts a file into the place of another, which must be a regular file if there is one. */
    static void move(Path from, Path to) throws IOException {
        boolean unused = OwnerFiles.exists(to);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the renames last. Windows cannot open a directory, and does not need it. */
    void forceDirectory() throws IOException {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private Path file(String key, String suffix) {
        return beside(key, ".state" + suffix);
    }

    /** A file of that key. */
    Path beside(String key, String suffix) {
        return directory.resolve(fileName(key) + suffix);
    }

    /** The key with everything but letters, digits, dot, dash and underscore as hexadecimal bytes. */
    static String fileName(String key) {
        StringBuilder name = new StringBuilder();
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) b;
            if (c < 128 && (Character.isLetterOrDigit(c) || ".-_".indexOf(c) >= 0)) {
                name.append(c);
            } else {
                name.append('%').append(String.format("%02x", b & 0xff));
            }
        }
        return name.toString();
    }
}
