package io.github.paradigmreporting.jdbc.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.codegen.GenerationTool;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Typed SQL: classes made from the metadata, and queries whose limits are parameters. */
class JooqIT {
    private static final Table<Record> SESSIONS = table(name("sessions"));
    private static final Field<LocalDate> DATE = field(name("date"), LocalDate.class);
    private static final Field<Long> COUNT = field(name("sessions_count"), Long.class);

    private final Instance instance = new Instance();

    @AfterEach
    void stop() {
        instance.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"DEFAULT", "POSTGRES", "HSQLDB"})
    void queriesInSeveralDialects(SQLDialect dialect) throws Exception {
        try (Connection connection = instance.connect()) {
            DSLContext jooq =
                    DSL.using(connection, dialect, new Settings().withRenderQuotedNames(RenderQuotedNames.ALWAYS));

            assertThat(jooq.select(DATE, COUNT)
                            .from(SESSIONS)
                            .where(DATE.between(Instance.FROM, Instance.TO))
                            .orderBy(DATE)
                            .limit(3)
                            .fetch(DATE))
                    .hasSize(3)
                    .contains(Instance.FROM);
            assertThat(jooq.select(sum(COUNT))
                            .from(SESSIONS)
                            .where(DATE.between(Instance.FROM, Instance.TO))
                            .fetchOne(0, Long.class))
                    .isEqualTo(instance.sessions());
            try (Cursor<? extends Record> rows = jooq.select(DATE)
                    .from(SESSIONS)
                    .where(DATE.ge(Instance.FROM))
                    .fetchLazy()) {
                assertThat(rows.fetchNext(2)).hasSize(2);
            }
        }
    }

    @Test
    void readsTheSchema() throws Exception {
        try (Connection connection = instance.connect()) {
            Table<?> documents = DSL.using(connection, SQLDialect.DEFAULT)
                    .meta()
                    .getTables("documents")
                    .get(0);

            assertThat(documents.getPrimaryKey().getFields())
                    .extracting(Field::getName)
                    .containsExactly("company_id", "date", "document_id");
            assertThat(documents.getReferences()).hasSize(2);
            assertThat(instance.requests()).isZero();
        }
    }

    /** Half a minute of compiling. */
    @Tag("long")
    @Test
    void makesClassesThatCompile(@TempDir Path folder) throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(org.jooq.meta.jaxb.Logging.WARN)
                .withJdbc(new Jdbc()
                        .withDriver(Instance.DRIVER)
                        .withUrl(instance.url())
                        .withUser("anybody")
                        .withPassword(instance.key()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.jdbc.JDBCDatabase")
                                .withInputSchema("paradigm")
                                .withIncludes(".*"))
                        .withGenerate(new Generate()
                                .withPojosAsJavaRecordClasses(true)
                                .withPojos(true))
                        .withTarget(new Target().withPackageName("made").withDirectory(folder.toString()))));

        List<String> sources;
        try (Stream<Path> files = Files.walk(folder)) {
            sources = files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .toList();
        }
        String sessions = Files.readString(folder.resolve("made/tables/Sessions.java"));
        assertThat(sessions)
                .contains("SQLDataType.LOCALDATE", "SQLDataType.BIGINT", "SQLDataType.DOUBLE", "getPrimaryKey");
        List<String> arguments = new java.util.ArrayList<>(List.of("-d", folder.toString(), "-nowarn", "-proc:none"));
        arguments.addAll(sources);
        assertThat(javax.tools.ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }
}
