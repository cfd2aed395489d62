package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values, functions and operators give what PostgreSQL gives: the blocks of {@code operators.sql} and {@code scalars.sql}. */
class ScriptTest extends OnSimulator {
    static List<SqlScript.Block> statements() {
        return Stream.of("operators.sql", "scalars.sql")
                .flatMap(file -> SqlScript.blocks(file).stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("statements")
    void answers(SqlScript.Block block) {
        assertThat(SqlScript.answer(connection, block.sql())).isEqualTo(block.expected());
    }
}
