package io.github.paradigmreporting.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.error.InvalidSettingException;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ToldRowsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    /** Two documents of a day, of which the second vanished; composed from the form, not by this code. */
    private static final String TOLD =
            "UFQBCWRvY3VtZW50cwELZG9jdW1lbnRfaWQGQklHSU5UAdTAAgIJDg9e3mko5VdkAgrYBAAAAAAAAAAAuDAhxg";

    static List<Report<?>> reports() {
        return Reports.ALL;
    }

    @ParameterizedTest
    @MethodSource("reports")
    <R extends Row> void countTheSameAsTextWhateverWasKnownBefore(Report<R> report) {
        SplittableRandom random = new SplittableRandom(5);
        ModelRows<R> rows = new ModelRows<>(report, random);
        RowKeys<R> keys = new RowKeys<>(report);
        FeedState state = null;
        for (int i = 0; i < 300; i++) {
            List<Change<R>> told = new ArrayList<>();
            for (int left = random.nextInt(8); left >= 0; left--) {
                R row = rows.any(2, DAY.plusDays(random.nextInt(3)));
                boolean gone = random.nextInt(3) == 0;
                told.add(new Change<>(
                        gone ? ChangeKind.VANISHED : ChangeKind.NEW,
                        keys.whole(2, RowKeys.day(row), keys.own(row)),
                        gone ? null : row));
            }
            FeedState next = FeedState.partly(report, state, told);

            assertThat(FeedState.partly(state, FeedState.told(report, told))).isEqualTo(next);
            state = next;
        }
        assertThat(state).isNotNull().isNotEqualTo(FeedState.none(report));
    }

    @Test
    void areTheSameTextInEveryVersion() {
        assertThat(FeedState.told(Reports.DOCUMENTS, twoDocuments())).isEqualTo(TOLD);
        assertThat(FeedState.partly(null, TOLD)).isEqualTo(FeedState.partly(Reports.DOCUMENTS, null, twoDocuments()));
    }

    @Test
    void refuseATextThatIsTornOrSomethingElse() {
        for (int length = 0; length < TOLD.length(); length++) {
            String torn = TOLD.substring(0, length);
            assertThatThrownBy(() -> FeedState.partly(null, torn)).isInstanceOf(InvalidSettingException.class);
        }
        String state = FeedState.none(Reports.DOCUMENTS).encode();
        assertThatThrownBy(() -> FeedState.partly(null, state)).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> FeedState.decode(TOLD)).isInstanceOf(InvalidSettingException.class);
    }

    private static List<Change<DocumentUse>> twoDocuments() {
        return List.of(
                new Change<>(
                        ChangeKind.NEW, List.of(2L, DAY, 7L), new DocumentUse(2, "Acme", DAY, 7, "file.pdf", null, 3L)),
                new Change<>(ChangeKind.VANISHED, List.of(2L, DAY, 300L), null));
    }
}
