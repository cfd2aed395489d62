package io.github.paradigmreporting.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ScreenTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void sendsNoControlCharactersWithoutColours() {
        Screen screen = screen(false, StandardCharsets.UTF_8);

        screen.part("SQL");
        screen.code("SELECT 1");
        screen.result("1 row");

        assertThat(shown(StandardCharsets.UTF_8))
                .doesNotContain("\033")
                .contains("── SQL ──", "    SELECT 1\n", "  1 row\n");
    }

    @Test
    void endsEveryColourInItsLine() {
        Screen screen = screen(true, StandardCharsets.UTF_8);

        screen.part("SQL");
        screen.code("SELECT 1\nFROM x");
        screen.busy("wait");

        assertThat(shown(StandardCharsets.UTF_8).lines().filter(line -> line.contains("\033")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).endsWith("\033[0m"));
    }

    @Test
    void drawsWithWhatTheTerminalCanShow() {
        Screen screen = screen(false, StandardCharsets.US_ASCII);

        screen.part("SQL");

        assertThat(shown(StandardCharsets.US_ASCII)).contains("-- SQL --").doesNotContain("?");
    }

    private Screen screen(boolean colours, Charset charset) {
        return new Screen(new PrintStream(bytes, true, charset), colours, charset);
    }

    private String shown(Charset charset) {
        return bytes.toString(charset).replace(System.lineSeparator(), "\n");
    }
}
