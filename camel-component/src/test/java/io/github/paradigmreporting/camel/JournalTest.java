package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final String OWNER = "3 0123abcd";
    private static final List<String> LINES = List.of("one", "", "three \u00e9 and more");

    @TempDir
    Path directory = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void writeOne() throws IOException {
        file = directory.resolve("key.journal");
        try (Journal journal = Journal.create(file, OWNER)) {
            journal.add(LINES.subList(0, 2).iterator());
            journal.add(LINES.subList(2, 3).iterator());
            journal.force();
            assertThat(journal.size()).isEqualTo(Files.size(file));
        }
    }

    @Test
    void keepsLinesForOtherProcesses() throws IOException {
        assertThat(read()).isEqualTo(LINES);
    }

    @Test
    void isNobodyElses() throws IOException {
        assertThat(Journal.open(file, "4 0123abcd", line -> {})).isEmpty();
        assertThat(Journal.open(file.resolveSibling("none"), OWNER, line -> {})).isEmpty();
    }

    @Test
    void losesOnlyTheLastLinesWhereverItIsTorn() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int most = 0;
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            List<String> read = read();
            assertThat(LINES.subList(0, read.size())).isEqualTo(read);
            assertThat(read.size()).isGreaterThanOrEqualTo(most);
            most = read.size();
        }
        assertThat(most).isEqualTo(2);
    }

    @Test
    void endsBeforeALineOfWhichAnyBitIsFlipped() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            Files.write(file, damaged);
            List<String> read = read();
            assertThat(read).hasSizeLessThan(3).isEqualTo(LINES.subList(0, read.size()));
        }
    }

    @Test
    void goesOnWhereATornLineBegan() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        for (int torn = 1; torn < 20; torn++) {
            Files.write(file, Arrays.copyOf(whole, whole.length - torn));
            try (Journal journal = Journal.open(file, OWNER, line -> {}).orElseThrow()) {
                journal.add(List.of("other").iterator());
            }
            assertThat(read()).containsExactly("one", "", "other");
        }
    }

    @Test
    void isWrittenAlthoughTheThreadIsInterrupted() throws IOException {
        Thread.currentThread().interrupt();
        try (Journal journal = Journal.open(file, OWNER, line -> {}).orElseThrow()) {
            journal.add(List.of("four").iterator());
            journal.force();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(read()).hasSize(4);
    }

    private List<String> read() throws IOException {
        List<String> lines = new ArrayList<>();
        var journal = Journal.open(file, OWNER, lines::add);
        if (journal.isPresent()) {
            journal.get().close();
        }
        return lines;
    }
}
