package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    private static final String KEY = "marker-4711";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                KEY,
                " " + KEY + "\r\n",
                "\uFEFF" + KEY,
                "\u00A0" + KEY + "\u200B\u2003",
                "Bearer " + KEY,
                "bearer\t" + KEY + "\n",
                "\uFEFF BEARER  " + KEY,
                "Authorization: Bearer " + KEY
            })
    void leavesOutWhatCopyingBringsAlong(String given) {
        assertThat(ApiKey.of(given).reveal()).isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer-of-news", "BearerToken"})
    void takesAKeyThatOnlyLooksLikeTheScheme(String key) {
        assertThat(ApiKey.of(key).reveal()).isEqualTo(key);
    }

    @Test
    void missesTheKeyBehindTheScheme() {
        assertThatThrownBy(() -> ApiKey.of("Bearer ")).hasMessageContaining("apiKey: holds no key;");
    }

    @ParameterizedTest
    @CsvSource({
        "'marker 4711', 'character 7 of the 11 given is a blank'",
        "'marker\u00A04711', 'character 7 of the 11 given is a blank'",
        "'marker\n4711', 'character 7 of the 11 given is a line break'",
        "'marker\u00074711', 'character 7 of the 11 given is a control character'",
        "'\u00E9marker4711', 'character 1 of the 11 given is outside ASCII'",
        "'mark\uFEFF-4711', 'character 5 of the 10 given is outside ASCII'"
    })
    void namesTheCharacterThatNoKeyHasAndNotTheKey(String given, String problem) {
        assertThatThrownBy(() -> ApiKey.of(given))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("apiKey: " + problem)
                .message()
                .doesNotContain("4711")
                .doesNotContain("marker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsFilesWithAByteOrderMarkAndLineBreaks(String charset) throws IOException {
        assertThat(fromFile("\uFEFF" + KEY + "\r\n\r\n", Charset.forName(charset))
                        .reveal())
                .isEqualTo(KEY);
    }

    @Test
    void readsTheFirstLineOnly() throws IOException {
        assertThat(fromFile("Bearer " + KEY + "\n# of the reporting user", StandardCharsets.UTF_8)
                        .reveal())
                .isEqualTo(KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n" + KEY, "\uFEFF", "\uFEFF\r\n" + KEY})
    void saysThatTheFirstLineHoldsNoKey(String content) {
        assertThatThrownBy(() -> fromFile(content, StandardCharsets.UTF_8))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("apiKeyFile: holds no key in its first line")
                .message()
                .doesNotContain("4711");
    }

    @Test
    void namesTheCharacterOfABinaryFile() {
        assertThatThrownBy(() -> fromFile("marker\u0000", StandardCharsets.UTF_8))
                .hasMessageContaining("apiKeyFile: character 7 of the 7 given is a control character");
    }

    private ApiKey fromFile(String content, Charset charset) throws IOException {
        return ApiKey.fromFile(Files.writeString(folder.resolve("key"), content, charset));
    }
}
