package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.ExchangeListener;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.client.WaitReason;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A query is notified of the waits of every request that it needs, its own or not. */
class FlightWaitsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeClock clock = new FakeClock("2026-06-15T12:00:00Z");
    private final StoreOptions options =
            new StoreOptions(64 << 20, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC);
    private final FakeInstance instance = new FakeInstance(clock, options);
    private final DayStore store = new SharedStores(Long.MAX_VALUE).of("test", clock, options);
    private final List<ExchangeListener> requests = new CopyOnWriteArrayList<>();

    @Test
    void passesAWaitOnToAllWhoNeedTheRequest() {
        FlightWaits flight = new FlightWaits(clock);
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        flight.add(observer(first));
        flight.add(observer(second));

        flight.waits(WaitReason.REQUESTS_PER_MINUTE, MINUTE);

        assertThat(first).containsExactly("REQUESTS_PER_MINUTE PT1M");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void passesOnWhatIsLeftOfAWaitToOneWhoComesLater() {
        FlightWaits flight = new FlightWaits(clock);
        List<String> later = new ArrayList<>();
        List<String> afterwards = new ArrayList<>();
        flight.waits(WaitReason.RETRY_AFTER, MINUTE);
        clock.pass(Duration.ofSeconds(20));
        flight.add(observer(later));
        clock.pass(Duration.ofSeconds(40));
        flight.add(observer(afterwards));

        assertThat(later).containsExactly("RETRY_AFTER PT40S");
        assertThat(afterwards).isEmpty();
    }

    @Test
    void aQueryThatSharesARequestIsNotifiedOfItsWaits() {
        instance.answersAtOnce = false;
        List<String> leader = new CopyOnWriteArrayList<>();
        List<String> sharing = new CopyOnWriteArrayList<>();
        Asking<?> first = asking(leader);
        Asking<?> second = asking(sharing);

        requests.get(0).waits(WaitReason.REQUESTS_PER_MINUTE, MINUTE);
        instance.fetches.forEach(FakeFetch::arrive);

        assertThat(first.rows()).isEqualTo(second.rows()).isNotEmpty();
        assertThat(requests).hasSize(1);
        assertThat(leader).containsExactly("REQUESTS_PER_MINUTE PT1M");
        assertThat(sharing).isEqualTo(leader);
    }

    @Test
    void aQueryThatReadsALargeAnswerAloneIsNotifiedOfItsWaits() {
        instance.mostDaysThatFit = 0;
        instance.answersAtOnce = false;
        Asking<?> first = asking(new CopyOnWriteArrayList<>());
        List<String> sharing = new CopyOnWriteArrayList<>();
        Asking<?> second = asking(sharing);
        instance.answersAtOnce = true;
        instance.fetches.forEach(FakeFetch::arrive);
        first.rows();
        second.rows();

        requests.get(requests.size() - 1).waits(WaitReason.REQUESTS_PER_MINUTE, MINUTE);

        assertThat(sharing).containsExactly("REQUESTS_PER_MINUTE PT1M");
    }

    private Asking<?> asking(List<String> heard) {
        WindowSource listened = new ForwardingSource(instance) {
            @Override
            public <R extends Row> Fetch<R> open(ReportQuery<R> query, long bufferBytes, ExchangeListener listener) {
                requests.add(listener);
                return instance.open(query, bufferBytes, listener);
            }
        };
        LocalDate day = LocalDate.of(2026, 3, 10);
        return new Asking<>(store, listened, ReportQuery.of(Reports.SESSIONS, day, day), observer(heard)).waiting();
    }

    private static DaysObserver observer(List<String> heard) {
        return new DaysObserver() {
            @Override
            public void waits(WaitReason why, Duration time) {
                heard.add(why + " " + time);
            }
        };
    }
}
