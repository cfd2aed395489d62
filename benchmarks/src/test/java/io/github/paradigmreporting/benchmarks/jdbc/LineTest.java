package io.github.paradigmreporting.benchmarks.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LineTest {
    @Test
    void comparesMediansAndSaysWhetherTheTargetIsMet() {
        Line line = new Line("case", Spread.of(List.of(3.0, 1.0, 2.0)), "peer", Spread.of(List.of(10.0)), 0.2, 5);

        assertThat(line.markdown()).isEqualTo("| case | 2.000 [1.000–3.000] | peer | 10.0 | 0.20 | ≤ 0.20 (5) | met |");
    }

    @Test
    void saysWhenTheTargetIsNotMet() {
        Line line = new Line("case", Spread.of(List.of(3.0, 4.0)), "peer", Spread.of(List.of(10.0)), 0.2, 5);

        assertThat(line.markdown())
                .isEqualTo("| case | 3.500 [3.000–4.000] | peer | 10.0 | 0.35 | ≤ 0.20 (5) | **not met** |");
    }

    @Test
    void readsTheFiguresOutOfAnyOutput() {
        assertThat(Figures.parse("a warning\nfigure total-ms 12.5\nfigure cpu-ms 30\n"))
                .isEqualTo(Map.of("total-ms", 12.5, "cpu-ms", 30.0));
    }
}
