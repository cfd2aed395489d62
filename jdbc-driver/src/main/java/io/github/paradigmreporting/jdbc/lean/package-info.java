/**
 * Runs a tree of Calcite's relations as closures: without rules, costs, generated code or a compiler. What it does not
 * know exactly as Calcite's own executor does, it declines. Not for users.
 */
@NullMarked
package io.github.paradigmreporting.jdbc.lean;

import org.jspecify.annotations.NullMarked;
