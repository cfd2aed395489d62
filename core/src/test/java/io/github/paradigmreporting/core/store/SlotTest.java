package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.report.Reports;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SlotTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    private static final int YEAR = 365;
    /** Of a map that holds a year. */
    private static final int BUCKETS = 512;

    @Test
    void daysOfAYearHaveABucketEach() {
        Set<Integer> buckets = new HashSet<>();
        for (int i = 0; i < YEAR; i++) {
            int hash = Slot.of(Reports.DOCUMENTS, 2L, FIRST.plusDays(i)).hashCode();
            buckets.add((hash ^ hash >>> 16) & BUCKETS - 1);
        }

        assertThat(buckets).hasSizeGreaterThan(YEAR - 10);
    }
}
