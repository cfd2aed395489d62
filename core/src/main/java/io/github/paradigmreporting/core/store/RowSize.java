package io.github.paradigmreporting.core.store;

import io.github.paradigmreporting.core.model.Row;
import io.github.paradigmreporting.core.report.Column;
import io.github.paradigmreporting.core.report.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The memory that kept rows take, estimated for a 64-bit JVM with compressed references: per slot {@value #SLOT} bytes,
 * per row {@value #ROW} and {@value #REFERENCE} per column, per value {@value #BOX} (texts {@value #TEXT} and one or two
 * per character). A value that is the very object of the row before, such as a company's name, is counted once.
 */
final class RowSize {
    /** The entry, its key, its day and its list. */
    static final int SLOT = 240;

    /** A record's header and its place in a list. */
    static final int ROW = 20;

    /** A reference, or a number kept in the row itself. */
    static final int REFERENCE = 6;

    /** A number, day or instant as an object. */
    static final int BOX = 24;

    /** A text without its characters. */
    static final int TEXT = 44;

    private RowSize() {}

    static <R extends Row> long of(Report<R> report, List<R> rows) {
        long bytes = SLOT;
        List<Column<R>> columns = report.columns();
        @Nullable Object[] before = new Object[columns.size()];
        for (R row : rows) {
            bytes += ROW + (long) REFERENCE * columns.size();
            for (int i = 0; i < before.length; i++) {
                Object value = columns.get(i).value(row);
                if (value != before[i]) {
                    bytes += of(columns.get(i), value);
                    before[i] = value;
                }
            }
        }
        return bytes;
    }

    private static int of(Column<?> column, @Nullable Object value) {
        if (value == null || (column.key() && value instanceof Long)) {
            return 0;
        }
        if (value instanceof String text) {
            return TEXT + (isLatin(text) ? 1 : 2) * text.length();
        }
        // The JVM keeps one object for each of these numbers.
        return value instanceof Long number && number >= -128 && number <= 127 ? 0 : BOX;
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }
}
