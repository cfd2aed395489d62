package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Fault;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import io.github.paradigmreporting.simulator.VirtualClock;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import javax.management.Attribute;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.connect.errors.ConnectException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a task shows on a worker that has no metrics for plugins: managed beans of its own. */
class MetricsTest {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final ParadigmSimulator simulator = ParadigmSimulator.builder()
            .clock(VirtualClock.standing())
            .companies(2)
            .documentsPerDay(4)
            .start();
    private final LocalDate today = simulator.dataset().today();
    private final LocalDate start = today.minusDays(9);
    private final MaterialisedRecords topics = new MaterialisedRecords();

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void countsRequestsAndRowsOfEachReportAndCompany() throws Exception {
        simulator.faults().add("documents*2=503");
        try (DrivenTask task = task("counts", Map.of())) {
            while (!topics.equalTo(simulator, Reports.DOCUMENTS, start, today)) {
                topics.apply(task.poll());
            }
            ObjectName requests = name("counts", "about=requests,report=documents,company=all");
            Awaitility.await().untilAsserted(() -> assertThat(number(requests, "passes-total"))
                    .isPositive());
            assertThat(number(requests, "answers-5xx-total")).isEqualTo(2);
            assertThat(number(requests, "retries-total")).isEqualTo(2);
            assertThat(number(requests, "waited-ms-total")).isPositive();
            assertThat(number(requests, "bytes-total")).isPositive();
            assertThat(number(requests, "pass-percent")).isEqualTo(100);
            assertThat(number(requests, "seconds-since-success")).isNotNegative();
            assertThat(server.getAttribute(requests, "state")).isEqualTo("waiting");
            for (var company : simulator.dataset().companies()) {
                ObjectName rows = name("counts", "about=rows,report=documents,company=" + company.id());
                assertThat(number(rows, "rows-new-total"))
                        .isEqualTo(simulator
                                .dataset()
                                .rows(Reports.DOCUMENTS, start, today, Set.of(company.id()))
                                .size());
                assertThat(number(rows, "lag-days")).isBetween(4L, 5L);
                assertThat(number(rows, "offset-bytes")).isPositive();
            }
            ObjectName queue = name("counts", "about=queue");
            Awaitility.await().untilAsserted(() -> {
                task.poll();
                assertThat(number(queue, "queue-records")).isZero();
                assertThat(number(queue, "queue-bytes")).isZero();
            });
        }
    }

    @Test
    void saysThatAReportIsParkedAndThenFailed() throws Exception {
        simulator.faults().always("documents", Fault.status(403));
        try (DrivenTask task = task("parked", Map.of("paradigm.park.limit", "1s"))) {
            ObjectName requests = name("parked", "about=requests,report=documents,company=all");
            Awaitility.await().untilAsserted(() -> assertThat(server.getAttribute(requests, "state"))
                    .isEqualTo("parked"));
            assertThatThrownBy(() -> task.pollUntil(1)).isInstanceOf(ConnectException.class);
            assertThat(server.getAttribute(requests, "state")).isEqualTo("failed");
            assertThat(number(requests, "failures-in-a-row")).isGreaterThan(1);
        }
    }

    @Test
    void takesItsBeansDownWithTheTaskAndOnlyItsOwn() throws Exception {
        DrivenTask old = task("handover", Map.of());
        DrivenTask successor = task("handover", Map.of());
        old.close();
        ObjectName queue = name("handover", "about=queue");
        assertThat(number(queue, "queue-bytes")).isNotNegative();
        successor.close();
        assertThatThrownBy(() -> server.getAttribute(queue, "queue-bytes"))
                .isInstanceOf(InstanceNotFoundException.class);
    }

    @Test
    void isReadAndNothingElse() throws Exception {
        try (DrivenTask task = task("read", Map.of())) {
            ObjectName queue = name("read", "about=queue");
            assertThat(server.getMBeanInfo(queue).getAttributes())
                    .hasSize(Metrics.OF_QUEUE.size())
                    .allMatch(attribute -> attribute.isReadable() && !attribute.isWritable());
            assertThat(server.getAttributes(queue, new String[] {"queue-records", "nonsense"}))
                    .extracting(attribute -> ((Attribute) attribute).getName())
                    .containsExactly("queue-records");
            assertThatThrownBy(() -> server.getAttribute(queue, "nonsense"))
                    .isInstanceOf(AttributeNotFoundException.class);
            assertThat(task.poll()).isNotNull();
        }
    }

    private long number(ObjectName bean, String metric) throws Exception {
        return ((Number) server.getAttribute(bean, metric)).longValue();
    }

    private static ObjectName name(String connector, String tags) throws Exception {
        return new ObjectName("io.github.paradigmreporting:type=source-task,connector=" + ObjectName.quote(connector)
                + ",task=0," + tags);
    }

    private DrivenTask task(String name, Map<String, String> more) {
        Map<String, String> config = new java.util.HashMap<>(Map.of(
                "name",
                name,
                "paradigm.base.url",
                simulator.baseUrl().toString(),
                "paradigm.api.key",
                simulator.key(),
                "paradigm.reports",
                "documents",
                "paradigm.start.date",
                start.toString(),
                "paradigm.requests.per.minute",
                "100000"));
        config.putAll(more);
        return new DrivenTask(config, new DrivenTask.Offsets());
    }
}
