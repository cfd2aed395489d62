package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refused claim takes nothing from the consumer that holds the position: neither in this JVM nor at the operating system. */
class StateClaimTest {
    private static final Path LOCKS = Path.of("/proc/locks");

    @TempDir
    Path directory = Path.of("");

    @Test
    void keepsTheLockThroughEveryRefusal() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolveSibling(directory.getFileName() + "-link"), directory);
        try (StateClaim claim = StateClaim.of(directory, "key")) {
            assertThat(isLocked("key")).isTrue();
            for (Path spelling :
                    List.of(directory, link, directory.resolve("."), link.resolve("../" + link.getFileName()))) {
                refused(spelling);
            }
            assertThat(isLocked("key")).isTrue();
            StateClaim.of(directory, "another").close();
            assertThat(isLocked("key")).isTrue();
        } finally {
            Files.delete(link);
        }
        assertThat(isLocked("key")).isFalse();
        StateClaim.of(directory, "key").close();
    }

    @Test
    void keepsTheLockWhereTheTableOfTheJvmIsLost() throws IOException {
        Properties before = System.getProperties();
        try (StateClaim claim = StateClaim.of(directory, "key")) {
            Properties others = new Properties();
            before.stringPropertyNames().stream()
                    .filter(name -> !name.startsWith("paradigm"))
                    .forEach(name -> others.setProperty(name, before.getProperty(name)));
            System.setProperties(others);
            refused(directory);
            refused(directory);
            assertThat(isLocked("key")).isTrue();
        } finally {
            System.setProperties(before);
        }
    }

    @Test
    void keepsTheLockNextToAPollEnrichOfTheSameReport() throws Exception {
        try (World world = new World();
                Polled route =
                        new Polled(world, "paradigm-reporting:sessions?stateKey=key&stateDirectory=" + directory)) {
            String uri = "paradigm-reporting:sessions?stateKey=key&stateDirectory=" + directory + "/.";
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(
                                () -> route.context().createConsumerTemplate().receiveBody(uri, 50))
                        .hasStackTraceContaining("the position 'key' is taken");
            }
            assertThat(isLocked("key")).isTrue();
        }
        assertThat(isLocked("key")).isFalse();
    }

    @Test
    void knowsRepositoriesApartAndFilesInRepositoriesToo() throws IOException {
        MemoryStateRepository one = new MemoryStateRepository();
        MemoryStateRepository another = new MemoryStateRepository();
        try (StateClaim claim = StateClaim.of(one, "key")) {
            assertThatThrownBy(() -> StateClaim.of(one, "key").close()).hasMessageContaining("'key' is taken");
            StateClaim.of(another, "key").close();
            StateClaim.of(one, "other").close();
        }
        StateClaim.of(one, "key").close();
    }

    private void refused(Path spelling) {
        assertThatThrownBy(() -> StateClaim.of(spelling, "key").close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the position 'key' is taken: another consumer of this JVM")
                .hasMessageContaining("stateKey");
    }

    /** Whether the operating system knows a lock on the file of a key. */
    private boolean isLocked(String key) throws IOException {
        assumeTrue(Files.isReadable(LOCKS));
        Object inode = Files.getAttribute(directory.resolve(key + ".lock"), "unix:ino");
        try (var lines = Files.lines(LOCKS)) {
            return lines.anyMatch(line -> line.contains("POSIX") && line.contains(":" + inode + " "));
        }
    }
}
