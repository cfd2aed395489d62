package io.github.paradigmreporting.examples.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.paradigmreporting.core.model.SessionsDay;
import io.github.paradigmreporting.core.report.Reports;
import io.github.paradigmreporting.simulator.Company;
import io.github.paradigmreporting.simulator.ParadigmSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Daily figures landing in a topic, and a restated day landing as an update of the same key. */
final class KafkaPart implements Part {
    private static final String TOPIC = "paradigm.sessions";
    private static final String SESSIONS = "sessions_count";
    private static final String QUERIES = "user_queries_count";
    private static final String CONFIG = "/kafka-connect/connector.json";
    private static final String API_KEY = "paradigm.api.key";
    private static final int SHOWN = 6;

    @Override
    public String title() {
        return "Kafka: daily figures in a topic, restated days as updates";
    }

    @Override
    public void show(Instance instance, Screen screen, Closing closing) throws Exception {
        screen.busy("Starting a Kafka broker (KRaft) and a Connect worker (exactly-once) in this JVM ...");
        long start = System.nanoTime();
        KafkaBroker broker =
                closing.add(KafkaBroker.start(closing.add(new TemporaryFolder()).path()));
        ConnectWorker worker = closing.add(ConnectWorker.start(broker.address()));
        ConnectRest connector = new ConnectRest(worker.address(), "paradigm");
        screen.note("Broker " + broker.address() + ", worker " + worker.address() + ", after "
                + seconds(Duration.ofNanos(System.nanoTime() - start)));
        screen.gap();
        Map<String, String> config = config(instance);
        screen.code("PUT /connectors/paradigm/config");
        config.forEach((name, value) ->
                screen.code(String.format("  %-42s %s", name, name.equals(API_KEY) ? "(not shown)" : value)));
        screen.gap();
        connector.configure(config);
        TopicReader topic = closing.add(new TopicReader(broker.address(), TOPIC, connector::failure));
        List<TopicReader.Entry> landed = topic.next().entries();
        screen.table(table(landed.subList(0, Math.min(SHOWN, landed.size()))));
        screen.gap();
        screen.result(landed.size() + " records in the topic " + TOPIC + ", one per company and day");
        Optional<ParadigmSimulator> simulator = instance.simulator();
        if (simulator.isPresent()) {
            restate(simulator.get(), topic, landed, screen);
        } else {
            screen.note("Days that the instance restates from now on would arrive as updates of the same keys.");
        }
    }

    private static void restate(
            ParadigmSimulator simulator, TopicReader topic, List<TopicReader.Entry> landed, Screen screen)
            throws Exception {
        Company company = simulator.dataset().companies().get(0);
        LocalDate yesterday = simulator.dataset().today().minusDays(1);
        screen.note("Now 40 sessions of " + company.name() + " reach yesterday's figures late ...");
        screen.gap();
        simulator.edits().change(Reports.SESSIONS, company.id(), yesterday, KafkaPart::withLateSessions);
        TopicReader.Batch updates = topic.next();
        Set<JsonNode> keys =
                updates.entries().stream().map(TopicReader.Entry::key).collect(Collectors.toSet());
        screen.table(table(
                Stream.concat(landed.stream().filter(entry -> keys.contains(entry.key())), updates.entries().stream())
                        .toList()));
        screen.gap();
        screen.result("Sent for it: " + updates.entries().size() + " record, under the same key, after "
                + seconds(updates.latency()));
    }

    private static SessionsDay withLateSessions(SessionsDay day) {
        return new SessionsDay(
                day.companyId(),
                day.companyName(),
                day.date(),
                plus(day.sessionsCount(), 40),
                day.uniqueModelsCount(),
                day.averageSessionLength(),
                plus(day.userQueriesCount(), 180),
                day.modelResponsesWithDocsCount(),
                plus(day.modelResponsesCount(), 180),
                day.lastModelResponseDate());
    }

    private static long plus(@Nullable Long count, long more) {
        return Objects.requireNonNullElse(count, 0L) + more;
    }

    /** What the guides show, for this instance; and asking again soon, so that nobody has to wait. */
    private static Map<String, String> config(Instance instance) throws IOException {
        try (InputStream json = Objects.requireNonNull(KafkaPart.class.getResourceAsStream(CONFIG), CONFIG)) {
            Map<String, String> config =
                    new ObjectMapper().readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
            config.put("paradigm.base.url", instance.baseUrl().toString());
            config.put(API_KEY, instance.key());
            config.put("paradigm.poll.interval", "1s");
            return config;
        }
    }

    private static Table table(List<TopicReader.Entry> entries) {
        Table table =
                new Table(List.of("key: company_id", "date", "value: company_name", SESSIONS, QUERIES, "operation"));
        for (TopicReader.Entry entry : entries) {
            JsonNode key = entry.key().path("payload");
            JsonNode value = entry.value().path("payload");
            table.row(
                    key.path("company_id").asLong(),
                    LocalDate.ofEpochDay(key.path("date").asLong()),
                    value.path("company_name").asText(),
                    value.path(SESSIONS).asLong(),
                    value.path(QUERIES).asLong(),
                    entry.operation());
        }
        return table;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
