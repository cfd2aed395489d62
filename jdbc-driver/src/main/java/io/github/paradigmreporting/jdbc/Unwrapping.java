package io.github.paradigmreporting.jdbc;

import io.github.paradigmreporting.jdbc.engine.SqlStates;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What {@link java.sql.Wrapper#unwrap} does everywhere. */
final class Unwrapping {
    private Unwrapping() {}

    static <T> T of(Object object, @Nullable Class<T> type) throws SQLException {
        if (type != null && type.isInstance(object)) {
            return type.cast(object);
        }
        throw SqlStates.of(
                SqlStates.NOT_SUPPORTED,
                "this is no " + (type == null ? "null" : type.getName()) + "; see isWrapperFor");
    }
}
