package io.github.paradigmreporting.kafka;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of the records that a task hands to Connect. Connect drops a record that a transform filters out, and under
 * {@code errors.tolerance=all} one that a transform or converter fails on, but the position of its slice is in another
 * record: unless drops are allowed, the position is taken back and the task fails. Safe for threads.
 */
final class Delivery {
    /** Connect hands records to the producer within moments, unless their topic is missing or Kafka is slow. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** After that time without a record of a topic in Kafka, Connect's thread waits for a topic that does not exist. */
    private static final Duration STUCK = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    final LongAdder written = new LongAdder();
    final LongAdder dropped = new LongAdder();

    private final String progressTopic;
    private final boolean dropsAllowed;
    private final InstantSource clock;
    /** The position before the first slice that lost a row, by partition. */
    private final Map<Map<String, ?>, @Nullable Map<String, ?>> before = new LinkedHashMap<>();

    private final Map<String, Long> droppedByTopic = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private boolean corrected;
    private boolean warned;
    private List<SourceRecord> handed = List.of();
    private @Nullable Instant handedAt;
    private @Nullable Instant warnedAt;

    Delivery(String progressTopic, boolean dropsAllowed, InstantSource clock) {
        this.progressTopic = progressTopic;
        this.dropsAllowed = dropsAllowed;
        this.clock = clock;
    }

    /** Records go to Connect. */
    synchronized void handedOver(List<SourceRecord> records) {
        handed = records;
        handedAt = clock.instant();
        warnedAt = null;
    }

    /** Connect comes back for more. */
    synchronized void returned() {
        handed = List.of();
        handedAt = null;
    }

    /** Kafka has a record. */
    synchronized void written(SourceRecord record) {
        written.increment();
        known.add(record.topic());
    }

    /** Connect dropped a record. */
    synchronized void dropped(SourceRecord record) {
        dropped.increment();
        droppedByTopic.merge(record.topic(), 1L, Long::sum);
        if (!record.topic().equals(progressTopic) && !before.containsKey(record.sourcePartition())) {
            before.put(record.sourcePartition(), record.sourceOffset());
        }
        if (!warned) {
            warned = true;
            if (dropsAllowed) {
                LOG.warn("{}", text("; the position passes them"));
            } else {
                LOG.error("{}", failure());
            }
        }
    }

    /**
     * Positions to take back, by partition; a value is null where there was none before. Empty after the first call that
     * returned some.
     */
    synchronized Map<Map<String, ?>, @Nullable Map<String, ?>> takeBack() {
        if (dropsAllowed || corrected || before.isEmpty()) {
            return Map.of();
        }
        corrected = true;
        return new LinkedHashMap<>(before);
    }

    /** Fails when records were dropped that must not be. */
    synchronized void check() {
        if (!dropsAllowed && !droppedByTopic.isEmpty()) {
            throw new ConnectException(failure());
        }
    }

    private String failure() {
        return text("; the position stays before them. Correct the transform, the converter or the predicate, or set "
                + ConnectSettings.name(ConnectSettings.ALLOW_DROPPED_RECORDS)
                + "=true to go on without them; then restart the task");
    }

    private String text(String consequence) {
        StringBuilder text = new StringBuilder("Connect dropped records before they reached Kafka, ");
        new TreeSet<>(droppedByTopic.keySet()).forEach(topic -> text.append(droppedByTopic.get(topic))
                .append(" of the topic ")
                .append(topic)
                .append(", "));
        text.append("because a transform filtered them out, or because a transform or converter failed on them and"
                + " errors.tolerance is all");
        if (droppedByTopic.containsKey(progressTopic)) {
            text.append(". Progress records carry the connector's position: restrict transforms to other topics by a"
                    + " predicate");
        }
        return text.append(consequence).toString();
    }

    /** How long Connect has not come back for more, in seconds. */
    synchronized long secondsWaiting() {
        Instant since = handedAt;
        return since == null ? 0 : Duration.between(since, clock.instant()).toSeconds();
    }

    /** Whether Connect has long held records of a topic that never got one. */
    synchronized boolean stuck() {
        return secondsWaiting() >= STUCK.toSeconds()
                && handed.stream().anyMatch(record -> !known.contains(record.topic()));
    }

    /** Warns when Connect has not come back for long; returns the topics named, or none when there was nothing to say. */
    synchronized Collection<String> watch() {
        Instant since = handedAt;
        Instant now = clock.instant();
        if (since == null
                || Duration.between(warnedAt == null ? since : warnedAt, now).compareTo(PATIENCE) < 0) {
            return Set.of();
        }
        warnedAt = now;
        Set<String> topics = new TreeSet<>();
        Set<String> unknown = new TreeSet<>();
        for (SourceRecord record : handed) {
            topics.add(record.topic());
            if (!known.contains(record.topic())) {
                unknown.add(record.topic());
            }
        }
        Set<String> named = unknown.isEmpty() ? topics : unknown;
        LOG.warn(
                "Connect has held {} records for {} s without handing them to Kafka; topics: {}. If one of these does not"
                        + " exist, create it, or set topic.creation.default.replication.factor and"
                        + " topic.creation.default.partitions; if all exist, the brokers do not answer",
                handed.size(),
                Duration.between(since, now).toSeconds(),
                named);
        return new ArrayList<>(named);
    }
}
