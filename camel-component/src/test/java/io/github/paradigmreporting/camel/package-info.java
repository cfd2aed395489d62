/** Tests of the Camel component, over the simulator. */
@NullMarked
package io.github.paradigmreporting.camel;

import org.jspecify.annotations.NullMarked;
