/**
 * Tier 0: statements of columns, simple conditions, ORDER BY and LIMIT on one table, answered without a SQL engine. Whatever
 * is not understood to the last word is declined, and another tier plans it. Nothing here may load a class of Calcite's.
 */
@NullMarked
package io.github.paradigmreporting.jdbc.direct;

import org.jspecify.annotations.NullMarked;
