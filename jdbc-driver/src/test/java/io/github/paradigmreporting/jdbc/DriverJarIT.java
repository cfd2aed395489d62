package io.github.paradigmreporting.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as users get it. */
class DriverJarIT {
    private static final String OURS = "io/github/paradigmreporting/jdbc/";
    private static final String SQL = """
        SELECT FLOOR(s.date TO MONTH) AS m, COUNT(DISTINCT s.company_id), SUM(s.sessions_count), AVG(f.likes_count)
        FROM sessions s LEFT JOIN feedback f ON f.company_id = s.company_id AND f.date = s.date
        WHERE s.date BETWEEN '2026-01-01' AND '2026-02-28' AND UPPER(s.company_name) LIKE '%'
        GROUP BY FLOOR(s.date TO MONTH) ORDER BY 1\
        """;

    static final Path JAR = Path.of(
            System.getProperty("project.build.directory", "target"),
            System.getProperty("project.build.finalName", "paradigm-reporting-jdbc") + ".jar");

    @Test
    void holdsOnlyNamesOfItsOwn() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            List<String> foreign = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.startsWith(OURS))
                    .filter(name -> !name.equals("module-info.class"))
                    .toList();
            assertThat(foreign).isEmpty();
            assertThat(text(jar, "META-INF/services/java.sql.Driver").trim()).isEqualTo(ParadigmDriver.class.getName());
            assertThat(jar.getManifest().getMainAttributes().getValue("Implementation-Version"))
                    .isNotBlank();
            assertThat(jar.getEntry(OURS + "ParadigmDataSource.class")).isNotNull();
            assertThat(jar.getEntry("META-INF/LICENSE")).isNotNull();
            assertThat(jar.getEntry("META-INF/NOTICE")).isNotNull();
        }
    }

    @Test
    void holdsNoOtherDriver() throws Exception {
        try (JarFile jar = new JarFile(JAR.toFile());
                URLClassLoader isolated =
                        new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            List<String> drivers = new ArrayList<>();
            for (String name : jar.stream().map(JarEntry::getName).toList()) {
                if (name.endsWith("Driver.class")) {
                    String type = name.replace(".class", "").replace('/', '.');
                    Class<?> loaded = Class.forName(type, false, isolated);
                    if (Driver.class.isAssignableFrom(loaded) && !Modifier.isAbstract(loaded.getModifiers())) {
                        drivers.add(type);
                    }
                }
            }
            assertThat(drivers).containsExactly(ParadigmDriver.class.getName());
        }
    }

    @Test
    void isNotLargerThanPromised() {
        assertThat(JAR.toFile().length()).isLessThanOrEqualTo(22_500_000L);
    }

    @Test
    void runsAQueryFromAClassLoaderOfItsOwn() throws Exception {
        try (ParadigmSimulator simulator = ParadigmSimulator.builder().start();
                URLClassLoader isolated =
                        new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Driver driver = (Driver) isolated.loadClass(ParadigmDriver.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            Properties properties = new Properties();
            properties.setProperty("ssl", "false");
            properties.setProperty("password", simulator.key());
            try (Connection connection = driver.connect(SqlFixture.url(simulator), properties);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(SQL)) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getDate(1)).hasToString("2026-01-01");
                assertThat(rows.getLong(3)).isPositive();
            }
        }
    }

    /** Two applications of one server each bring a copy: they share files, and neither takes the other for itself. */
    @Test
    void runsBesideAnotherCopyInTheSameJvm(@TempDir Path days) throws Exception {
        URL[] jar = {JAR.toUri().toURL()};
        try (ParadigmSimulator simulator = ParadigmSimulator.builder().start();
                URLClassLoader first = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader());
                URLClassLoader second = new URLClassLoader(jar, ClassLoader.getPlatformClassLoader())) {
            Properties properties = new Properties();
            properties.setProperty("ssl", "false");
            properties.setProperty("password", simulator.key());
            properties.setProperty("storeDirectory", days.toString());
            List<Object> answers = new ArrayList<>();
            List<Connection> open = new ArrayList<>();
            for (URLClassLoader loader : List.of(first, second)) {
                Driver driver = (Driver) loader.loadClass(ParadigmDriver.class.getName())
                        .getDeclaredConstructor()
                        .newInstance();
                Connection connection = driver.connect(SqlFixture.url(simulator), properties);
                open.add(connection);
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery(SQL)) {
                    assertThat(rows.next()).isTrue();
                    answers.add(rows.getLong(3));
                }
            }
            assertThat(answers.get(0)).isEqualTo(answers.get(1));
            assertThat(open.get(0).getClass()).isNotEqualTo(open.get(1).getClass());
            for (Connection connection : open) {
                connection.close();
                assertThat(connection.isClosed()).isTrue();
            }
        }
    }

    @Test
    void writesNothingAndLoadsCalciteOnlyForStatements() throws Exception {
        assertThat(probe(List.of("--add-opens=java.base/java.lang=ALL-UNNAMED"), SQL))
                .isEmpty();
    }

    @Test
    void loadsNoClassOfCalciteForMetadataAndASimpleStatement(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("classes");

        assertThat(probe(List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "-Xlog:class+load:file=" + log)))
                .isEmpty();

        List<String> loaded = Files.readAllLines(log);
        assertThat(loaded).anyMatch(line -> line.contains(".shaded.org.apache.calcite.avatica."));
        assertThat(loaded)
                .filteredOn(line -> line.contains(".shaded.org.apache.calcite.")
                        && !line.contains(".calcite.avatica.")
                        && !line.contains(".calcite.linq4j."))
                .isEmpty();
    }

    /** Runs the probe in a JVM that has only the jar; what it wrote. */
    private static String probe(List<String> options, String... sql) throws Exception {
        Path classes = Path.of(JarProbe.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (ParadigmSimulator simulator = ParadigmSimulator.builder().start()) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.add("-Dparadigm.jdbc.warmUp=false");
            command.addAll(List.of(
                    "-cp",
                    JAR + java.io.File.pathSeparator + classes,
                    JarProbe.class.getName(),
                    SqlFixture.url(simulator),
                    simulator.key()));
            command.addAll(List.of(sql));
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        }
    }

    private static String text(JarFile jar, String entry) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
