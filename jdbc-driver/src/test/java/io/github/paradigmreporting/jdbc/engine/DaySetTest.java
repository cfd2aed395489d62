package io.github.paradigmreporting.jdbc.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DaySetTest {
    @Test
    void isWhatEachDaySays() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            DaySet left = some(random);
            DaySet right = some(random);

            IntStream.range(-3, 40).forEach(day -> {
                assertThat(left.or(right).test(day)).isEqualTo(left.test(day) || right.test(day));
                assertThat(left.and(right).test(day)).isEqualTo(left.test(day) && right.test(day));
            });
        }
    }

    @Test
    void joinsRunsThatTouch() {
        DaySet joined = DaySet.between(1, 3).or(DaySet.between(7, 9)).or(DaySet.between(4, 6));

        assertThat(joined).hasToString("[1, 9]");
        assertThat(DaySet.between(3, 2)).hasToString("[]");
        assertThat(DaySet.ALL.or(DaySet.between(1, 1))).hasToString(DaySet.ALL.toString());
    }

    private static DaySet some(Random random) {
        DaySet days = DaySet.NONE;
        for (int i = random.nextInt(5); i > 0; i--) {
            int first = random.nextInt(36);
            days = days.or(DaySet.between(first, first + random.nextInt(6)));
        }
        return days;
    }
}
