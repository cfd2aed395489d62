package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.Window;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stays on the shelf, and how much it counts. */
class ShelfTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final Shelf shelf = new Shelf();

    @Test
    void countsWhatIsThere() {
        shelf.put(stored(0, 1, 300), 1000);
        shelf.put(stored(1, 1, 500), 1000);
        assertThat(shelf.bytes()).isEqualTo(800);
        shelf.put(stored(0, 2, 100), 1000);
        assertThat(shelf.bytes()).as("in the place of 300").isEqualTo(600);
        shelf.put(stored(2, 2, 450), 1000);
        assertThat(shelf.bytes()).as("without 500").isEqualTo(550);
        shelf.clear();
        assertThat(shelf.bytes()).isZero();
        assertThat(shelf.all()).isEmpty();
    }

    @Test
    void keepsWhatFillsItExactly() {
        shelf.put(stored(0, 1, 1000), 1000);
        assertThat(shelf.bytes()).isEqualTo(1000);

        shelf.put(stored(1, 1, 1), 1000);
        assertThat(shelf.bytes()).as("one byte more drops the other").isEqualTo(1);
    }

    @Test
    void dropsNothingForWhatIsPutWhereThereIsRoom() {
        shelf.put(stored(0, 1, 600), 1000);

        shelf.putWhereThereIsRoom(stored(1, 1, 401), 1000);
        assertThat(shelf.bytes()).isEqualTo(600);

        shelf.putWhereThereIsRoom(stored(1, 1, 400), 1000);
        assertThat(shelf.bytes()).isEqualTo(1000);
    }

    @Test
    void servesNoMoreDaysAtOnceThanRequested() {
        for (int day = 0; day < 5; day++) {
            shelf.put(stored(day, 1, 10), 1000);
        }
        Window week = new Window(DAY, DAY.plusDays(6));
        StoreOptions options = new StoreOptions(1000, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC);
        Instant now = Instant.ofEpochSecond(1);

        assertThat(shelf.fresh(Reports.SESSIONS, null, week, 3, options, now)).hasSize(3);
        assertThat(shelf.fresh(Reports.SESSIONS, null, week, 31, options, now)).hasSize(5);
    }

    @Test
    void neverPutsOldRowsInThePlaceOfNewerOnes() {
        Stored<SessionsDay> newer = stored(0, 2, 300);
        shelf.put(newer, 1000);
        shelf.put(stored(0, 1, 100), 1000);
        assertThat(shelf.all()).containsExactly(newer);
        assertThat(shelf.bytes()).isEqualTo(300);
    }

    @Test
    void forgetsWhatIsReplacedByTooMuch() {
        shelf.put(stored(0, 1, 300), 1000);
        shelf.put(stored(0, 2, 1001), 1000);
        assertThat(shelf.all()).isEmpty();
        assertThat(shelf.bytes()).isZero();
    }

    @Test
    void takesNoUseOfWhatIsNoLongerThere() {
        Stored<SessionsDay> dropped = stored(0, 1, 300);
        shelf.put(dropped, 1000);
        shelf.put(stored(0, 2, 300), 1000);
        shelf.used(dropped);
        assertThat(shelf.all()).doesNotContain(dropped).hasSize(1);
    }

    private static Stored<SessionsDay> stored(int day, long askedAt, long bytes) {
        return new Stored<>(
                Slot.of(Reports.SESSIONS, null, DAY.plusDays(day)), Instant.ofEpochSecond(askedAt), List.of(), bytes);
    }
}
