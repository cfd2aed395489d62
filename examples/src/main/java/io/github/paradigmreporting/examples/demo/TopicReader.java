package io.github.paradigmreporting.examples.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.connect.json.JsonDeserializer;

/** A consumer of one topic of one partition, from its beginning; sees committed records only. Not safe for threads. */
final class TopicReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofMillis(1500);

    private final KafkaConsumer<JsonNode, JsonNode> consumer;
    private final Callable<Optional<String>> trouble;

    /**
     * A reader at the topic's beginning.
     *
     * @param trouble why nothing more will come, or empty
     */
    TopicReader(String broker, String topic, Callable<Optional<String>> trouble) {
        this.trouble = trouble;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker,
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest"),
                new JsonDeserializer(),
                new JsonDeserializer());
        TopicPartition partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    /**
     * A record.
     *
     * @param key its key
     * @param value its value
     * @param operation new, restated or vanished
     */
    record Entry(JsonNode key, JsonNode value, String operation) {
        static Entry of(ConsumerRecord<JsonNode, JsonNode> record) {
            Header header = record.headers().lastHeader("paradigm.operation");
            return new Entry(
                    record.key(),
                    record.value(),
                    header == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
        }
    }

    /**
     * Records that came together.
     *
     * @param entries the records, in the topic's order
     * @param latency how long the first took to come
     */
    record Batch(List<Entry> entries, Duration latency) {}

    /** Reads until records have come and no more do. */
    Batch next() throws Exception {
        List<Entry> entries = new ArrayList<>();
        long start = System.nanoTime();
        long first = start;
        long last = start;
        while (entries.isEmpty() || System.nanoTime() - last < QUIET.toNanos()) {
            List<Entry> some = poll();
            if (!some.isEmpty()) {
                last = System.nanoTime();
                first = entries.isEmpty() ? last : first;
                entries.addAll(some);
            } else if (System.nanoTime() - last > PATIENCE.toNanos()) {
                throw new DemoException("no record came within " + PATIENCE.toSeconds()
                        + " s; is there any usage in the days asked for?");
            }
        }
        return new Batch(entries, Duration.ofNanos(first - start));
    }

    private List<Entry> poll() throws Exception {
        List<Entry> some = new ArrayList<>();
        consumer.poll(Duration.ofMillis(200)).forEach(record -> some.add(Entry.of(record)));
        if (some.isEmpty()) {
            trouble.call().ifPresent(why -> {
                throw new DemoException(why);
            });
        }
        return some;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
