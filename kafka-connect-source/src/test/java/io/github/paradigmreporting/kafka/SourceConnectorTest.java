package io.github.paradigmreporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.paradigmreporting.core.model.DocumentUse;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Report;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Company;
import io.github.paradigmreporting.simulator.Fault;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.runtime.rest.entities.TaskInfo;
import org.apache.kafka.connect.util.clusters.EmbeddedConnectCluster;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole way: simulator, connector, worker, broker, and a consumer that reads committed records. */
@ExtendWith({RootLocale.class, ConnectCluster.class})
class SourceConnectorTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EmbeddedConnectCluster cluster;
    private final String name = "usage" + NUMBER.incrementAndGet();
    /** Stands still, so that today's figures do not grow between two looks. */
    private final ParadigmSimulator simulator = ParadigmSimulator.builder()
            .clock(Clock.fixed(Instant.now(), ZoneOffset.UTC))
            .companies(3)
            .documentsPerDay(5)
            .start();

    private final LocalDate today = simulator.dataset().today();
    private final LocalDate start = today.minusDays(20);
    private final Map<String, FollowedTopic> followed = new HashMap<>();

    SourceConnectorTest(EmbeddedConnectCluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void createTopics() throws Exception {
        List<NewTopic> topics = Stream.concat(Reports.ALL.stream().map(this::topic), Stream.of(name + ".progress"))
                .map(topic -> new NewTopic(topic, 1, (short) 1))
                .toList();
        try (Admin admin = cluster.kafka().createAdminClient()) {
            admin.createTopics(topics).all().get(1, TimeUnit.MINUTES);
        }
    }

    @AfterEach
    void stop() {
        if (cluster.connectors().contains(name)) {
            cluster.deleteConnector(name);
        }
        followed.values().forEach(FollowedTopic::close);
        simulator.close();
    }

    @Test
    void makesEveryTopicEqualToItsReport() {
        configure(Map.of("tasks.max", "3"));
        Reports.ALL.forEach(this::awaitEqual);
        Reports.ALL.forEach(report -> assertThat(ofTheTask("about=rows,report=" + report, "rows-new-total"))
                .as("the worker's own metric of new rows of %s", report)
                .isEqualTo(read(report).entries().size()));
    }

    @Test
    void tellsRestatedAndVanishedRows() {
        configure(Map.of("paradigm.reports", "documents"));
        awaitEqual(Reports.DOCUMENTS);
        int before = read(Reports.DOCUMENTS).entries().size();
        long company = simulator.dataset().companies().get(0).id();
        // The open day with the most rows; some of them are quiet.
        List<DocumentUse> open =
                simulator.dataset().rows(Reports.DOCUMENTS, today.minusDays(3), today, java.util.Set.of(company));
        LocalDate day = Collections.max(
                        open.stream()
                                .collect(Collectors.groupingBy(DocumentUse::date, Collectors.counting()))
                                .entrySet(),
                        Map.Entry.comparingByValue())
                .getKey();
        long gone = open.stream()
                .filter(row -> row.date().equals(day))
                .findFirst()
                .orElseThrow()
                .documentId();
        simulator.edits().vanish(Reports.DOCUMENTS, company, day, row -> row.documentId() == gone);
        simulator.edits().set(Reports.DOCUMENTS, company, day, "usage_count", 4711L);
        awaitEqual(Reports.DOCUMENTS);
        List<ReadTopic.Entry> changes = read(Reports.DOCUMENTS).after(before).entries();
        assertThat(changes).hasSizeGreaterThan(1).allSatisfy(change -> {
            assertThat(change.key()).containsEntry("company_id", company).containsEntry("date", day);
            if (Objects.equals(change.key().get("document_id"), gone)) {
                assertThat(change.value()).isNull();
                assertThat(change.headers()).containsEntry("paradigm.operation", "vanished");
            } else {
                assertThat(change.value()).containsEntry("usage_count", 4711L);
                assertThat(change.headers()).containsEntry("paradigm.operation", "restated");
            }
        });
        assertThat(changes.stream().map(ReadTopic.Entry::key)).doesNotHaveDuplicates();
    }

    @Test
    void handsALargeSliceOverInPartsAndStillInOneTransaction() {
        configure(Map.of(
                "paradigm.reports", "documents", "transaction.boundary", "connector", "paradigm.batch.records", "3"));
        awaitEqual(Reports.DOCUMENTS);
        assertThat(read(Reports.DOCUMENTS).entries().stream().map(ReadTopic.Entry::key))
                .doesNotHaveDuplicates();
    }

    @Test
    void sendsNothingTwiceAfterARestart() throws Exception {
        configure(Map.of());
        Reports.ALL.forEach(this::awaitEqual);
        Map<String, Integer> before = sizes();
        cluster.stopConnector(name);
        cluster.assertions().assertConnectorIsStopped(name, "the connector stops");
        simulator.journal().clear();
        cluster.resumeConnector(name);
        // Two whole passes over each report by the restarted task.
        assertThat(simulator
                        .journal()
                        .await(
                                asked -> Reports.ALL.stream()
                                        .allMatch(report -> asked.stream()
                                                        .filter(one -> report.endpoint()
                                                                .equals(one.endpoint()))
                                                        .count()
                                                >= 4),
                                Duration.ofSeconds(100)))
                .isTrue();
        assertThat(sizes()).isEqualTo(before);
    }

    @Test
    void picksUpACompanyThatAppearsWithItsPast() {
        configure(Map.of("paradigm.reports", "sessions,tools"));
        awaitEqual(Reports.SESSIONS);
        awaitEqual(Reports.TOOLS);
        Company known = simulator.dataset().companies().get(0);
        simulator.edits().appear(new Company(4242, "Newcomer", known.people(), known.firstDay(), known.lastDay()));
        awaitEqual(Reports.SESSIONS);
        awaitEqual(Reports.TOOLS);
        assertThat(read(name + ".progress").entries()).anySatisfy(entry -> assertThat(entry.value())
                .containsEntry("event", "company_found")
                .containsEntry("company_id", 4242L)
                .containsEntry("report", "tools"));
    }

    @Test
    void dividesDiscoveredCompaniesOverTasks() {
        configure(Map.of(
                "paradigm.reports",
                "sessions,tools",
                "tasks.max",
                "4",
                "paradigm.company.mode",
                "discover",
                "paradigm.discovery.interval",
                "200ms"));
        awaitEqual(Reports.SESSIONS);
        Company known = simulator.dataset().companies().get(0);
        simulator.edits().appear(new Company(4242, "Newcomer", known.people(), known.firstDay(), known.lastDay()));
        awaitEqual(Reports.SESSIONS);
        awaitEqual(Reports.TOOLS);
        List<String> units = cluster.taskConfigs(name).stream()
                .map(task -> Objects.requireNonNull(task.config().get(TaskUnits.KEY)))
                .toList();
        assertThat(units).hasSizeBetween(2, 4).anyMatch(text -> text.contains("sessions@4242"));
        assertThat(read(Reports.SESSIONS).entries().stream().map(ReadTopic.Entry::key))
                .as("a division of the work sends nothing twice")
                .doesNotHaveDuplicates();
    }

    @Test
    void aConnectorThatStartsWhileTheInstanceIsDownKnowsItsCompanies() throws Exception {
        Map<String, String> config = new HashMap<>(
                Map.of("paradigm.reports", "sessions", "paradigm.company.mode", "discover", "tasks.max", "2"));
        configure(config);
        awaitEqual(Reports.SESSIONS);
        List<Map<String, String>> before = taskConfigs();
        cluster.stopConnector(name);
        cluster.assertions().assertConnectorIsStopped(name, "the connector stops");
        simulator.faults().always("*", Fault.status(503));
        cluster.resumeConnector(name);
        Awaitility.await().atMost(Duration.ofSeconds(100)).untilAsserted(() -> assertThat(taskConfigs())
                .isEqualTo(before));
        assertThat(read(name + ".progress").entries().stream()
                        .filter(entry -> "company_found"
                                .equals(Objects.requireNonNull(entry.value()).get("event")))
                        .map(entry -> entry.key().get("company_id")))
                .as("each once, by its own key")
                .hasSize(3)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    private List<Map<String, String>> taskConfigs() {
        return cluster.taskConfigs(name).stream().map(TaskInfo::config).toList();
    }

    @Test
    void aTaskThatWaitsForAMissingTopicStopsBeforeConnectGivesItUp() {
        configure(Map.of("paradigm.topic.pattern", name + ".missing.${report}", "paradigm.reports", "documents"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(100))
                .until(() -> ofTheTask("about=delivery", "seconds-waiting-for-kafka") > 5);
        cluster.stopConnector(name);
        Awaitility.await("Connect itself gives a task up after 5 s")
                .atMost(Duration.ofSeconds(4))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().equals("task-thread-" + name + "-0")));
    }

    private long ofTheTask(String tags, String metric) {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            long sum = 0;
            for (ObjectName bean : server.queryNames(
                    new ObjectName("kafka.connect:type=plugins,connector=" + name + "," + tags + ",*"), null)) {
                sum += (Long) server.getAttribute(bean, metric);
            }
            return sum;
        } catch (JMException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void losesNoRowThatATransformFailsOn() {
        Map<String, String> transform = new HashMap<>(Map.of(
                "paradigm.reports", "documents",
                "errors.tolerance", "all",
                "transforms", "broken",
                "transforms.broken.type", "org.apache.kafka.connect.transforms.Cast$Value",
                "transforms.broken.spec", "company_name:int32"));
        configure(transform);
        ConnectorStateInfo failed = Awaitility.await()
                .atMost(Duration.ofSeconds(100))
                .ignoreExceptions()
                .until(() -> cluster.connectorStatus(name), status -> status.tasks().stream()
                        .anyMatch(task -> task.state().equals("FAILED")));
        assertThat(failed.tasks().get(0).trace())
                .contains("of the topic " + topic(Reports.DOCUMENTS))
                .contains("paradigm.allow.dropped.records=true");
        configure(Map.of("paradigm.reports", "documents"));
        awaitEqual(Reports.DOCUMENTS);
        assertThat(read(Reports.DOCUMENTS).entries().stream().map(ReadTopic.Entry::key))
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesMalformedOffsetsAndSendsEverythingAgainAfterAReset() throws Exception {
        configure(Map.of("paradigm.reports", "sessions"));
        awaitEqual(Reports.SESSIONS);
        pauseAndResume();
        int once = read(Reports.SESSIONS).entries().size();
        cluster.stopConnector(name);
        cluster.assertions().assertConnectorIsStopped(name, "the connector stops");
        assertThatThrownBy(() ->
                        cluster.alterSourceConnectorOffset(name, Map.of("report", "sessions"), Map.of("version", 1)))
                .hasMessageContaining("exactly the entries instance, report and company");
        cluster.resetConnectorOffsets(name);
        cluster.resumeConnector(name);
        Awaitility.await().atMost(Duration.ofSeconds(100)).untilAsserted(() -> assertThat(
                        read(Reports.SESSIONS).entries())
                .as(cluster.connectorStatus(name).tasks().stream()
                                .map(t -> t.state() + t.trace())
                                .toList() + " " + simulator.journal().count() + cluster.connectorOffsets(name))
                .hasSize(2 * once - 1));
        awaitEqual(Reports.SESSIONS);
    }

    private void pauseAndResume() throws InterruptedException {
        int before = read(Reports.SESSIONS).entries().size();
        cluster.pauseConnector(name);
        cluster.assertions().assertConnectorAndExactlyNumTasksArePaused(name, 1, "the connector pauses");
        // A row of a day that is still open; there is one even on a Monday morning.
        List<SessionsDay> open = simulator.dataset().rows(Reports.SESSIONS, today.minusDays(3), today);
        SessionsDay changed = open.get(open.size() - 1);
        simulator.edits().set(Reports.SESSIONS, changed.companyId(), changed.date(), "sessions_count", 4711L);
        cluster.resumeConnector(name);
        awaitEqual(Reports.SESSIONS);
        assertThat(read(Reports.SESSIONS).entries())
                .as("what changed meanwhile, once")
                .hasSize(before + 1);
    }

    @Test
    void failsClearlyWhenTheKeyIsRefusedAndGoesOnWhenItIsReplaced() {
        configure(Map.of("paradigm.reports", "sessions"));
        awaitEqual(Reports.SESSIONS);
        simulator.revokeKey(simulator.key());
        ConnectorStateInfo failed = Awaitility.await()
                .atMost(Duration.ofSeconds(100))
                .ignoreExceptions()
                .until(() -> cluster.connectorStatus(name), status -> status.tasks().stream()
                        .anyMatch(task -> task.state().equals("FAILED")));
        assertThat(failed.tasks().get(0).trace())
                .contains("report sessions of all companies")
                .contains("401")
                .doesNotContain(simulator.key());
        simulator.addKey("replaced-key");
        simulator
                .edits()
                .set(Reports.SESSIONS, simulator.dataset().companies().get(0).id(), today, "sessions_count", 1L);
        configure(Map.of("paradigm.reports", "sessions", "paradigm.api.key", "replaced-key"));
        awaitEqual(Reports.SESSIONS);
    }

    private void configure(Map<String, String> more) {
        Map<String, String> config = new HashMap<>(Map.of(
                "connector.class",
                ParadigmReportingSourceConnector.class.getName(),
                "tasks.max",
                "1",
                "key.converter",
                JsonConverter.class.getName(),
                "value.converter",
                JsonConverter.class.getName(),
                "exactly.once.support",
                "required",
                "paradigm.base.url",
                simulator.baseUrl() + "/api/v2/",
                "paradigm.api.key",
                simulator.key(),
                "paradigm.start.date",
                start.toString(),
                "paradigm.poll.interval",
                "200ms"));
        config.put("paradigm.topic.pattern", name + ".${report}");
        config.put("paradigm.progress.topic", name + ".progress");
        config.put("paradigm.requests.per.minute", "100000");
        config.put("paradigm.window.days", "9");
        config.putAll(more);
        cluster.configureConnector(name, config);
    }

    private Map<String, Integer> sizes() {
        return Reports.ALL.stream()
                .collect(Collectors.toMap(
                        Report::name, report -> read(report).entries().size()));
    }

    private <R extends Row> void awaitEqual(Report<R> report) {
        Awaitility.await(report.name())
                .atMost(Duration.ofSeconds(100))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(read(report).materialised())
                        .isEqualTo(ReadTopic.expected(
                                report, simulator.dataset().stream(report, start, today, java.util.Set.of()))));
    }

    private ReadTopic read(Report<?> report) {
        return read(topic(report));
    }

    private ReadTopic read(String topic) {
        return followed.computeIfAbsent(
                        topic,
                        any -> new FollowedTopic(
                                cluster.kafka().createConsumer(Map.of("isolation.level", "read_committed")), topic))
                .read();
    }

    private String topic(Report<?> report) {
        return name + "." + report.name();
    }
}
