package io.github.paradigmreporting.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.paradigmreporting.core.client.Cancellation;
import io.github.paradigmreporting.core.client.ReportQuery;
import io.github.paradigmreporting.core.error.CancelledException;
import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads, random queries, answers in any order. */
@Timeout(60)
class ManyThreadsTest {
    private static final int THREADS = 12;
    private static final int QUERIES = 150;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    private final StoreOptions options =
            new StoreOptions(1 << 30, Duration.ofMinutes(5), 3, Duration.ZERO, ZoneOffset.UTC);
    private final FakeClock clock = new FakeClock("2026-06-15T12:00:00Z");
    private final FakeInstance instance = new FakeInstance(clock, options);
    private final DayStore store = new SharedStores(Long.MAX_VALUE).of("test", clock, options);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Thread postman = new Thread(this::deliver, "postman");
    private volatile boolean finished;

    @BeforeEach
    void beginToDeliver() {
        instance.answersAtOnce = false;
        instance.offersSiblings = true;
        postman.start();
    }

    @AfterEach
    void stopDelivering() throws InterruptedException {
        finished = true;
        postman.join();
        threads.shutdownNow();
    }

    @Test
    void noDayIsAskedForTwice() throws Exception {
        inThreads((random, query) -> assertThat(
                        store.rows(instance, query, new Cancellation()).toList())
                .isEqualTo(byDay(query)));

        Set<LocalDate> known = new HashSet<>();
        for (FakeInstance.Asked request : instance.asked) {
            assertThat(known)
                    .as("first and last day of %s", request)
                    .doesNotContain(request.days().from(), request.days().to());
            request.days().from().datesUntil(request.days().to().plusDays(1)).forEach(known::add);
        }
        Asking.until(() -> instance.fetches.stream().allMatch(FakeFetch::isClosed));
    }

    @Test
    void whoeverIsNotCancelledGetsHisRows() throws Exception {
        instance.mostDaysThatFit = 20;
        inThreads((random, query) -> {
            Cancellation cancellation = new Cancellation();
            int taken = 0;
            int most = random.nextInt(3) == 0 ? random.nextInt(60) : Integer.MAX_VALUE;
            Future<?> canceller =
                    random.nextInt(3) == 0 ? threads.submit(cancellation::cancel) : threads.submit(() -> {});
            try (var rows = store.rows(instance, query, cancellation)) {
                while (taken < most && rows.hasNext()) {
                    rows.next();
                    taken++;
                }
                assertThat(taken).isEqualTo(Math.min(most, byDay(query).size()));
            } catch (CancelledException e) {
                assertThat(cancellation.isCancelled()).isTrue();
            }
            canceller.get();
        });

        Asking.until(() -> instance.fetches.stream().allMatch(FakeFetch::isClosed));
        assertThat(store.hasRoom()).isTrue();
        assertThat(instance.fetches).hasSizeGreaterThan(10);
    }

    private interface Task {
        void run(Random random, ReportQuery<? extends DayRow> query) throws Exception;
    }

    private void inThreads(Task task) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            Random random = new Random(thread);
            running.add(threads.submit(() -> {
                for (int i = 0; i < QUERIES; i++) {
                    LocalDate from = FIRST.plusDays(random.nextInt(480));
                    Report<? extends DayRow> report = random.nextBoolean() ? Reports.SESSIONS : Reports.THREADS;
                    task.run(random, ReportQuery.of(report, from, from.plusDays(random.nextInt(40))));
                }
                return true;
            }));
        }
        for (Future<?> one : running) {
            one.get(60, TimeUnit.SECONDS);
        }
    }

    private <R extends DayRow> List<R> byDay(ReportQuery<R> query) {
        return instance.answer(query, instance.revision()).stream()
                .sorted(java.util.Comparator.comparing(DayRow::date))
                .toList();
    }

    private void deliver() {
        Random random = new Random(42);
        while (!finished) {
            List<FakeFetch<?>> waiting =
                    instance.fetches.stream().filter(fetch -> !fetch.isClosed()).toList();
            if (!waiting.isEmpty()) {
                waiting.get(random.nextInt(waiting.size())).arrive();
            }
            LockSupport.parkNanos(100_000);
        }
    }
}
