package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.error.ConnectionFailedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of an error's body stands in a message. */
final class ErrorBodyTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"detail\": \"No.\"}`, No.",
                "`{\"error\": \"code\", \"detail\": \"No.\"}`, No.",
                "`{\"other\": 1, \"error\": \"code\"}`, code",
                "`{\"other\": 1, \"more\": 2}`, 1",
                "`{\"start_date\": [\"Required.\", \"Again.\"], \"x\": 1}`, start_date: Required.",
                "`{\"a\": {\"b\": 1}, \"c\": 2}`, 2",
                "`  {\"detail\": \"two\\n lines\"}`, two lines"
            })
    void isTheDetailElseTheErrorElseTheFirstField(String body, String said) {
        assertThat(text(body)).isEqualTo(" “" + said + "”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>No</html>", "{}", "{\"detail\": \"broken off", "[1]", "null"})
    void isNothingWhereNothingCanBeRead(String body) {
        assertThat(text(body)).isEmpty();
    }

    @Test
    void isCutAfterThreeHundredCharacters() {
        assertThat(text(detail("x".repeat(300)))).isEqualTo(" “" + "x".repeat(300) + "”");
        assertThat(text(detail("x".repeat(301)))).isEqualTo(" “" + "x".repeat(300) + "…”");
    }

    @Test
    void isReadUpToEightKibibytes() throws IOException {
        InputStream blanks = new ByteArrayInputStream(" ".repeat(20 * 1024).getBytes(StandardCharsets.UTF_8));

        assertThat(ErrorBody.text(response(blanks))).isEmpty();
        assertThat(blanks.available()).isEqualTo(12 * 1024);
    }

    @Test
    void isNothingWhenItBreaksOff() {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new ConnectionFailedException("the answer broke off", new IOException());
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return read();
            }
        };

        assertThat(ErrorBody.text(response(broken))).isEmpty();
    }

    private static String detail(String text) {
        return "{\"detail\": \"" + text + "\"}";
    }

    private static String text(String body) {
        return ErrorBody.text(response(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
    }

    private static Response response(InputStream body) {
        return new Response(500, Map.of(), body, () -> {});
    }
}
