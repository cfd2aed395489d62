@NullMarked
package io.github.paradigmreporting.benchmarks.jdbc;

import org.jspecify.annotations.NullMarked;
