/**
 * Runs a tree of Calcite's relations as closures. A call that no closure computes is compiled by Calcite alone. Not for
 * users.
 */
@NullMarked
package io.github.paradigmreporting.jdbc.lean;

import org.jspecify.annotations.NullMarked;
