/** Tests of the driver, against the simulator. */
@NullMarked
package io.github.paradigmreporting.jdbc;

import org.jspecify.annotations.NullMarked;
