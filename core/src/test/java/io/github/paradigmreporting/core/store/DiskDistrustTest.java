package io.github.paradigmreporting.core.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Files that are not served: another key's, damaged, moved, of another time or catalogue. */
class DiskDistrustTest extends DiskStores {
    @Test
    void anotherKeySeesNothingOfIt() throws Exception {
        rows(restarted(), "2026-05-20", "2026-05-25");
        instance.identity = "another";
        rows(new SharedStores(Long.MAX_VALUE).of("another", clock, options), "2026-05-20", "2026-05-25");

        assertThat(instance.takeAsked()).hasSize(2);
    }

    @Test
    void nothingIsWrittenOrReadOnceTheKeyInItsFileIsAnother() throws Exception {
        rows(restarted(), "2026-05-01", "2026-05-10");
        DayStore store = restarted();
        instance.identity = "another";

        rows(store, "2026-05-01", "2026-05-20");

        assertThat(instance.takeAsked())
                .containsExactly("sessions all 2026-05-01..2026-05-10", "sessions all 2026-05-01..2026-05-20");
        assertThat(names()).hasSize(1);
    }

    @Test
    void aFileMovedFromAnotherKeyIsNotServed() throws Exception {
        instance.identity = "another";
        rows(new SharedStores(Long.MAX_VALUE).of("another", clock, options), "2026-05-20", "2026-05-25");
        Path theirs = files().get(0);
        instance.identity = "test";
        rows(restarted(), "2026-04-01", "2026-04-02");
        Path ours = files().stream()
                .filter(file -> !file.equals(theirs))
                .findFirst()
                .orElseThrow();
        Files.move(theirs, ours.resolveSibling(theirs.getFileName()));
        instance.asked.clear();

        rows(restarted(), "2026-05-20", "2026-05-25");

        assertThat(instance.takeAsked()).hasSize(1);
    }

    @Test
    void aRenamedFileIsNotServed() throws Exception {
        rows(restarted(), "2026-05-20", "2026-05-25");
        Path file = files().get(0);
        Files.move(file, file.resolveSibling(file.getFileName().toString().replace("2026-05-25", "2026-05-26")));
        instance.asked.clear();

        assertThat(rows(restarted(), "2026-05-20", "2026-05-26")).hasSize(21);
        assertThat(instance.takeAsked()).containsExactly("sessions all 2026-05-20..2026-05-26");
    }

    @Test
    void anAnswerOfAnotherCatalogueIsNotLookedAt() throws Exception {
        rows(restarted(), "2026-05-20", "2026-05-25");
        Path file = files().get(0);
        String columns = DiskFile.columns(Reports.SESSIONS);
        Files.move(file, file.resolveSibling(file.getFileName().toString().replace(columns, "0123456789ab")));
        instance.asked.clear();

        rows(restarted(), "2026-05-20", "2026-05-25");

        assertThat(instance.takeAsked()).hasSize(1);
    }

    @Test
    void whateverBefallsAFileTheFiguresAreRight() throws Exception {
        List<SessionsDay> truth = rows(restarted(), "2026-05-02", "2026-05-25");
        byte[] whole = Files.readAllBytes(files().get(0));
        Path file = files().get(0);
        Random random = new Random(20261122);
        int served = 0;
        for (int i = 0; i < 160; i++) {
            byte[] damaged = damaged(random, whole, i);
            clear();
            Files.write(file, damaged);
            instance.asked.clear();
            assertThat(rows(restarted(), "2026-05-02", "2026-05-25"))
                    .as("damage " + i)
                    .isEqualTo(truth);
            served += instance.asked.isEmpty() ? 1 : 0;
        }
        // Bits of gzip's own head (time, system) mean nothing.
        assertThat(served).isLessThan(16);
    }

    private static byte[] damaged(Random random, byte[] whole, int how) throws IOException {
        byte[] bytes = whole.clone();
        switch (how % 4) {
            case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2 -> random.nextBytes(bytes);
            default -> {
                // Well packed, but not what was packed.
                String text = unpacked(whole);
                int at = random.nextInt(text.length());
                ByteArrayOutputStream packed = new ByteArrayOutputStream();
                try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
                    zip.write((random.nextBoolean() ? text.substring(0, at) : text + text).getBytes(US_ASCII));
                }
                bytes = packed.toByteArray();
            }
        }
        return bytes;
    }

    @Test
    void aFileFromTheFutureIsNotServed() throws Exception {
        rows(restarted(), "2026-06-01", "2026-06-11");
        instance.asked.clear();
        clock.set("2026-06-15T11:00:00Z");

        rows(restarted(), "2026-06-01", "2026-06-11");

        assertThat(instance.takeAsked()).hasSize(1);
    }
}
