/** Tests of the driver, against the simulator. */
@NullMarked
package io.github.paradigmreporting.jdbc.engine;

import org.jspecify.annotations.NullMarked;
