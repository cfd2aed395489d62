package io.github.paradigmreporting.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The curve of a day's usage and its inverse. */
class DayCurveTest {
    @Test
    void risesFromNothingToAll() {
        double before = 0;
        assertThat(DayCurve.shareAt(0)).isZero();
        for (int second = 1; second < 86_400; second++) {
            double share = DayCurve.shareAt(second);
            assertThat(share).isGreaterThan(before).isLessThan(1);
            before = share;
        }
        assertThat(before).isCloseTo(1, within(1e-5));
    }

    @Test
    void findsTheSecondOfAShareAndNeverALaterOne() {
        for (int second = 0; second < 86_400; second += 7) {
            assertThat(DayCurve.secondAt(DayCurve.shareAt(second))).isBetween(second - 1, second);
        }
        assertThat(DayCurve.secondAt(-1)).isZero();
        assertThat(DayCurve.secondAt(1)).isEqualTo(86_399);
        assertThat(DayCurve.secondAt(2)).isEqualTo(86_399);
    }
}
