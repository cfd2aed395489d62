package io.github.paradigmreporting.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/errors.md tells users about every kind of error, and rightly whether to try again. */
class ErrorsPageTest {
    @ParameterizedTest
    @EnumSource
    void tellsOfEveryKind(ErrorKind kind) throws IOException {
        assertThat(firstTable())
                .filteredOn(line -> line.startsWith("| `" + kind + "` |"))
                .singleElement()
                .satisfies(line -> {
                    String[] cells = line.split("\\|", -1);
                    assertThat(cells[3].strip()).isEqualTo(kind.mayPass() ? "yes" : "no");
                    assertThat(cells[4]).isNotBlank();
                });
    }

    /** The page has other tables by kind further down: what each adapter does. */
    private static List<String> firstTable() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "errors.md")).stream()
                .dropWhile(line -> !line.startsWith("| Kind |"))
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }
}
