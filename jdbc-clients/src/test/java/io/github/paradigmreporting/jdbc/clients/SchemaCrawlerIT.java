package io.github.paradigmreporting.jdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.Column;
import schemacrawler.schema.DataTypeType;
import schemacrawler.schema.Table;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.tools.utility.SchemaCrawlerUtility;
import us.fatehi.utility.datasource.DatabaseConnectionSource;
import us.fatehi.utility.datasource.DatabaseConnectionSources;
import us.fatehi.utility.datasource.MultiUseUserCredentials;

/** A crawler that reads all metadata there is, and calls types that it does not know user-defined. */
class SchemaCrawlerIT {
    private final Instance instance = new Instance();

    @AfterEach
    void stop() {
        instance.close();
    }

    @Test
    void findsTablesColumnsKeysAndRemarks() throws Exception {
        Catalog catalog = crawl();

        Table documents = table(catalog, "documents");
        assertThat(documents.getRemarks()).isNotBlank();
        assertThat(documents.getPrimaryKey().getConstrainedColumns())
                .extracting(Column::getName)
                .containsExactly("company_id", "date", "document_id");
        assertThat(documents.getImportedForeignKeys())
                .extracting(key -> key.getPrimaryKeyTable().getName())
                .containsExactlyInAnyOrder("companies", "calendar");
        assertThat(instance.requests()).isZero();
    }

    @Test
    void knowsEveryTypeAndItsSize() throws Exception {
        for (Table table : crawl().getTables()) {
            for (Column column : table.getColumns()) {
                assertThat(column.getRemarks()).as("%s", column).isNotBlank();
                assertThat(column.getColumnDataType().getType())
                        .as("%s: %s", column, column.getColumnDataType())
                        .isEqualTo(DataTypeType.system);
                assertThat(column.getWidth() + "" + column.getType())
                        .as("%s", column)
                        .doesNotContain("NOT NULL", "-1");
            }
        }
    }

    private Catalog crawl() throws Exception {
        SchemaCrawlerOptions options = SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
                .withLoadOptions(LoadOptionsBuilder.builder()
                        .withSchemaInfoLevel(SchemaInfoLevelBuilder.maximum())
                        .build());
        try (DatabaseConnectionSource source = DatabaseConnectionSources.newDatabaseConnectionSource(
                instance.url(), new MultiUseUserCredentials("anybody", instance.key()))) {
            return SchemaCrawlerUtility.getCatalog(source, options);
        }
    }

    private static Table table(Catalog catalog, String name) {
        Collection<Table> tables = catalog.getTables();
        return tables.stream()
                .filter(table -> table.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
