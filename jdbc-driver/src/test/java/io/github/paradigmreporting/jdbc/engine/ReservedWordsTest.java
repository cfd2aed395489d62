package io.github.paradigmreporting.jdbc.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.jdbc.direct.DirectEngine;
import io.github.paradigmreporting.jdbc.table.Catalog;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;
import org.apache.calcite.sql.parser.SqlParser;
import org.junit.jupiter.api.Test;

/** The tier without Calcite takes for a name what Calcite takes for a name. */
class ReservedWordsTest {
    private final SqlAbstractParserImpl.Metadata parser =
            SqlParser.create("", SqlFront.PARSER).getMetadata();
    private final DirectEngine direct = new DirectEngine(Catalog.BUILT_IN);

    @Test
    void noReservedWordIsAnAlias() {
        assertThat(parser.getTokens())
                .filteredOn(word -> word.matches("[A-Z_][A-Z0-9_]*") && parser.isReservedWord(word))
                .hasSizeGreaterThan(300)
                .allSatisfy(word -> assertThat(direct.plan("SELECT company_id AS " + word + " FROM sessions"))
                        .isNull());
    }

    @Test
    void everyOtherWordIs() {
        assertThat(parser.getTokens())
                .filteredOn(word -> word.matches("[A-Z_][A-Z0-9_]*") && !parser.isReservedWord(word))
                .hasSizeGreaterThan(100)
                .allSatisfy(word -> assertThat(direct.plan("SELECT company_id AS " + word + " FROM sessions"))
                        .isNotNull());
    }

    @Test
    void noColumnIsNamedLikeOneButDate() {
        assertThat(Catalog.BUILT_IN.schemas().values()).allSatisfy(tables -> assertThat(tables)
                .allSatisfy(table -> assertThat(table.columns()).allSatisfy(column -> assertThat(
                                column.name().equals("date") || !SqlFront.isReserved(column.name()))
                        .as(column.name())
                        .isTrue())));
    }
}
