package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.paradigmreporting.core.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Directories that cannot be, and what a stranger puts where the position's files belong. */
@Timeout(120)
class StateDirectoryTest {
    @TempDir
    Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "~/s",
                "~",
                "${user.home}/s",
                "$HOME/s",
                "file:/s",
                "file:s",
                "https://x/s",
                "%APPDATA%/s",
                "s3://b/s"
            })
    void refusesWhatWouldBecomeAFolderOfThatName(String path) {
        assertThatThrownBy(() -> StateDirectory.open(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stateDirectory is '" + path + "'")
                .hasMessageContaining("expected the path of a directory (no ~, ${…} or URL)");
    }

    @Test
    void namesTheOptionOfADirectoryThatCannotBe() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        for (Path path : List.of(file, file.resolve("x"), Path.of("/dev/null/x"), Path.of("/proc/x"))) {
            assertThatThrownBy(() -> StateDirectory.open(path.toString()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("stateDirectory '" + path + "' cannot keep the position: ")
                    .hasMessageContaining("name a directory that this account may make and write");
        }
    }

    @Test
    void refusesAKeyTooLongForAFileName() {
        assertThat(StateDirectory.checkedKey("k".repeat(200))).hasSize(200);
        for (String key : List.of("k".repeat(300), "é".repeat(100))) {
            assertThatThrownBy(() -> StateDirectory.checkedKey(key))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("stateKey makes a file name of ");
        }
    }

    @Test
    void keepsThePositionForTheOwnerOnly() throws Exception {
        assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path made = directory.resolve("made/when/needed");
        try (World world = new World();
                Polled route = polled(world, made)) {
            route.poll();
            // As an earlier version left them.
            for (Path file : files(made)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            }
        }
        try (World world = new World();
                Polled route = polled(world, made)) {
            route.poll();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
            assertThat(files(made)).isNotEmpty();
        }
        try (World world = new World();
                Polled route = polled(world, directory.resolve("new"))) {
            route.poll();
            assertThat(files(directory.resolve("new"))).hasSizeGreaterThan(2).allSatisfy(file -> assertThat(
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .as(file.toString())
                    .isEqualTo("rw-------"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".state", ".state.next", ".state.previous", ".journal", ".journal.previous", ".lock"})
    void followsNoLinkAndWaitsForNoPipe(String suffix) throws Exception {
        Path victim = Files.writeString(directory.resolve("victim"), "precious");
        for (String kind : List.of("link", "pipe", "folder")) {
            Path state = Files.createDirectory(directory.resolve(kind));
            try (World world = new World();
                    Polled route = polled(world, state)) {
                route.poll();
            }
            Path planted = state.resolve("k" + suffix);
            Files.deleteIfExists(planted);
            plant(kind, planted, victim);

            try (World world = new World();
                    CamelContext context = world.context()) {
                context.addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from(uri(state)).to("log:never");
                    }
                });
                assertThatThrownBy(context::start)
                        .hasStackTraceContaining(planted.getFileName().toString())
                        .hasStackTraceContaining("not a regular file; remove it");
            }
            assertThat(victim).hasContent("precious");
            assertThat(Files.exists(planted, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                    .isTrue();
        }
    }

    private static void plant(String kind, Path planted, Path victim) throws Exception {
        switch (kind) {
            case "link" -> Files.createSymbolicLink(planted, victim);
            case "folder" -> Files.createDirectory(planted);
            default ->
                assertThat(new ProcessBuilder("mkfifo", planted.toString())
                                .start()
                                .waitFor(20, TimeUnit.SECONDS))
                        .isTrue();
        }
    }

    @Test
    void goesOnWithTheDirectoryThatALinkPointsTo() throws Exception {
        Path real = Files.createDirectory(directory.resolve("volume"));
        Path link = Files.createSymbolicLink(directory.resolve("state"), real);
        try (World world = new World();
                Polled route = polled(world, link)) {
            assertThat(route.poll()).hasSameSizeAs(world.truth(Reports.SESSIONS));
        }
        assertThat(files(real)).isNotEmpty();
    }

    private static Polled polled(World world, Path state) throws Exception {
        return new Polled(world, uri(state));
    }

    private static String uri(Path state) {
        return "paradigm-reporting:sessions?stateKey=k&stateDirectory=" + state;
    }

    private static List<Path> files(Path state) throws IOException {
        try (Stream<Path> files = Files.list(state)) {
            return files.toList();
        }
    }
}
