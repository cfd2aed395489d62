package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.model.DayRow;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Message;

/**
 * Fills messages with changes. Immutable.
 *
 * @param <R> the row type
 */
final class Exchanges<R extends Row> {
    private final Report<R> report;
    private final RecordKeys<R> keys;
    private final RowWriter<R> writer;
    private final boolean lists;

    Exchanges(Report<R> report, RecordKeys<R> keys, RowWriter<R> writer, int batchSize) {
        this.report = report;
        this.keys = keys;
        this.writer = writer;
        this.lists = batchSize > 1;
    }

    void fill(Message message, List<Change<R>> changes) {
        message.setHeader(ParadigmReportingConstants.REPORT, report.name());
        boolean removed = changes.get(0).row() == null;
        if (lists) {
            message.setHeader(ParadigmReportingConstants.COUNT, (long) changes.size());
            if (removed) {
                message.setHeader(ParadigmReportingConstants.CHANGE, "removed");
            }
            message.setBody(
                    removed
                            ? changes.stream().map(this::keyOf).toList()
                            : writer.many(changes.stream()
                                    .map(change -> Objects.requireNonNull(change.row()))
                                    .toList()));
        } else {
            fill(message, changes.get(0));
        }
    }

    private void fill(Message message, Change<R> change) {
        message.setHeader(ParadigmReportingConstants.COMPANY_ID, change.key().get(0));
        message.setHeader(ParadigmReportingConstants.RECORD_KEY, keys.key(change));
        message.setHeader(
                ParadigmReportingConstants.CHANGE,
                switch (change.kind()) {
                    case NEW -> "new";
                    case RESTATED -> "restated";
                    case VANISHED -> "removed";
                });
        R read = change.row();
        if (read == null) {
            Map<String, Object> key = keyOf(change);
            if (key.get("date") instanceof LocalDate day) {
                message.setHeader(ParadigmReportingConstants.DATE, day);
            }
            message.setBody(key);
            return;
        }
        R row = writer.shown(read);
        if (row.companyName() != null) {
            message.setHeader(ParadigmReportingConstants.COMPANY_NAME, row.companyName());
        }
        if (row instanceof DayRow day) {
            message.setHeader(ParadigmReportingConstants.DATE, day.date());
        }
        message.setHeader(ParadigmReportingConstants.REVISION, HexFormat.of().toHexDigits(keys.valuesDigest(row)));
        message.setBody(writer.one(read));
    }

    private Map<String, Object> keyOf(Change<R> change) {
        Map<String, Object> key = new LinkedHashMap<>();
        List<Column<R>> columns = report.key();
        for (int i = 0; i < columns.size(); i++) {
            key.put(columns.get(i).name(), change.key().get(i));
        }
        return key;
    }
}
