package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Report;

/** How one report's slices are compared: by which keys, which hashes, and in parts of which size. */
record Slices<R extends Row>(RowKeys<R> keys, RowHash<R> hash, int mostChanges) {
    static <R extends Row> Slices<R> of(Report<R> report, int mostChanges) {
        return new Slices<>(new RowKeys<>(report), new RowHash<>(report), mostChanges);
    }
}
