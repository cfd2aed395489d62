package io.github.paradigmreporting.core.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The generated pages are as committed. With {@code -Dparadigm.docs.update=true} they are written instead. */
class DocsTest {
    private static final boolean UPDATE = Boolean.getBoolean("paradigm.docs.update");

    static Stream<Arguments> pages() {
        return Stream.of(arguments("settings.md", SettingsPage.text()), arguments("tables.md", TablesPage.text()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageIsAsGenerated(String name, String generated) throws IOException {
        Path page = Path.of("..", "docs", name);
        if (UPDATE) {
            Files.writeString(page, generated);
        }
        assertThat(Files.exists(page) ? Files.readString(page) : "")
                .as("docs/%s is stale: run mvn -pl core -am test -Dparadigm.docs.update=true and commit it", name)
                .isEqualTo(generated);
    }
}
