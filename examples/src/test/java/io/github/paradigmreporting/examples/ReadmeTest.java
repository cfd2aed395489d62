package io.github.paradigmreporting.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README and the guides promise about files and commands. */
final class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern COMMANDS = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final Pattern ANCHOR = Pattern.compile("]\\(#([^)]+)\\)");

    @Test
    void continuousIntegrationRunsTheReadmesCommand() {
        String command = commands().get(1);

        assertThat(Repository.text(Path.of(".ci", "run"))).contains("\n" + command + " -Dmaven.repo.local=");
    }

    @Test
    void theFirstCommandIsTheDemo() {
        assertThat(commands().get(0)).isEqualTo("./demo");
        assertThat(Path.of("..", "demo")).isExecutable();
    }

    @Test
    void everySectionThatIsLinkedIsThere() {
        String text = Repository.text(README);

        assertThat(ANCHOR.matcher(text).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(anchor -> assertThat(
                                text.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'))
                        .contains("\n##-" + anchor + "\n"));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyFileThatIsLinkedIsThere(Path guide) {
        Path folder = Objects.requireNonNullElse(guide.getParent(), Path.of(""));

        assertThat(LINK.matcher(Repository.text(guide)).results().map(found -> found.group(1)))
                .allSatisfy(link -> assertThat(
                                Files.exists(Path.of("..").resolve(folder).resolve(link)))
                        .as("%s links %s", guide, link)
                        .isTrue());
    }

    static List<Path> guides() {
        return Repository.files(".md");
    }

    /** The lines of the README's first block of commands. */
    private static List<String> commands() {
        return COMMANDS.matcher(Repository.text(README))
                .results()
                .findFirst()
                .map((MatchResult block) -> block.group(1).lines())
                .orElse(Stream.empty())
                .toList();
    }
}
