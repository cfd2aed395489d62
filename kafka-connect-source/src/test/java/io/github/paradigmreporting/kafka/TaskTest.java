package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Asked;
import io.github.paradigmreporting.simulator.Fault;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.SimulatorBuilder;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A task against an instance that misbehaves. */
@Timeout(60)
class TaskTest {
    private ParadigmSimulator simulator = start(ParadigmSimulator.builder());
    private final LocalDate today = simulator.dataset().today();
    private final DrivenTask.Offsets offsets = new DrivenTask.Offsets();
    private final MaterialisedRecords topics = new MaterialisedRecords();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "documents*3=429 Retry-After 1",
                "documents*2=429",
                "documents*3=500",
                "documents*2=503 maintenance",
                "documents*2=502 html",
                "documents*2=200 html",
                "documents*2=reset",
                "documents*2=reset 300",
                "documents*2=cut 300",
                "documents*2=short 300"
            })
    void bringsEverythingAfterTroubleThatPasses(String trouble) throws Exception {
        simulator.faults().add(trouble);
        try (DrivenTask task = task(Map.of())) {
            while (!topics.equalTo(simulator, Reports.DOCUMENTS, start(), today)) {
                topics.apply(task.poll());
            }
        }
        assertThat(simulator.faults().pending()).isZero();
        topics.assertNothingTwice();
    }

    @Test
    void leavesAThrottlingInstanceAloneUntilTheTimeItNamed() throws Exception {
        List<Long> answered = new CopyOnWriteArrayList<>();
        simulator.close();
        simulator = start(ParadigmSimulator.builder().watcher(asked -> answered.add(System.nanoTime())));
        simulator.faults().next(2, "documents", Fault.throttled(Duration.ofSeconds(1)));
        try (DrivenTask task = task(Map.of("paradigm.attempts", "1"))) {
            task.pollUntil(1);
        }
        for (int i = 1; i <= 2; i++) {
            assertThat(TimeUnit.NANOSECONDS.toMillis(answered.get(i) - answered.get(i - 1)))
                    .isGreaterThanOrEqualTo(990);
        }
    }

    @Test
    void looksAtTheNewestDaysInBetweenWhileItCatchesUp() throws Exception {
        LocalDate start = today.minusDays(120);
        Map<String, String> config = Map.of(
                "paradigm.start.date", start.toString(), "paradigm.window.days", "7", "paradigm.poll.interval", "1ms");
        try (DrivenTask task = task(config)) {
            while (!topics.equalTo(simulator, Reports.DOCUMENTS, start, today)) {
                topics.apply(task.poll());
            }
        }
        topics.assertNothingTwice();
        long lastOfHistory = 0;
        long newestBefore = 0;
        long newest = 0;
        for (Asked asked : simulator.journal().list()) {
            if (today.equals(asked.to())) {
                newest++;
            } else {
                lastOfHistory++;
                newestBefore = newest;
            }
        }
        assertThat(lastOfHistory).as("history, each window once").isBetween(16L, 18L);
        assertThat(newestBefore).as("the newest days while history was read").isGreaterThan(8);
    }

    @Test
    void findsWhatChangedInSettledDays() throws Exception {
        LocalDate settled = today.minusDays(6);
        try (DrivenTask task = task(Map.of("paradigm.recheck.days", "10", "paradigm.recheck.interval", "100ms"))) {
            while (!topics.equalTo(simulator, Reports.DOCUMENTS, start(), today)) {
                topics.apply(task.poll());
            }
            simulator.edits().set(Reports.DOCUMENTS, company(), settled, "usage_count", 4711L);
            while (!topics.equalTo(simulator, Reports.DOCUMENTS, start(), today)) {
                topics.apply(task.poll());
            }
        }
        topics.assertNothingTwice();
    }

    @Test
    void sendsTheOpenDaysOfARenamedCompanyAgain() throws Exception {
        assertRenamed(Map.of(), today.minusDays(3));
    }

    @Test
    void sendsSettledDaysOfARenamedCompanyAgainThatAreRechecked() throws Exception {
        assertRenamed(Map.of("paradigm.recheck.days", "10", "paradigm.recheck.interval", "100ms"), today.minusDays(10));
    }

    /** A company is renamed: the days that are compared get the new name, once, those before keep the old one. */
    private void assertRenamed(Map<String, String> recheck, LocalDate firstCompared) throws Exception {
        LocalDate start = today.minusDays(20);
        Map<String, String> config = new HashMap<>(recheck);
        config.put("paradigm.start.date", start.toString());
        try (DrivenTask task = task(config)) {
            while (!topics.equalTo(simulator, Reports.DOCUMENTS, start, today)) {
                topics.apply(task.poll());
            }
            var wanted = rows(start, firstCompared.minusDays(1));
            simulator.edits().rename(company(), "Northwind Holding");
            wanted.putAll(rows(firstCompared, today));
            List<SourceRecord> corrections = new ArrayList<>();
            while (!topics.held(Reports.DOCUMENTS).equals(wanted)) {
                List<SourceRecord> records = task.poll();
                topics.apply(records);
                corrections.addAll(records);
            }
            assertThat(corrections)
                    .filteredOn(record -> record.topic().equals("paradigm.documents"))
                    .hasSameSizeAs(renamed(wanted))
                    .allSatisfy(record -> assertThat(record.headers()
                                    .lastWithName(SliceRecords.OPERATION)
                                    .value())
                            .isEqualTo("restated"));
            simulator.journal().clear();
            assertThat(simulator.journal().await(asked -> asked.size() > 5, Duration.ofMinutes(1)))
                    .isTrue();
            assertThat(task.poll()).as("nothing more").isEmpty();
        }
    }

    private Map<Map<String, Object>, Map<String, Object>> rows(LocalDate from, LocalDate to) {
        return new HashMap<>(ReadTopic.expected(
                Reports.DOCUMENTS, simulator.dataset().stream(Reports.DOCUMENTS, from, to, Set.of())));
    }

    private static List<Map<String, Object>> renamed(Map<?, Map<String, Object>> rows) {
        return rows.values().stream()
                .filter(row -> "Northwind Holding".equals(row.get("company_name")))
                .toList();
    }

    @Test
    void settlesDaysByTheInstancesClock() throws Exception {
        simulator.close();
        simulator = ParadigmSimulator.builder()
                .clock(Clock.offset(VirtualClock.standing(), Duration.ofHours(20)))
                .companies(2)
                .start();
        LocalDate itsToday = simulator.dataset().today();
        LocalDate start = itsToday.minusDays(5);
        try (DrivenTask task = task(Map.of("paradigm.start.date", start.toString()))) {
            while (!topics.equalTo(simulator, Reports.DOCUMENTS, start, itsToday)) {
                topics.apply(task.poll());
            }
            simulator.edits().set(Reports.DOCUMENTS, company(), itsToday, "usage_count", 4711L);
            while (!topics.equalTo(simulator, Reports.DOCUMENTS, start, itsToday)) {
                topics.apply(task.poll());
            }
        }
    }

    @Test
    void stampsRecordsByTheWorkersClock() throws Exception {
        simulator.close();
        simulator = ParadigmSimulator.builder()
                .clock(Clock.offset(VirtualClock.standing(), Duration.ofHours(20)))
                .companies(2)
                .start();
        Instant ahead = VirtualClock.standing().instant().plus(Duration.ofHours(1));
        try (DrivenTask task = task(Map.of())) {
            assertThat(task.pollUntil(1)).isNotEmpty().allSatisfy(record -> assertThat(
                            Instant.ofEpochMilli(record.timestamp()))
                    .isBefore(ahead));
        }
    }

    @Test
    void settlesNothingWhenTheInstancesClockIsMoreThanADayOff() throws Exception {
        simulator.close();
        simulator = ParadigmSimulator.builder()
                .clock(Clock.offset(VirtualClock.standing(), Duration.ofDays(3650)))
                .companies(2)
                .start();
        try (DrivenTask task = task(Map.of())) {
            assertThat(simulator.journal().await(asked -> asked.size() > 3, Duration.ofSeconds(20)))
                    .isTrue();
            assertThat(task.poll()).isEmpty();
        }
    }

    @Test
    void stopsWithinASecondWhileTheInstanceHangs() throws Exception {
        simulator.faults().always("documents", Fault.hang());
        DrivenTask task = task(Map.of());
        assertThat(simulator.journal().await(asked -> !asked.isEmpty(), Duration.ofSeconds(20)))
                .isTrue();
        long before = System.nanoTime();
        assertThat(task.poll()).isEmpty();
        assertThat(elapsedMillis(before)).isLessThan(500 + 250);
        before = System.nanoTime();
        task.close();
        assertThat(elapsedMillis(before)).isLessThan(1000);
        assertThat(simulator.journal().await(asked -> asked.stream().allMatch(TaskTest::ended), Duration.ofSeconds(5)))
                .as("the exchange is aborted, not left to the instance")
                .isTrue();
    }

    @Test
    void stopsWithinASecondWhileItMustLeaveTheInstanceAlone() throws Exception {
        simulator.faults().always("documents", Fault.throttled(Duration.ofMinutes(5)));
        DrivenTask task = task(Map.of());
        assertThat(simulator.journal().await(asked -> !asked.isEmpty(), Duration.ofSeconds(20)))
                .isTrue();
        long before = System.nanoTime();
        task.close();
        assertThat(elapsedMillis(before)).isLessThan(1000);
    }

    @Test
    void mayBeStoppedTwiceAndWithoutAStart() {
        DrivenTask task = task(Map.of());
        task.close();
        task.close();
        new ParadigmReportingSourceTask().stop();
    }

    @Test
    void takesAReplacedKeyFromItsFile(@TempDir Path secrets) throws Exception {
        Path file = secrets.resolve("key");
        Files.writeString(file, simulator.key());
        Map<String, String> config = config(Map.of("paradigm.api.key.file", file.toString()));
        config.remove("paradigm.api.key");
        System.setProperty(AllowedPaths.PROPERTY, secrets.toString());
        try (DrivenTask task = new DrivenTask(config, offsets)) {
            topics.apply(task.pollUntil(1));
            Files.writeString(file, "replaced");
            simulator.addKey("replaced");
            simulator.revokeKey(simulator.key());
            simulator.edits().set(Reports.DOCUMENTS, company(), today, "usage_count", 4711L);
            while (!topics.equalTo(simulator, Reports.DOCUMENTS, start(), today)) {
                topics.apply(task.poll());
            }
        } finally {
            System.clearProperty(AllowedPaths.PROPERTY);
        }
    }

    @Test
    void keepsPersonalDataOutOfTheRecords() throws Exception {
        Map<String, String> rules = Map.of(
                "paradigm.exclude.columns",
                "document_title,company_name",
                "paradigm.hash.columns",
                "document_filename",
                "paradigm.hash.key",
                "pepper-marker");
        List<DocumentUse> truth = simulator.dataset().rows(Reports.DOCUMENTS, start(), today);
        List<Struct> values = new ArrayList<>();
        try (DrivenTask task = task(rules)) {
            while (values.size() < truth.size()) {
                for (SourceRecord record : task.pollUntil(1)) {
                    if (record.topic().equals("paradigm.documents")) {
                        values.add((Struct) record.value());
                    }
                }
            }
        }
        assertThat(values).hasSameSizeAs(truth).allSatisfy(value -> {
            assertThat(value.schema().fields().stream().map(Field::name))
                    .containsExactly("company_id", "date", "document_id", "document_filename", "usage_count");
            assertThat(value.getString("document_filename")).matches("[0-9a-f]{64}");
        });
        assertThat(values.stream()
                        .map(value -> value.getString("document_filename"))
                        .distinct()
                        .count())
                .as("equal names have equal hashes, others not")
                .isEqualTo(truth.stream()
                        .map(DocumentUse::documentFilename)
                        .distinct()
                        .count());
    }

    @Test
    void failsAtOnceWhenTheKeyIsRefused() {
        simulator.revokeKey(simulator.key());
        try (DrivenTask task = task(Map.of())) {
            assertThatThrownBy(() -> task.pollUntil(1))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("report documents of all companies")
                    .hasMessageContaining("401")
                    .hasMessageContaining("restart the task")
                    .message()
                    .doesNotContain(simulator.key());
        }
    }

    @Test
    void parksAReportThatIsNotOfferedAndFailsInTheEndWithItsName() throws Exception {
        simulator.close();
        simulator = start(ParadigmSimulator.builder().legacy());
        try (DrivenTask task = task(Map.of("paradigm.reports", "members,documents", "paradigm.park.limit", "3s"))) {
            assertThatThrownBy(() -> {
                        while (true) {
                            topics.apply(task.poll());
                        }
                    })
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("report members of all companies")
                    .hasMessageContaining("NOT_OFFERED");
        }
        assertThat(topics.equalTo(simulator, Reports.DOCUMENTS, start(), today))
                .as("the other report went on")
                .isTrue();
    }

    @Test
    void failsClearlyBeforeAnOffsetIsLargerThanKafkaTakes() {
        simulator.close();
        simulator = ParadigmSimulator.builder()
                .clock(VirtualClock.standing())
                .companies(1)
                .documentsPerDay(1_000)
                .start();
        try (DrivenTask task = task(Map.of("paradigm.offset.limit", "4KiB"))) {
            assertThatThrownBy(() -> {
                        while (true) {
                            task.poll();
                        }
                    })
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("paradigm.offset.limit: of 4096 bytes is not enough")
                    .hasMessageContaining("company " + company())
                    .hasMessageContaining("Lower paradigm.recheck.days or paradigm.look.back.days");
        }
    }

    @Test
    void failsAfterTheLimitWhenTroubleDoesNotPass() {
        simulator.faults().always("documents", Fault.status(500));
        try (DrivenTask task = task(Map.of("paradigm.attempts", "1", "paradigm.retry.limit", "2s"))) {
            assertThatThrownBy(() -> task.pollUntil(1))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("times in a row")
                    .hasMessageContaining("UNAVAILABLE");
        }
    }

    @Test
    void refusesToStartFromAnOffsetItCannotRead() {
        SourcePartition partition = SourcePartition.of(simulator.baseUrl().toString(), "documents", null);
        offsets.put(partition.toMap(), Map.of("version", 99L, "companies", "2"));
        assertThatThrownBy(() -> task(Map.of()))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("documents")
                .hasMessageContaining("99")
                .hasMessageContaining("reset");
    }

    private static boolean ended(Asked asked) {
        return asked.outcome() != Asked.Outcome.OPEN;
    }

    private static long elapsedMillis(long since) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
    }

    private long company() {
        return simulator.dataset().companies().get(0).id();
    }

    private static ParadigmSimulator start(SimulatorBuilder builder) {
        return builder.clock(VirtualClock.standing())
                .companies(2)
                .documentsPerDay(4)
                .start();
    }

    private LocalDate start() {
        return today.minusDays(6);
    }

    private DrivenTask task(Map<String, String> more) {
        return new DrivenTask(config(more), offsets);
    }

    private Map<String, String> config(Map<String, String> more) {
        Map<String, String> config = new HashMap<>(Map.of(
                "paradigm.base.url",
                simulator.baseUrl().toString(),
                "paradigm.api.key",
                simulator.key(),
                "paradigm.reports",
                "documents",
                "paradigm.start.date",
                start().toString(),
                "paradigm.poll.interval",
                "50ms",
                "paradigm.requests.per.minute",
                "100000"));
        config.putAll(more);
        return config;
    }
}
