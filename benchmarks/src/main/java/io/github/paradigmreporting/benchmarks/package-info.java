/** Measurements: JMH and comparisons with what a user would write instead. */
@NullMarked
package io.github.paradigmreporting.benchmarks;

import org.jspecify.annotations.NullMarked;
