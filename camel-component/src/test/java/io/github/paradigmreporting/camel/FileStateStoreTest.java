package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStateStoreTest {
    private static final String OLD = "one\ntwo é\n";
    private static final String NEW = "three";

    @TempDir
    Path directory = Path.of("");

    private FileStateStore store = new FileStateStore(Path.of(""));
    private Path current = Path.of("");
    private Path next = Path.of("");
    private Path previous = Path.of("");

    @BeforeEach
    void open() {
        store = new FileStateStore(directory.resolve("made/when/needed"));
        current = directory.resolve("made/when/needed/key.state");
        next = current.resolveSibling("key.state.next");
        previous = current.resolveSibling("key.state.previous");
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(store.getState("key")).isNull();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void keepsStatesForOtherProcesses() {
        store.setState("key", OLD);
        store.setState("key", NEW);
        store.setState("another/key", OLD);

        FileStateStore other = new FileStateStore(directory.resolve("made/when/needed"));
        assertThat(other.getState("key")).isEqualTo(NEW);
        assertThat(other.getState("another/key")).isEqualTo(OLD);
        assertThat(directory.resolve("made/when/needed/another%2fkey.state")).exists();
    }

    @Test
    void survivesDeathAtEveryByteOfTheFirstWrite() throws IOException {
        store.setState("key", NEW);
        byte[] whole = Files.readAllBytes(current);
        Files.delete(current);
        for (int length = 0; length < whole.length; length++) {
            Files.write(next, Arrays.copyOf(whole, length));

            assertThat(reopened().getState("key")).isNull();
        }
    }

    @Test
    void survivesDeathAtEveryByteOfALaterWrite() throws IOException {
        store.setState("key", OLD);
        byte[] old = Files.readAllBytes(current);
        store.setState("key", NEW);
        byte[] whole = Files.readAllBytes(current);
        Files.delete(previous);
        Files.write(current, old);
        for (int length = 0; length < whole.length; length++) {
            Files.write(next, Arrays.copyOf(whole, length));

            assertThat(reopened().getState("key")).isEqualTo(OLD);
        }
        // Written, but not renamed yet: it is on the disk, so it counts.
        Files.write(next, whole);
        assertThat(reopened().getState("key")).isEqualTo(NEW);
    }

    @Test
    void survivesDeathBetweenTheTwoRenames() throws IOException {
        store.setState("key", OLD);
        store.setState("key", NEW);
        Files.move(current, next);

        assertThat(reopened().getState("key")).isEqualTo(NEW);
        reopened().setState("key", "four");
        assertThat(reopened().getState("key")).isEqualTo("four");
    }

    @Test
    void goesBackToTheOneBeforeWhenAnyBitIsFlipped() throws IOException {
        store.setState("key", OLD);
        store.setState("key", NEW);
        byte[] whole = Files.readAllBytes(current);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(current, damaged);

            assertThat(reopened().getState("key")).isEqualTo(OLD);
        }
    }

    @Test
    void refusesToGuessWhenNothingIsWhole() throws IOException {
        store.setState("key", OLD);
        Files.writeString(current, "paradigm-reporting-state-1 00000000 1\nold");

        assertThatThrownBy(() -> reopened().getState("key"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("key.state")
                .hasMessageContaining("startDate");
    }

    @Test
    void saysWhyAStateCouldNotBeSaved() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> new FileStateStore(file).setState("key", NEW))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("could not be saved in " + file);
    }

    @Test
    void prefersTheYoungestWhateverItsName() throws IOException {
        store.setState("key", OLD);
        store.setState("key", NEW);
        Files.move(current, next);
        Files.move(previous, current, StandardCopyOption.REPLACE_EXISTING);

        assertThat(reopened().getState("key")).isEqualTo(NEW);
    }

    private FileStateStore reopened() {
        return new FileStateStore(directory.resolve("made/when/needed"));
    }
}
