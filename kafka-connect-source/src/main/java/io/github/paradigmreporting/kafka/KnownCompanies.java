package io.github.paradigmreporting.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.jspecify.annotations.Nullable;

/**
 * The companies that were discovered, kept in an offset of their own: a connector that starts while the instance is down
 * knows them, and one that went meanwhile is still watched. Immutable.
 *
 * @param instance address of the instance
 * @param progressTopic topic of the records that carry the offset
 * @param form form of these records
 */
record KnownCompanies(String instance, String progressTopic, RecordForm form) {

    /** The companies remembered, those of a time in which all were requested together included. */
    Set<Long> read(OffsetStorageReader reader, ConnectorConfig config) {
        List<Map<String, String>> partitions = new ArrayList<>();
        partitions.add(partition());
        config.reports()
                .forEach(report -> partitions.add(
                        SourcePartition.of(instance, report.name(), null).toMap()));
        Set<Long> companies = new TreeSet<>();
        reader.offsets(partitions).forEach((partition, offset) -> companies.addAll(companies(partition, offset)));
        return companies;
    }

    private static Set<Long> companies(Map<String, String> partition, @Nullable Map<String, Object> offset) {
        if (offset == null) {
            return Set.of();
        }
        try {
            return SourceOffset.directory(offset).companies();
        } catch (IllegalArgumentException e) {
            throw new ConnectException(
                    "the stored offset of " + partition + " cannot be read: " + e.getMessage()
                            + ". Stop the connector and reset its offsets to send everything again.",
                    e);
        }
    }

    /**
     * Records that remember companies.
     *
     * @param all every company there is
     * @return one record per company that was not remembered yet, none when all were
     */
    List<SourceRecord> remember(OffsetStorageReader reader, Collection<Long> all, Instant observed) {
        Set<Long> missing = new TreeSet<>(all);
        missing.removeAll(companies(partition(), reader.offset(partition())));
        Map<String, Object> offset = SourceOffset.ofDirectory(all, null);
        return missing.stream().map(company -> found(company, offset, observed)).toList();
    }

    private SourceRecord found(long company, Map<String, Object> offset, Instant observed) {
        Progress step = new Progress(Progress.Event.COMPANY_FOUND, company, null, 0, 0, 0, null, observed);
        SchemaAndValue key = form.of(new Struct(ProgressSchema.KEY)
                .put(ProgressSchema.INSTANCE, instance)
                .put(ProgressSchema.REPORT, SourcePartition.ALL_REPORTS)
                .put(ProgressSchema.COMPANY, company));
        SchemaAndValue value = form.of(step.value(instance, SourcePartition.ALL_REPORTS));
        return new SourceRecord(
                partition(),
                offset,
                progressTopic,
                null,
                key.schema(),
                key.value(),
                value.schema(),
                value.value(),
                observed.toEpochMilli());
    }

    private Map<String, String> partition() {
        return SourcePartition.of(instance, SourcePartition.ALL_REPORTS, null).toMap();
    }
}
