package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import java.util.List;

/**
 * Names rows and their versions for receivers, the same in every run. Immutable.
 *
 * @param <R> the row type
 */
final class RecordKeys<R extends Row> {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Report<R> report;

    RecordKeys(Report<R> report) {
        this.report = report;
    }

    /** For example {@code documents/2/2026-03-01/17}; slashes within a value are escaped. */
    String key(Change<R> change) {
        StringBuilder text = new StringBuilder(report.name());
        for (Object part : change.key()) {
            text.append('/').append(part.toString().replace("%", "%25").replace("/", "%2F"));
        }
        return text.toString();
    }

    /** 64 bits over the values of a row: FNV-1a, since another JVM's own hash may differ. */
    long valuesDigest(R row) {
        long hash = FNV_OFFSET;
        List<Column<R>> columns = report.columns();
        for (Column<R> column : columns) {
            Object value = column.value(row);
            // A text of one NUL is no value that an instance gives.
            hash = mix(hash, value == null ? "\u0000" : value);
        }
        return hash;
    }

    private static long mix(long hash, Object value) {
        String text = value.toString();
        long mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * FNV_PRIME;
        }
        return (mixed ^ 0x1f) * FNV_PRIME;
    }
}
