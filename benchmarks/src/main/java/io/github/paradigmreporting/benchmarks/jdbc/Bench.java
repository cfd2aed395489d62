package io.github.paradigmreporting.benchmarks.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What every group needs: where the drivers are, and how much to measure.
 *
 * @param paths class paths
 * @param scale how much
 * @param scratch a folder for files that outlast a run
 */
record Bench(ClassPaths paths, Scale scale, Path scratch) {
    /** A launch of the driver. */
    Launch ours(String name, Class<?> program, String url, List<String> more, String... options) throws IOException {
        return new Launch(name, paths.ours(), List.of(options), program, arguments(Peers.OURS, url, more));
    }

    Launch h2(Class<?> program, int documentsPerDay, List<String> more, String... options) throws IOException {
        return new Launch("H2", paths.h2(), List.of(options), program, arguments(Peers.H2, "" + documentsPerDay, more));
    }

    /** A launch of stock Calcite over rows in memory. */
    Launch calcite(Class<?> program, int documentsPerDay, List<String> more, String... options) throws IOException {
        return new Launch(
                "stock Calcite",
                paths.calcite(),
                List.of(options),
                program,
                arguments(Peers.CALCITE, "" + documentsPerDay, more));
    }

    static List<String> arguments(String peer, String where, List<String> more) {
        List<String> all = new ArrayList<>(List.of(peer, where));
        all.addAll(more);
        return all;
    }
}
