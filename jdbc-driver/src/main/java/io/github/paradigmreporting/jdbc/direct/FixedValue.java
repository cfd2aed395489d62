package io.github.paradigmreporting.jdbc.direct;

import io.github.paradigmreporting.jdbc.engine.CursorColumn;
import org.jspecify.annotations.Nullable;

/** A column with the same value in all rows. */
record FixedValue(@Nullable Object value) implements CursorColumn {}
