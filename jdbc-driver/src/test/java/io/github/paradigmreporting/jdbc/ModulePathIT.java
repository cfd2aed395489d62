package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a module. */
class ModulePathIT {
    private static final String MODULE = """
            module probe {
                requires java.sql;
                uses java.sql.Driver;
            }
            """;

    /** What an application does that knows only {@code java.sql}; prints the first value of each statement. */
    private static final String PROBE = """
            package probe;

            import java.sql.*;
            import java.util.*;

            public final class Probe {
                public static void main(String[] args) throws Exception {
                    List<Driver> drivers = new ArrayList<>();
                    ServiceLoader.load(Driver.class).forEach(drivers::add);
                    Properties properties = new Properties();
                    properties.setProperty("ssl", "false");
                    properties.setProperty("password", args[1]);
                    try (Connection connection = drivers.get(0).connect(args[0], properties)) {
                        if (!connection.getClass().getModule().isNamed()) {
                            throw new IllegalStateException("the driver is in no named module");
                        }
                        try (ResultSet tables = connection.getMetaData().getTables(null, null, "sessions", null)) {
                            tables.next();
                            System.out.println(tables.getString("TABLE_NAME"));
                        }
                        for (String sql : Arrays.asList(args).subList(2, args.length)) {
                            try (Statement statement = connection.createStatement();
                                    ResultSet rows = statement.executeQuery(sql)) {
                                rows.next();
                                System.out.println(rows.getObject(1));
                            }
                        }
                    }
                }
            }
            """;

    @Test
    void describesWhatItNeedsAndGives() {
        ModuleDescriptor descriptor =
                ModuleFinder.of(DriverJarIT.JAR).findAll().iterator().next().descriptor();

        assertThat(descriptor.isAutomatic()).isFalse();
        assertThat(descriptor.name()).isEqualTo("io.github.paradigmreporting.jdbc");
        assertThat(descriptor.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactly("io.github.paradigmreporting.jdbc");
        assertThat(descriptor.mainClass()).contains(Main.class.getName());
    }

    @Test
    void answersStatementsOfEveryKindToANamedModule(@TempDir Path folder) throws Exception {
        Path classes = compiled(folder);
        try (ParadigmSimulator simulator = ParadigmSimulator.builder().start()) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--module-path",
                            DriverJarIT.JAR + java.io.File.pathSeparator + classes,
                            "--module",
                            "probe/probe.Probe",
                            SqlFixture.url(simulator),
                            simulator.key(),
                            // one table
                            "SELECT date FROM sessions WHERE date = '2026-01-05' LIMIT 1",
                            // a join
                            "SELECT COUNT(*) > 0 FROM sessions s JOIN feedback f ON f.company_id = s.company_id"
                                    + " AND f.date = s.date WHERE s.date = '2026-01-05'",
                            // a window
                            "SELECT MAX(n) > 1 FROM (SELECT ROW_NUMBER() OVER (ORDER BY company_id) AS n FROM companies) t",
                            // a call of a function that is compiled while the statement runs
                            "SELECT SOUNDEX(x) FROM (VALUES ('Robert')) AS t(x)",
                            // the driver's own tables
                            "SELECT COUNT(*) > 0 FROM information_schema.columns")
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

            assertThat(output.lines()).containsExactly("sessions", "2026-01-05", "true", "true", "R163", "true");
        }
    }

    private static Path compiled(Path folder) throws IOException {
        Path module = Files.writeString(folder.resolve("module-info.java"), MODULE);
        Path probe = Files.writeString(folder.resolve("Probe.java"), PROBE);
        Path classes = folder.resolve("classes");
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", classes.toString(), module.toString(), probe.toString());
        assertThat(status).isZero();
        return classes;
    }
}
