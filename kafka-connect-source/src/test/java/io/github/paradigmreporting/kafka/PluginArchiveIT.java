package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.tools.ConnectPluginPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archives that users unpack into their plugin path. */
class PluginArchiveIT {
    @Test
    void isFoundByAWorkerThatReadsManifestsOnly(@TempDir Path plugins) throws Exception {
        for (String kind : List.of("plugin", "component")) {
            PluginArchive.unpack(kind, plugins);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] list = {"list", "--plugin-path", plugins.toString()};
        int exit = ConnectPluginPath.mainNoExit(list, new PrintStream(out, true, StandardCharsets.UTF_8), System.err);
        List<String> found = out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(ParadigmReportingSourceConnector.class.getName()))
                .toList();
        assertThat(exit).isZero();
        // Columns: name, alias, version, type, loadable, manifest, location.
        assertThat(found).hasSize(2).allSatisfy(line -> {
            assertThat(line.split("\t")).contains(Version.get()).contains("source");
            assertThat(line.split("\t")).filteredOn("true"::equals).hasSize(2);
        });
    }

    @Test
    void bringsTwoThirdPartyJarsAndNeitherKafkaNorSlf4j(@TempDir Path plugins) throws Exception {
        for (String kind : List.of("plugin", "component")) {
            Map<String, Long> jars = new TreeMap<>();
            PluginArchive.unpack(kind, plugins).forEach((name, size) -> {
                if (name.endsWith(".jar")) {
                    jars.put(name.substring(name.lastIndexOf('/') + 1), size);
                }
            });
            assertThat(jars.keySet())
                    .as(kind)
                    .hasSize(4)
                    .anyMatch(name -> name.startsWith("kafka-connect-paradigm-reporting-"))
                    .anyMatch(name -> name.startsWith("paradigm-reporting-core-"))
                    .anyMatch(name -> name.startsWith("jackson-core-"))
                    .anyMatch(name -> name.startsWith("cron-utils-"));
            assertThat(jars.entrySet().stream()
                            .filter(jar -> !jar.getKey().startsWith("jackson-core")
                                    && !jar.getKey().startsWith("cron-utils"))
                            .mapToLong(Map.Entry::getValue)
                            .sum())
                    .as("our own bytes in the " + kind + " archive")
                    .isLessThan(1 << 20);
        }
    }

    @Test
    void examinesAnInstanceWithNothingButTheArchive(@TempDir Path plugins) throws Exception {
        PluginArchive.unpack("component", plugins);
        Path lib =
                plugins.resolve("paradigmreporting-" + PluginArchive.FINAL_NAME).resolve("lib");
        Path config = plugins.resolve("connector.properties");
        Path said = plugins.resolve("said");
        try (ParadigmSimulator simulator = ParadigmSimulator.builder().start()) {
            Files.writeString(
                    config,
                    "paradigm.base.url=" + simulator.baseUrl() + "\nparadigm.api.key=" + simulator.key()
                            + "\nparadigm.reports=sessions\n");
            Process doctor = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            lib + "/*",
                            Doctor.class.getName(),
                            config.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(doctor.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(said)).endsWith("all is well\n");
            assertThat(doctor.exitValue()).isZero();
        }
    }

    @Test
    void describesTheComponent(@TempDir Path plugins) throws Exception {
        Map<String, Long> files = PluginArchive.unpack("component", plugins);
        String root = "paradigmreporting-" + PluginArchive.FINAL_NAME + "/";
        assertThat(files)
                .containsKeys(
                        root + "manifest.json",
                        root + "etc/paradigm-reporting-source.properties",
                        root + "doc/LICENSE",
                        root + "doc/NOTICE",
                        root + "doc/kafka-connect-settings.md");
        JsonNode manifest = new ObjectMapper()
                .readTree(plugins.resolve(root + "manifest.json").toFile());
        assertThat(manifest.get("version").asText()).isEqualTo(Version.get());
        assertThat(manifest.get("name").asText() + "-" + Version.get()).isEqualTo(PluginArchive.FINAL_NAME);
    }
}
