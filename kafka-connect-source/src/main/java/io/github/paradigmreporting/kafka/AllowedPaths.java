package io.github.paradigmreporting.kafka;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folders below which connectors may read key files. Everyone who may post a configuration chooses both the file and the
 * address that its first line is sent to, so the worker's administrator says which files these can be.
 *
 * @param folders absolute, as given
 */
record AllowedPaths(List<Path> folders) {
    /** System property of the worker's JVM: folders, separated by commas. */
    static final String PROPERTY = "paradigm.kafka.allowedPaths";

    /** Environment variable of the worker, read where the property is not set. */
    static final String VARIABLE = "PARADIGM_KAFKA_ALLOWED_PATHS";

    /** For a program that is run by the one who wrote the configuration. */
    static final AllowedPaths ALL =
            new AllowedPaths(List.of(Path.of("").toAbsolutePath().getRoot()));

    /** What the worker's administrator named; nothing where he named nothing. */
    static AllowedPaths ofWorker() {
        return of(System.getProperty(PROPERTY, System.getenv(VARIABLE)));
    }

    static AllowedPaths of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new AllowedPaths(List.of());
        }
        return new AllowedPaths(Arrays.stream(text.split(","))
                .map(String::trim)
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .toList());
    }

    /** Whether a file is below one of the folders, also once links are followed. */
    boolean allow(Path file) {
        Path real = real(file.toAbsolutePath().normalize());
        return file.isAbsolute() && folders.stream().anyMatch(folder -> real.startsWith(real(folder.normalize())));
    }

    /** Where links lead to; a file that does not exist is judged by its nearest folder that does. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            Path parent = path.getParent();
            return parent == null ? path : real(parent).resolve(path.getFileName());
        }
    }
}
