package io.github.paradigmreporting.jdbc.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide lists all differences from PostgreSQL. With {@code -Dparadigm.docs.update=true} its table is written. */
class DifferencesGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "guides", "jdbc.md");
    private static final String BEGIN = "| Here | Why |\n|---|---|\n";

    @Test
    void guideShowsTheDifferencesFromPostgres() throws IOException {
        String guide = Files.readString(GUIDE);
        int begin = guide.indexOf(BEGIN);
        assertThat(begin).as("the table of differences in " + GUIDE).isPositive();
        int end = guide.indexOf("\n\n", begin) + 1;
        String updated = guide.substring(0, begin) + table() + guide.substring(end);
        if (Boolean.getBoolean("paradigm.docs.update")) {
            Files.writeString(GUIDE, updated);
        }

        assertThat(Files.readString(GUIDE))
                .as(
                        "stale: run mvn -pl jdbc-driver -am test -Dparadigm.docs.update=true and commit docs/guides/jdbc.md")
                .isEqualTo(updated);
    }

    @Test
    void everyDifferenceHasAReasonAndARuleOrDefinitions() {
        assertThat(Difference.ALL).isNotEmpty().allSatisfy(difference -> {
            assertThat(difference.reason()).as(difference.title()).isNotBlank();
            assertThat(difference.rule().isEmpty())
                    .as(difference.title())
                    .isNotEqualTo(difference.definitions().isEmpty());
        });
    }

    private static String table() {
        return Difference.ALL.stream()
                .map(difference -> "| " + difference.title() + " | " + difference.reason() + " |\n")
                .collect(Collectors.joining("", BEGIN, ""));
    }
}
