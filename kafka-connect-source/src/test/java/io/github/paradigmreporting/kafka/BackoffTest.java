package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final Duration LIMIT = Duration.ofHours(24);

    @Test
    void doublesTheWaitUpToFiveMinutes() {
        List<Duration> waits = waits(100, () -> 1);

        assertThat(waits)
                .startsWith(Stream.of(1, 2, 4, 8, 16, 32, 64, 128, 256)
                        .map(Duration::ofSeconds)
                        .toArray(Duration[]::new));
        assertThat(waits.subList(9, 100)).containsOnly(Duration.ofMinutes(5));
    }

    @Test
    void spreadsTheWaitsFromNoneToTheLongest() {
        assertThat(waits(20, () -> 0)).containsOnly(Duration.ZERO);
        assertThat(waits(20, () -> 0.5).get(19)).isEqualTo(Duration.ofSeconds(150));
    }

    @Test
    void waitsAtLeastAsLongAsTheInstanceDemands() {
        Backoff backoff = new Backoff(() -> 1);

        assertThat(backoff.failed(NOON, Duration.ofMinutes(20))).isEqualTo(Duration.ofMinutes(20));
        assertThat(backoff.failed(NOON, Duration.ofMillis(1))).isEqualTo(Duration.ofSeconds(2));
        assertThat(backoff.failed(NOON, null)).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void beginsAgainAfterASuccess() {
        Backoff backoff = new Backoff(() -> 1);
        backoff.failed(NOON, null);
        backoff.failed(NOON, null);

        backoff.succeeded();
        assertThat(backoff.failures()).isZero();
        assertThat(backoff.since()).isNull();

        Instant later = NOON.plusSeconds(60);
        assertThat(backoff.failed(later, null)).isEqualTo(Duration.ofSeconds(1));
        assertThat(backoff.failures()).isOne();
        assertThat(backoff.since()).isEqualTo(later);
    }

    @Test
    void reachesALimitSoLongAfterTheFirstFailure() {
        Backoff backoff = new Backoff(() -> 1);
        assertThat(backoff.longerThan(Duration.ZERO, NOON)).isFalse();
        assertThat(backoff.left(LIMIT, NOON)).isEqualTo(LIMIT);

        backoff.failed(NOON, null);
        Instant before = NOON.plus(LIMIT).minusMillis(1);
        backoff.failed(before, null);
        assertThat(backoff.longerThan(LIMIT, before)).isFalse();
        assertThat(backoff.left(LIMIT, before)).isEqualTo(Duration.ofMillis(1));

        assertThat(backoff.longerThan(LIMIT, NOON.plus(LIMIT))).isTrue();
        assertThat(backoff.left(LIMIT, NOON.plus(LIMIT))).isZero();
        assertThat(backoff.left(LIMIT, NOON.plus(LIMIT).plusSeconds(1))).isZero();
    }

    private static List<Duration> waits(int failures, DoubleSupplier random) {
        Backoff backoff = new Backoff(random);
        return IntStream.range(0, failures)
                .mapToObj(i -> backoff.failed(NOON, null))
                .toList();
    }
}
