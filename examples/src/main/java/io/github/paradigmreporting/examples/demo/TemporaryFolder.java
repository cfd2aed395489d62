package io.github.paradigmreporting.examples.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is gone when closed, with all that is in it. */
final class TemporaryFolder implements AutoCloseable {
    private static final int ROUNDS = 5;

    private final Path path;

    TemporaryFolder() {
        try {
            this.path = Files.createTempDirectory("paradigm-demo-");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder in " + System.getProperty("java.io.tmpdir"), e);
        }
    }

    Path path() {
        return path;
    }

    /** Deletes bottom up; again when a thread that is about to end has written meanwhile. */
    @Override
    public void close() throws IOException {
        for (int round = 1; Files.exists(path); round++) {
            try {
                for (Path file : all()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException | UncheckedIOException e) {
                if (round == ROUNDS) {
                    throw e;
                }
            }
        }
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
