package io.github.paradigmreporting.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {
    @Test
    void alignsNumbersToTheRightAndTextToTheLeft() {
        Table table = new Table(List.of("day", "sessions", "mean"))
                .row(LocalDate.parse("2026-03-02"), 1234L, 3.14)
                .row(LocalDate.parse("2026-03-03"), 7L, null);

        assertThat(table.lines("-"))
                .containsExactly(
                        "day         sessions  mean",
                        "----------  --------  ----",
                        "2026-03-02     1,234   3.1",
                        "2026-03-03         7     -");
    }

    @Test
    void refusesARowThatDoesNotFit() {
        Table table = new Table(List.of("one"));

        assertThatThrownBy(() -> table.row(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
