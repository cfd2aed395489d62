/** Compares the driver with a real PostgreSQL that holds the same rows. */
@NullMarked
package io.github.paradigmreporting.jdbc.oracle;

import org.jspecify.annotations.NullMarked;
