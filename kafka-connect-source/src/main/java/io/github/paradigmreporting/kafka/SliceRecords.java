package io.github.paradigmreporting.kafka;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.feed.ChangeKind;
import io.github.paradigmreporting.core.feed.FeedState;
import io.github.paradigmreporting.core.model.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns what changed in one company's day into records: the rows with the position from before, then the progress record
 * with the position after. So whatever is cut in between, the whole slice comes again. Immutable.
 *
 * @param <R> the row type
 */
final class SliceRecords<R extends Row> {
    /** Header that says what happened to a row: {@code new}, {@code restated} or {@code vanished}. */
    static final String OPERATION = "paradigm.operation";

    private final String instance;
    private final ReportSchema<R> schema;
    private final String topic;
    private final String progressTopic;
    private final boolean tombstones;
    private final RecordForm form;

    SliceRecords(String instance, ReportSchema<R> schema, Topics topics, boolean tombstones, RecordForm form) {
        this.instance = instance;
        this.schema = schema;
        this.topic = topics.of(schema.report());
        this.progressTopic = topics.progress();
        this.tombstones = tombstones;
        this.form = form;
    }

    /**
     * The records of a company's day.
     *
     * @param company id of the company
     * @param changes what changed
     * @param before the company's offset before, null when this is its first slice
     */
    List<SourceRecord> rows(
            long company, List<Change<R>> changes, @Nullable Map<String, Object> before, Instant observed) {
        Map<String, String> partition = partition(company);
        return changes.stream()
                .filter(change -> change.kind() != ChangeKind.VANISHED || tombstones)
                .map(change -> record(partition, before, change, observed))
                .toList();
    }

    /**
     * A progress record, which carries a position.
     *
     * @param step what happened, and to which company
     * @param company whose position it is, null for that of all
     * @param after the position, null when there is none
     */
    SourceRecord progress(Progress step, @Nullable Long company, @Nullable Map<String, ?> after) {
        Struct key = new Struct(ProgressSchema.KEY)
                .put(ProgressSchema.INSTANCE, instance)
                .put(ProgressSchema.REPORT, schema.report().name())
                .put(ProgressSchema.COMPANY, step.company());
        SchemaAndValue keyForm = form.of(key);
        SchemaAndValue value = form.of(step.value(instance, schema.report().name()));
        return new SourceRecord(
                partition(company),
                after,
                progressTopic,
                null,
                keyForm.schema(),
                keyForm.value(),
                value.schema(),
                value.value(),
                step.observed().toEpochMilli());
    }

    /**
     * Takes a company's position back.
     *
     * @param company the company, null for all
     * @param before the position to go back to, null when there was none
     */
    SourceRecord takeBack(@Nullable Long company, @Nullable Map<String, ?> before, Instant observed) {
        LocalDate finalThrough = before == null || company == null
                ? null
                : FeedState.decode(SourceOffset.state(before, company.toString()))
                        .settledThrough();
        Progress step = new Progress(Progress.Event.ROWS_DROPPED, company, null, 0, 0, 0, finalThrough, observed);
        return progress(step, company, before);
    }

    private SourceRecord record(
            Map<String, String> partition, @Nullable Map<String, Object> offset, Change<R> change, Instant observed) {
        R row = change.row();
        ConnectHeaders headers = new ConnectHeaders();
        headers.addString(OPERATION, change.kind().name().toLowerCase(java.util.Locale.ROOT));
        SchemaAndValue key = form.of(schema.keyOf(change.key()));
        SchemaAndValue value = row == null ? SchemaAndValue.NULL : form.of(schema.valueOf(row));
        return new SourceRecord(
                partition,
                offset,
                topic,
                null,
                key.schema(),
                key.value(),
                value.schema(),
                value.value(),
                observed.toEpochMilli(),
                headers);
    }

    private Map<String, String> partition(@Nullable Long company) {
        return SourcePartition.of(instance, schema.report().name(), company).toMap();
    }
}
