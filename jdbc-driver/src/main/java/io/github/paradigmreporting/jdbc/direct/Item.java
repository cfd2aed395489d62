package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.engine.ResultColumn;
import org.jspecify.annotations.Nullable;

/**
 * One column of the answer.
 *
 * @param described as it is told to users
 * @param column number of the table's column that it is; -1 for a value of its own
 * @param value that value
 */
record Item(ResultColumn described, int column, @Nullable Operand value) {
    static Item column(ResultColumn described, int column) {
        return new Item(described, column, null);
    }
}
