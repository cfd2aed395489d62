package io.github.paradigmreporting.core.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.UnexpectedResponseException;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveredTest {
    private final Delivered<DocumentUse> delivered =
            new Delivered<>(ReportQuery.of(Reports.DOCUMENTS, LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2)));

    @Test
    void goesOnWhereAnAnswerBrokeOffAlthoughTheNextOneIsOrderedDifferently() {
        assertThat(newOf(row(1, 10), row(2, 20))).hasSize(2);

        delivered.restart();
        assertThat(newOf(row(3, 30), row(2, 20), row(2, 21), row(1, 10))).containsExactly(row(3, 30), row(2, 21));
        delivered.end();
    }

    @Test
    void goesOnAfterASecondBreakInAnotherPlace() {
        assertThat(newOf(row(1, 10))).hasSize(1);
        delivered.restart();
        assertThat(newOf(row(2, 20))).hasSize(1);
        delivered.restart();

        assertThat(newOf(row(1, 10), row(1, 11), row(2, 20), row(2, 21))).containsExactly(row(1, 11), row(2, 21));
        delivered.end();
    }

    @Test
    void noticesThatAnUnfinishedSliceIsGone() {
        assertThat(newOf(row(1, 10))).hasSize(1);
        delivered.restart();
        assertThat(newOf(row(2, 20))).hasSize(1);

        assertThatThrownBy(delivered::end)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("company 1");
    }

    @Test
    void noticesThatAnUnfinishedSliceIsShorterNow() {
        assertThat(newOf(row(1, 10), row(1, 11))).hasSize(2);
        delivered.restart();
        assertThat(newOf(row(1, 10))).isEmpty();

        assertThatThrownBy(delivered::end).hasMessageContaining("changed between two attempts");
    }

    @Test
    void refusesASliceThatComesAgainRightBehindItself() {
        assertThatThrownBy(() -> newOf(row(1, 10), row(1, 11), row(1, 10)))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("company 1")
                .hasMessageContaining("twice");
    }

    @Test
    void refusesItAlsoWhereItWasHandedOnBefore() {
        assertThat(newOf(row(1, 10), row(1, 11), row(2, 20))).hasSize(3);
        delivered.restart();

        assertThatThrownBy(() -> newOf(row(1, 10), row(1, 11), row(1, 10))).hasMessageContaining("twice");
    }

    private List<DocumentUse> newOf(DocumentUse... rows) {
        return List.of(rows).stream().filter(delivered::isNew).toList();
    }

    private static DocumentUse row(long company, long document) {
        return new DocumentUse(company, null, LocalDate.of(2026, 3, 2), document, null, null, 1L);
    }
}
