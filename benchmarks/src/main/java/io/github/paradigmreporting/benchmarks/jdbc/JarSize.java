package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The driver's jar, with all it needs, beside Calcite and all it needs. */
final class JarSize {
    private static final double MEGABYTE = 1e6;

    private JarSize() {}

    static Table measure(Bench bench) throws IOException {
        Spread ours = size(Files.size(bench.paths().driver()));
        Spread merged = size(Files.size(bench.paths().calcite().get(0)));
        long loose = 0;
        int jars = 0;
        for (Path jar : bench.paths().calciteJars()) {
            loose += Files.size(jar);
            jars++;
        }
        return new Table(
                "Size of the jar (MB)",
                List.of(
                        new Line("one jar", ours, "Calcite's jars merged", merged, 0.8, 15),
                        new Line("one jar", ours, "Calcite's " + jars + " jars", size(loose), 0, 0)),
                "");
    }

    private static Spread size(long bytes) {
        return Spread.of(List.of(bytes / MEGABYTE));
    }
}
