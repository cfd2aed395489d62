package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.ChangeKind;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PositionsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private final Positions<DocumentUse> positions = new Positions<>(Reports.DOCUMENTS);

    @Test
    void takesInWhatWasToldInParts() {
        for (long document = 0; document < 2_500; document++) {
            positions.move(Position.within(2, List.of(told(document))));
        }

        assertThat(openRows(positions)).isEqualTo(2_500);
        assertThat(openRows(positions.copy())).isEqualTo(2_500);
        assertThat(openRows(Positions.decode(Reports.DOCUMENTS, positions.encode())))
                .isEqualTo(2_500);
    }

    @Test
    void keepsFewerThanTenThousandRowsOfACompanyAsTheyCame() {
        for (long document = 0; document < 9_999; document++) {
            positions.move(Position.within(2, List.of(told(document))));
        }
        positions.move(Position.within(7, List.of(told(1))));
        assertThat(positions.rowsApart(2)).isEqualTo(9_999);

        positions.move(Position.within(2, List.of(told(9_999))));

        assertThat(positions.rowsApart(2)).isZero();
        assertThat(openRows(positions)).isEqualTo(10_000);
    }

    @Test
    void forgetsThePartsWhenTheSliceIsComplete() {
        FeedState complete = FeedState.partly(Reports.DOCUMENTS, null, List.of(told(7)));
        positions.move(Position.within(2, List.of(told(1), told(2))));
        positions.move(Position.after(2, complete));

        assertThat(positions.states()).containsEntry(2L, complete);
    }

    @Test
    void readsAPositionOfTheFirstVersions() {
        positions.move(Position.within(2, List.of(told(7))));
        String old = positions.encode() + "sent 2 2026-03-11 AAAAAAAAAAEAAAAAAAAAAg\n";

        assertThat(openRows(Positions.decode(Reports.DOCUMENTS, old))).isEqualTo(1);
    }

    @Test
    void refusesALineThatItDoesNotKnow() {
        String text = positions.encode() + "other 2\n";

        assertThatThrownBy(() -> Positions.decode(Reports.DOCUMENTS, text))
                .hasMessageContaining("'other 2'")
                .hasMessageContaining("use another stateKey");
    }

    private static int openRows(Positions<DocumentUse> positions) {
        return Objects.requireNonNull(positions.states().get(2L)).openRows();
    }

    private static Change<DocumentUse> told(long document) {
        return new Change<>(
                ChangeKind.NEW,
                List.of(2L, DAY, document),
                new DocumentUse(2, "Acme", DAY, document, "file.pdf", null, 3L));
    }
}
