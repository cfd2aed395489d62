package io.github.paradigmreporting.jdbc.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.jdbc.table.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.sql.SqlOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The functions and operators there are. One that a new Calcite or we add must be written into {@code operators.txt} by someone who has
 * looked: it reads no file, no class, no network and no other language, and ends soon or looks for the wish to stop.
 */
class OperatorListTest {
    @Test
    void areTheseAndNoOthers() throws IOException {
        List<String> listed = Files.readAllLines(Path.of("src", "test", "resources", "operators.txt"));

        assertThat(SqlFront.operators().stream()
                        .map(SqlOperator::getName)
                        .distinct()
                        .sorted()
                        .toList())
                .containsExactlyElementsOf(listed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXTRACTVALUE('<a/>', '/a')",
                "XML_TRANSFORM('<a/>', '<b/>')",
                "XMLTRANSFORM('<a/>', '<b/>')",
                "EXISTSNODE('<a/>', '/a')",
                "\"EXTRACT\"('<a/>', '/a')",
                "JSON_VALUE('{}', '$.a')",
                "JSON_QUERY('{}', '$.a')",
                "JSON_EXISTS('{}', '$.a')",
                "JSON_OBJECT('a': 1)",
                "JSON_ARRAY(1)",
                "JSON_TYPE('{}')",
                "JSON_PRETTY('{}')",
                "JSON_SET('{}', '$.a', 1)",
                "JSON_OBJECTAGG('a': 1)",
                "JSON_ARRAYAGG(1)",
                "'{}' IS JSON",
                "'{}' IS NOT JSON OBJECT",
                "'{}' FORMAT JSON",
                "NEXT VALUE FOR s",
                "LOAD_FILE('/etc/passwd')",
                "PG_READ_FILE('/etc/passwd')",
                "LO_IMPORT('/etc/passwd')",
                "DBLINK('x', 'y')",
                "UTL_HTTP.REQUEST('http://127.0.0.1')"
            })
    void haveNoneThatReachesParsersFilesClassesOrTheNetwork(String call) {
        assertThatThrownBy(() -> SqlEngine.calcite(Catalog.BUILT_IN).plan("SELECT " + call, new Cancellation()))
                .asInstanceOf(type(SQLException.class))
                .satisfies(e -> assertThat(e.getSQLState()).matches("42.*|25006"));
    }
}
