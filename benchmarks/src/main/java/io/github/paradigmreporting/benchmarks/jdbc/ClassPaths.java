package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The class path of each driver, with nothing of the others on it. */
final class ClassPaths {
    private static final String CALCITE = "calcite-classpath";

    private final Path target;

    /**
     * Reads what the build wrote.
     *
     * @param target the module's folder {@code target}, after {@code package}
     */
    ClassPaths(Path target) {
        this.target = target;
    }

    /** The driver's jar as users get it. */
    Path driver() throws IOException {
        return jar("paradigm-reporting-jdbc-");
    }

    List<Path> ours() throws IOException {
        return List.of(driver(), programs());
    }

    List<Path> h2() throws IOException {
        return List.of(jar("h2-"), programs());
    }

    List<Path> postgres() throws IOException {
        return List.of(jar("postgresql-"), programs());
    }

    /** Calcite and everything it needs: as separate jars. */
    List<Path> calciteJars() throws IOException {
        return read(CALCITE);
    }

    /** Calcite and everything it needs: in one jar, as someone would ship it. */
    List<Path> calcite() throws IOException {
        Path merged = target.resolve("calcite-merged.jar");
        if (!Files.exists(merged) || isOlder(merged, target.resolve(CALCITE))) {
            MergedJar.write(calciteJars(), merged);
        }
        return List.of(merged, programs());
    }

    private static boolean isOlder(Path file, Path than) throws IOException {
        return Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(than)) < 0;
    }

    private Path programs() {
        return target.resolve("classes");
    }

    private Path jar(String prefix) throws IOException {
        return read("classpath").stream()
                .filter(path -> path.getFileName().toString().startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + prefix + "*.jar on the class path of " + target));
    }

    private List<Path> read(String name) throws IOException {
        return Stream.of(Files.readString(target.resolve(name)).trim().split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }
}
