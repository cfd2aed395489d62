package io.github.paradigmreporting.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.ChangeKind;
import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordKeysTest {
    static List<Report<?>> reports() {
        return Reports.ALL;
    }

    @ParameterizedTest
    @MethodSource("reports")
    <R extends Row> void nameARowAlikeWhateverRowsCameBefore(Report<R> report) {
        try (World world = new World()) {
            List<R> rows = world.truth(report);
            RecordKeys<R> all = new RecordKeys<>(report);
            Random random = new Random(3);
            for (int i = 0; i < 2_000; i++) {
                R row = rows.get(random.nextInt(rows.size()));
                Change<R> change = new Change<>(
                        ChangeKind.NEW,
                        report.key().stream()
                                .<Object>map(column -> Objects.requireNonNull(column.value(row)))
                                .toList(),
                        row);
                assertThat(all.key(change)).isEqualTo(new RecordKeys<>(report).key(change));
                assertThat(all.valuesDigest(row)).isEqualTo(new RecordKeys<>(report).valuesDigest(row));
            }
        }
    }

    @Test
    void areTheSameInEveryVersion() {
        var row = new DocumentUse(2, "Acme", LocalDate.of(2026, 3, 1), 17, "file.pdf", null, 3L);

        assertThat(new RecordKeys<>(Reports.DOCUMENTS).valuesDigest(row)).isEqualTo(expected());
    }

    /** FNV-1a over the texts of the values, a unit separator after each. */
    private static long expected() {
        long hash = 0xcbf29ce484222325L;
        for (String text : List.of("2", "Acme", "2026-03-01", "17", "file.pdf", "\u0000", "3")) {
            for (char c : (text + "\u001f").toCharArray()) {
                hash = (hash ^ c) * 0x100000001b3L;
            }
        }
        return hash;
    }
}
