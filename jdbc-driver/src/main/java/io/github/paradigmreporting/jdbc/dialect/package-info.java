/**
 * From the SQL that people and tools write to the SQL that Calcite's parser takes, on tokens: texts, comments and
 * whatever the parser takes as it stands are never touched. Uses no SQL engine.
 */
@NullMarked
package io.github.paradigmreporting.jdbc.dialect;

import org.jspecify.annotations.NullMarked;
