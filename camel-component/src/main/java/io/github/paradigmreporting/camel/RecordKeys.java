package io.github.paradigmreporting.camel;

import io.github.paradigmreporting.core.feed.Change;
import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names rows and their versions for receivers, the same in every run. For one thread.
 *
 * @param <R> the row type
 */
final class RecordKeys<R extends Row> {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Report<R> report;
    /** The key of the row before without its last part, which rows of a slice share, and what it begins with as text. */
    private List<Object> slice = List.of();

    private String prefix;

    /** The values of the row before, which rows of a slice share at their beginning, and the hash up to each. */
    private final @Nullable Object[] values;

    private final long[] hashes;
    private final List<Column<R>> columns;

    RecordKeys(Report<R> report) {
        this.report = report;
        this.prefix = report + "/";
        this.columns = report.columns();
        this.values = new Object[columns.size()];
        this.hashes = new long[columns.size()];
    }

    /** For example {@code documents/2/2026-03-01/17}; slashes within a value are escaped. */
    String key(Change<R> change) {
        List<Object> key = change.key();
        int last = key.size() - 1;
        if (!key.subList(0, last).equals(slice)) {
            slice = List.copyOf(key.subList(0, last));
            prefix = slice.stream().map(part -> escaped(part) + "/").collect(Collectors.joining("", report + "/", ""));
        }
        return prefix + escaped(key.get(last));
    }

    private static String escaped(Object part) {
        return part instanceof String text ? text.replace("%", "%25").replace("/", "%2F") : part.toString();
    }

    /** 64 bits over the values of a row: FNV-1a, since another JVM's own hash may differ. */
    long valuesDigest(R row) {
        long hash = FNV_OFFSET;
        boolean alike = true;
        for (int i = 0; i < columns.size(); i++) {
            // A text of one NUL is no value that an instance gives.
            Object value = Objects.requireNonNullElse(columns.get(i).value(row), "\u0000");
            alike = alike && value.equals(values[i]);
            if (!alike) {
                values[i] = value;
                hashes[i] = mix(hash, value);
            }
            hash = hashes[i];
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
