package io.github.paradigmreporting.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.json.JsonConverter;

/** A topic that is read on from where the last look ended. For one thread at a time. */
final class FollowedTopic implements AutoCloseable {
    private final String topic;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final JsonConverter keys = converter(true);
    private final JsonConverter values = converter(false);
    private final List<ReadTopic.Entry> entries = new ArrayList<>();

    /** Starts at the beginning; closes the consumer in the end. */
    FollowedTopic(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        this.topic = topic;
        this.consumer = consumer;
        partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Everything from the beginning to what is the end now. */
    ReadTopic read() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
            for (ConsumerRecord<byte[], byte[]> one : consumer.poll(Duration.ofMillis(200))) {
                entries.add(ReadTopic.entry(topic, one, keys, values));
            }
        }
        return new ReadTopic(List.copyOf(entries));
    }

    private static JsonConverter converter(boolean forKeys) {
        JsonConverter converter = new JsonConverter();
        converter.configure(Map.of("schemas.enable", "true"), forKeys);
        return converter;
    }

    @Override
    public void close() {
        consumer.close();
        keys.close();
        values.close();
    }
}
