package io.github.paradigmreporting.core.feed;

import io.github.paradigmreporting.core.model.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of one row.
 *
 * @param kind what happened
 * @param key values of {@code report.key()}, in order; always there
 * @param row the row as it is now; null only when it vanished
 * @param <R> the row type
 */
public record Change<R extends Row>(
        ChangeKind kind, List<Object> key, @Nullable R row) {
    /** Copies the key. */
    public Change {
        key = List.copyOf(key);
        if ((row == null) != (kind == ChangeKind.VANISHED)) {
            throw new IllegalArgumentException("a row is there unless it vanished; " + kind + " of " + key);
        }
    }
}
