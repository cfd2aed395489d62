package io.github.paradigmreporting.benchmarks.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything runs with the least sizes; what it measures then means nothing, and is not looked at. */
final class JdbcComparisonIT {
    private static final String TARGET = System.getProperty("project.build.directory", "target");

    @Test
    void tellsTheSizeOfTheJarsAndWritesItDown(@TempDir Path folder) throws Exception {
        Path report = folder.resolve("report.md");

        JdbcComparison.main(TARGET, "size", "--small", "--markdown", report.toString());

        assertThat(Files.readString(report)).contains("| one jar |", "Calcite's jars merged");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("long")
    void measuresEachGroup(Group group) throws Exception {
        Table table = group.measure(new Bench(new ClassPaths(Path.of(TARGET)), Scale.small(), Path.of(TARGET)));

        assertThat(table.lines()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.ratio()).isPositive();
            assertThat(line.ours().median()).isPositive();
        });
    }
}
