package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** When Connect does not come back for more records. */
class DeliveryTest {
    private Instant now = Instant.parse("2026-11-30T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final Delivery delivery = new Delivery("progress", false, clock);

    @Test
    void namesTheTopicsThatNeverGotARecord() {
        delivery.written(record("sessions"));
        delivery.handedOver(records("sessions", "tools", "progress"));
        pass(29);
        assertThat(delivery.watch()).isEmpty();
        assertThat(delivery.secondsWaiting()).isEqualTo(29);
        pass(1);
        assertThat(delivery.watch()).containsExactly("progress", "tools");
    }

    @Test
    void warnsAgainWhileItLastsButNotAtEachLook() {
        delivery.handedOver(records("tools"));
        pass(30);
        assertThat(delivery.watch()).containsExactly("tools");
        pass(10);
        assertThat(delivery.watch()).isEmpty();
        pass(20);
        assertThat(delivery.watch()).containsExactly("tools");
    }

    @Test
    void namesEveryTopicWhereAllGotRecordsBefore() {
        delivery.written(record("tools"));
        delivery.handedOver(records("tools"));
        pass(31);
        assertThat(delivery.watch()).containsExactly("tools");
    }

    @Test
    void isSilentOnceConnectComesBack() {
        delivery.handedOver(records("tools"));
        delivery.returned();
        pass(600);
        assertThat(delivery.watch()).isEmpty();
        assertThat(delivery.secondsWaiting()).isZero();
    }

    private void pass(long seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
    }

    private static List<SourceRecord> records(String... topics) {
        return Arrays.stream(topics).map(DeliveryTest::record).toList();
    }

    private static SourceRecord record(String topic) {
        return new SourceRecord(Map.of(), Map.of(), topic, null, null);
    }
}
