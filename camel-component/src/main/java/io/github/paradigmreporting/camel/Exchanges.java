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
import java.util.stream.Stream;
import org.apache.camel.Message;

/**
 * Fills messages with changes. For one thread.
 *
 * @param <R> the row type
 */
final class Exchanges<R extends Row> {
    private static final List<String> EVERY_ROW = List.of(
            ParadigmReportingConstants.REPORT,
            ParadigmReportingConstants.COMPANY_ID,
            ParadigmReportingConstants.COMPANY_NAME,
            ParadigmReportingConstants.RECORD_KEY,
            ParadigmReportingConstants.CHANGE,
            ParadigmReportingConstants.REVISION);

    private final Report<R> report;
    private final RecordKeys<R> keys;
    private final RowWriter<R> writer;
    private final boolean lists;
    private final RowHeaders ofWindows = new RowHeaders(EVERY_ROW);
    private final RowHeaders ofDays =
            new RowHeaders(Stream.concat(EVERY_ROW.stream(), Stream.of(ParadigmReportingConstants.DATE))
                    .toList());

    Exchanges(Report<R> report, RecordKeys<R> keys, RowWriter<R> writer, int batchSize) {
        this.report = report;
        this.keys = keys;
        this.writer = writer;
        this.lists = batchSize > 1;
    }

    /** Fills a message with changes of a round; the round is part of their revisions. */
    void fill(Message message, List<Change<R>> changes, long round) {
        boolean removed = changes.get(0).row() == null;
        if (lists) {
            message.setHeader(ParadigmReportingConstants.REPORT, report.name());
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
            fill(message, changes.get(0), round);
        }
    }

    private void fill(Message message, Change<R> change, long round) {
        Object company = change.key().get(0);
        String recordKey = keys.key(change);
        String kind =
                switch (change.kind()) {
                    case NEW -> "new";
                    case RESTATED -> "restated";
                    case VANISHED -> "removed";
                };
        R read = change.row();
        if (read == null) {
            Map<String, Object> key = keyOf(change);
            message.setHeader(ParadigmReportingConstants.REPORT, report.name());
            message.setHeader(ParadigmReportingConstants.COMPANY_ID, company);
            message.setHeader(ParadigmReportingConstants.RECORD_KEY, recordKey);
            message.setHeader(ParadigmReportingConstants.CHANGE, kind);
            message.setHeader(ParadigmReportingConstants.REVISION, round + "-" + kind);
            if (key.get("date") instanceof LocalDate day) {
                message.setHeader(ParadigmReportingConstants.DATE, day);
            }
            message.setBody(key);
            return;
        }
        R row = writer.shown(read);
        String name = row.companyName();
        String revision = round + "-" + HexFormat.of().toHexDigits(keys.valuesDigest(row));
        if (row instanceof DayRow day) {
            ofDays.set(message, report.name(), company, name, recordKey, kind, revision, day.date());
        } else {
            ofWindows.set(message, report.name(), company, name, recordKey, kind, revision);
        }
        if (name == null) {
            message.removeHeader(ParadigmReportingConstants.COMPANY_NAME);
        }
        message.setBody(writer.body(row));
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
