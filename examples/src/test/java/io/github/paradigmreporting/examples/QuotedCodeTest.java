package io.github.paradigmreporting.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A guide quotes code as a fenced block under a comment that names its file: {@code <!-- quoted: path/from/root -->}. The
 * block must stand in that file, line by line, so that a guide never shows what no longer compiles.
 */
final class QuotedCodeTest {
    private static final Pattern QUOTE =
            Pattern.compile("<!-- quoted: (\\S+) -->\\s*```\\w*\\n(.*?\\n)```", Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile("<!-- quoted:");

    @ParameterizedTest
    @MethodSource("quotes")
    void everyQuoteStandsInItsFile(Quote quote) {
        assertThat(Repository.text(quote.source())).contains(quote.code());
    }

    @ParameterizedTest
    @MethodSource("guides")
    void everyMarkIsFollowedByABlock(Path guide) {
        String text = Repository.text(guide);

        assertThat(QUOTE.matcher(text).results())
                .hasSize((int) MARK.matcher(text).results().count());
    }

    @Test
    void contributingShowsOneTestWhole() {
        List<Quote> shown = quotes().filter(quote -> quote.guide().equals(Path.of("CONTRIBUTING.md")))
                .toList();

        assertThat(shown).singleElement().satisfies(quote -> assertThat(Repository.text(quote.source()))
                .isEqualTo(quote.code()));
    }

    static List<Path> guides() {
        return Repository.files(".md");
    }

    static Stream<Quote> quotes() {
        return guides().stream().flatMap(guide -> QUOTE.matcher(Repository.text(guide))
                .results()
                .map(found -> new Quote(guide, Path.of(found.group(1)), found.group(2))));
    }

    record Quote(Path guide, Path source, String code) {
        @Override
        public String toString() {
            return guide + " quotes " + source;
        }
    }
}
