/**
 * SQL: from text to rows. Only here is Calcite known, and only {@link
 * io.github.paradigmreporting.jdbc.engine.SqlEngine#calcite} loads it, so that connecting and metadata stay quick.
 */
@NullMarked
package io.github.paradigmreporting.jdbc.engine;

import org.jspecify.annotations.NullMarked;
