package io.github.paradigmreporting.benchmarks.jdbc;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The lines of one group.
 *
 * @param title what the group compares, and its unit
 * @param lines the comparisons
 * @param conditions what to know about the run
 */
record Table(String title, List<Line> lines, String conditions) {
    String markdown() {
        return "### " + title + "\n\n"
                + "| Case | ours | peer | the peer's | ratio | target | |\n|---|---|---|---|---|---|---|\n"
                + lines.stream().map(Line::markdown).collect(Collectors.joining("\n"))
                + "\n\n" + conditions + "\n";
    }
}
