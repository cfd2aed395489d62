package io.github.paradigmreporting.jdbc.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.jdbc.dialect.SqlToken.Kind;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTokenTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            ^ \t\n^              | BLANK
            -- it's              | BLANK
            /* a /* b */ ' */    | BLANK
            'it''s "x" -- no'    | STRING
            E'it\\'s'            | STRING
            N'x'                 | STRING
            U&'\\00e9'           | STRING
            _UTF8'x'             | STRING
            $$it's$$             | STRING
            $tag$ $$ $tag$       | STRING
            "a ""b"" 'c"         | QUOTED
            U&"a"                | QUOTED
            `a ``b`` "c"`        | BACKTICKED
            12                   | NUMBER
            1.5e-3               | NUMBER
            .5                   | NUMBER
            select               | WORD
            œuvre_1$             | WORD
            日本                 | WORD
            ::                   | SYMBOL
            <=>                  | SYMBOL
            !~~*                 | SYMBOL
            $                    | SYMBOL
            😀                   | SYMBOL
            """)
    void isOneToken(String text, Kind kind) {
        assertThat(SqlToken.split(text)).containsExactly(new SqlToken(kind, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'open", "\"open", "`open", "/* open", "$$open", "E'open\\", "'open''"})
    void endsWithTheStatement(String text) {
        assertThat(SqlToken.split("x " + text))
                .last()
                .extracting(SqlToken::text)
                .isEqualTo(text);
    }

    @Test
    void isTheStatementAgainWhenPutTogether() {
        List<String> pieces = List.of(
                "'", "''", "\"", "`", "--", "/*", "*/", "\n", " ", "$", "$$", "E'", "x", "1", ".", "é", "😀", ":", "<",
                "=", ">", "~", "!", "*", "\\", "&", "U", "\ud83d");
        Random random = new Random(20261129);
        for (int i = 0; i < 2_000; i++) {
            String sql = random.ints(random.nextInt(30), 0, pieces.size())
                    .mapToObj(pieces::get)
                    .collect(Collectors.joining());
            assertThat(SqlToken.split(sql).stream().map(SqlToken::text).collect(Collectors.joining()))
                    .isEqualTo(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "\"", "`", "$$", "/*"})
    void isAsLongAsItIs(String quote) {
        String close = quote.equals("/*") ? "*/" : quote;
        String text = quote + "x''\"\"``".repeat(100_000).replace(quote, "") + close;

        assertThat(SqlToken.split(text)).hasSize(1);
        assertThat(SqlText.of("SELECT 1 AS x, " + text + "::text").text()).hasSizeGreaterThan(10);
    }
}
