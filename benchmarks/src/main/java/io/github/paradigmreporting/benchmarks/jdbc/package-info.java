/**
 * The JDBC driver beside H2, pgjdbc and Calcite's stock driver: every figure comes from a fresh JVM with one of them on its
 * class path, the JVMs take turns, and what is reported is a ratio.
 */
@NullMarked
package io.github.paradigmreporting.benchmarks.jdbc;

import org.jspecify.annotations.NullMarked;
